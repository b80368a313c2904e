import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, bodyOf, type Schemas } from '../api';
import type { PartsFilters } from './filters';

export type Depot = Schemas['DepotInSight'];

const PREFERENCE = 'partsDepot';
/** A read of the chooser outlives a visit of the page: depots are opened once in years. */
const STALE_MS = 300_000;

/** Depots in sight, and the one that is looked at: of the address, else the one chosen last, else one's own. */
export function useDepots() {
  const { depot: asked } = useSearch({ from: '/parts' });
  const navigate = useNavigate({ from: '/parts' });
  const queries = useQueryClient();
  const depots = useQuery({
    queryKey: ['depots'],
    queryFn: () => bodyOf(api.GET('/v1/depots')),
    staleTime: STALE_MS,
  });
  const preferences = useQuery({
    queryKey: ['preferences'],
    queryFn: () => bodyOf(api.GET('/v1/me/preferences')),
    staleTime: STALE_MS,
  });
  const items = depots.data?.items ?? [];
  const named = (id: unknown): Depot | undefined => items.find((one) => one.id === id);
  const depot = named(asked) ?? named(preferences.data?.content[PREFERENCE]) ?? items[0];
  return {
    depots: items,
    depot,
    isPending: depots.isPending || preferences.isPending,
    error: depots.error,
    retry: () => void depots.refetch(),
    choose: async (id: string): Promise<void> => {
      await navigate({ search: (now: PartsFilters) => ({ ...now, depot: id }), replace: true });
      queries.setQueryData(['preferences'], (now?: Schemas['Preferences']) => ({
        updatedAt: null,
        ...now,
        content: { ...now?.content, [PREFERENCE]: id },
      }));
      // Chosen again next time where it is not kept now: no reason to stop anybody at work.
      await api
        .PATCH('/v1/me/preferences', { body: { content: { [PREFERENCE]: id } } })
        .catch(() => undefined);
    },
  };
}
