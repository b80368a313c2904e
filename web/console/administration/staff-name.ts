import { useQueries } from '@tanstack/react-query';
import { useName } from '../language';
import { api, bodyOf } from '../api';

/** Names of members of staff by id, those who have left included. An id that is not known stands for itself. */
export function useStaffNames(ids: readonly string[]): (id: string) => string {
  const name = useName();
  const distinct = [...new Set(ids)];
  const answers = useQueries({
    queries: distinct.map((id) => ({
      queryKey: ['administration', 'staff-name', id],
      queryFn: () => bodyOf(api.GET('/v1/staff/{id}', { params: { path: { id } } })),
      staleTime: Infinity,
      retry: false,
    })),
  });
  return (id) => {
    const member = answers[distinct.indexOf(id)]?.data;
    return member ? name(member.names) : id;
  };
}
