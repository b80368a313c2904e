import { useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from './api';
import { useName } from './language';

type Organisation = Schemas['Organisation'];

/** As many as one answer holds. */
const PAGE = 100;

/** Page by page, to the last one. */
async function readAll(): Promise<{ readonly items: readonly Organisation[] }> {
  const items: Organisation[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { limit: PAGE, ...(cursor != null && { cursor }) };
    const page: Schemas['OrganisationPage'] = await bodyOf(
      api.GET('/v1/organisations', { params: { query } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items };
}

/** The organisations in sight. */
export const useOrganisations = () =>
  useQuery({
    queryKey: ['organisations'],
    queryFn: readAll,
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
