import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from './api';
import { useName } from './language';

const MOST = 200;

/** The organisations in sight, as many as one answer holds. */
export const useOrganisations = () =>
  useQuery({
    queryKey: ['organisations'],
    queryFn: () => bodyOf(api.GET('/v1/organisations', { params: { query: { limit: MOST } } })),
    staleTime: Infinity,
  });

/** Names of organisations by id; one out of sight stands by its id. */
export function useOrganisationName(): (id: string) => string {
  const name = useName();
  const { data } = useOrganisations();
  return (id) => {
    const found = data?.items.find((one) => one.id === id);
    return found ? name(found.names) : id;
  };
}
