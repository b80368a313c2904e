import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import { periodOf, PROMISE_STANDINGS, REPAIR_STANDINGS, type FigureFilters } from './filters';

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS = 8;
const PAGE = 50;
/** Bounds of the ages of open cases, in days. */
export const AGES = [2, 7, 14, 30] as const;

/** Midnight after now: a figure of the day is one figure, and is read once. */
function endOfDay(): number {
  const end = new Date();
  end.setHours(24, 0, 0, 0);
  return end.getTime();
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
const spanOf = (filters: FigureFilters) => ({ from: isoOf(endOfDay() - periodOf(filters) * DAY_MS) });
const placeOf = ({ organisationId }: FigureFilters) =>
  organisationId === undefined ? {} : { organisationId };

export const usePromises = (filters: FigureFilters) =>
  useQuery({
    queryKey: ['figures', 'promises', periodOf(filters)],
    queryFn: () => bodyOf(api.GET('/v1/promises', { params: { query: spanOf(filters) } })),
    placeholderData: keepPreviousData,
  });

export const useQuality = (filters: FigureFilters) =>
  useQuery({
    queryKey: ['figures', 'quality', periodOf(filters), filters.organisationId],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/repair-quality', { params: { query: { ...spanOf(filters), ...placeOf(filters) } } }),
      ),
    placeholderData: keepPreviousData,
  });

const totalOf = async (query: Parameters<typeof counted>[0]): Promise<number> => (await counted(query)).total;

const counted = (query: {
  readonly open?: boolean;
  readonly organisationId?: string;
  readonly receivedFrom?: string;
  readonly receivedTo?: string;
  readonly closedFrom?: string;
  readonly closedTo?: string;
}) => bodyOf(api.GET('/v1/case-counts', { params: { query } }));

/** Cases received and closed in each of the last weeks, the oldest first. */
export const useFlow = (filters: FigureFilters) =>
  useQuery({
    queryKey: ['figures', 'flow', filters.organisationId],
    queryFn: () => {
      const end = endOfDay();
      const weeks = Array.from({ length: WEEKS }, (_, at) => end - (WEEKS - at) * WEEK_MS);
      return Promise.all(
        weeks.map(async (start) => {
          const [from, to] = [isoOf(start), isoOf(start + WEEK_MS)];
          const [received, closed] = await Promise.all([
            totalOf({ receivedFrom: from, receivedTo: to, ...placeOf(filters) }),
            totalOf({ closedFrom: from, closedTo: to, ...placeOf(filters) }),
          ]);
          return { from, received, closed };
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

/** Surveys in each of the last weeks, the oldest first; of the days since Monday in the last. */
export const useSatisfaction = (filters: FigureFilters) =>
  useQuery({
    queryKey: ['figures', 'satisfaction', filters.organisationId],
    queryFn: async () => {
      const from = isoOf(Date.now() - (WEEKS - 1) * WEEK_MS);
      const query = { from, ...placeOf(filters) };
      return (await bodyOf(api.GET('/v1/figures/satisfaction', { params: { query } }))).weeks;
    },
    placeholderData: keepPreviousData,
  });

/** Open cases by age: one count for each span between two bounds. */
export const useBacklog = (filters: FigureFilters) =>
  useQuery({
    queryKey: ['figures', 'backlog', filters.organisationId],
    queryFn: () => {
      const now = Date.now();
      const bounds = [0, ...AGES];
      return Promise.all(
        bounds.map((from, at) => {
          const to = bounds[at + 1];
          return totalOf({
            open: true,
            ...placeOf(filters),
            ...(from > 0 && { receivedTo: isoOf(now - from * DAY_MS) }),
            ...(to !== undefined && { receivedFrom: isoOf(now - to * DAY_MS) }),
          });
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

/** A case behind a figure, whichever figure it is. */
export type Behind = Schemas['PromiseCase'] | Schemas['RepairCase'];

interface BehindPage {
  readonly items: readonly Behind[];
  readonly nextCursor: string | null;
}

/** One page of the cases behind the figure that is looked at. */
export async function casesBehind(filters: FigureFilters, cursor: string, limit = PAGE): Promise<BehindPage> {
  const { promise, quality, standing } = filters;
  const paged = { ...spanOf(filters), limit, ...(cursor !== '' && { cursor }) };
  if (quality !== undefined) {
    const one = REPAIR_STANDINGS.find((known) => known === standing);
    const query = { ...paged, ...placeOf(filters), ...(one !== undefined && { standing: one }) };
    return bodyOf(api.GET('/v1/repair-quality/{key}/cases', { params: { path: { key: quality }, query } }));
  }
  const one = PROMISE_STANDINGS.find((known) => known === standing);
  return bodyOf(
    api.GET('/v1/promises/{key}/cases', {
      params: {
        path: { key: promise ?? '' },
        query: { ...paged, ...(one !== undefined && { standing: one }) },
      },
    }),
  );
}

export const useBehind = (filters: FigureFilters) =>
  useInfiniteQuery({
    queryKey: ['figures', 'behind', filters],
    queryFn: ({ pageParam }) => casesBehind(filters, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
