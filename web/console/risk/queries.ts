import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { CaseQuery } from '../walk';
import { windowOf, type RiskFilters } from './filters';

const PAGE = 50;
const HOUR_MS = 3_600_000;

/** The page to ask for: a cursor belongs to the filters that it was given for, so the end of the window goes with it. */
interface Asked {
  readonly cursor?: string;
  readonly dueBefore: string;
}

/** The filters as the API takes them, by the end of the window that they look into. */
export const queryOf = ({ organisationId, breached }: RiskFilters, dueBefore: string): CaseQuery => ({
  open: true,
  sort: 'nextDeadlineAt',
  direction: 'asc',
  dueBefore,
  ...(organisationId !== undefined && { organisationId }),
  ...(breached !== undefined && { breached }),
});

/** Open cases by their next deadline, the worst first. */
export const useAtRisk = (filters: RiskFilters) =>
  useInfiniteQuery({
    queryKey: ['cases', 'at-risk', filters],
    queryFn: async ({ pageParam }) => {
      const asked: Asked = pageParam ?? {
        dueBefore: new Date(Date.now() + windowOf(filters) * HOUR_MS).toISOString(),
      };
      const page = await bodyOf(
        api.GET('/v1/cases', {
          params: { query: { ...queryOf(filters, asked.dueBefore), ...asked, limit: PAGE } },
        }),
      );
      return { ...page, dueBefore: asked.dueBefore };
    },
    initialPageParam: undefined as Asked | undefined,
    getNextPageParam: ({ nextCursor, dueBefore }) =>
      nextCursor === null ? undefined : { cursor: nextCursor, dueBefore },
    placeholderData: keepPreviousData,
  });

/** Cases on which somebody asks the level above for help. */
export const useEscalations = () =>
  useQuery({
    queryKey: ['tasks', 'escalations'],
    queryFn: () =>
      bodyOf(api.GET('/v1/tasks', { params: { query: { scope: 'all', kind: ['escalation'], limit: 100 } } })),
    placeholderData: keepPreviousData,
  });
