import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { paths } from '../generated/api';
import { api, bodyOf } from './api';

export type CaseQuery = NonNullable<paths['/v1/cases']['get']['parameters']['query']>;

/**
 * A list of cases as it stood when one of them was opened. It goes along in the state of the browser's history: a reload keeps it, and a
 * case that has left the list meanwhile, since it was dealt with, keeps its place.
 */
export interface Walk {
  /** Address of the list with its filters. */
  readonly back: string;
  /** Filters and order by which the API gives the rest; null for a list of something else, such as tasks. */
  readonly query: CaseQuery | null;
  readonly numbers: readonly string[];
  /** Where the list goes on after these; null at its end. */
  readonly nextCursor: string | null;
}

declare module '@tanstack/history' {
  interface HistoryState {
    walk?: Walk | undefined;
  }
}

interface Paged {
  readonly isPlaceholderData: boolean;
  readonly data: { readonly pages: readonly { readonly nextCursor: string | null }[] } | undefined;
}

interface WalkOf extends Pick<Walk, 'back' | 'query'> {
  readonly list: Paged;
  readonly numbers: readonly (string | undefined)[];
}

/** The list as it is shown. While others are read by new filters, what is shown is no list of theirs. */
export function walkOf({ list, back, query, numbers }: WalkOf): Walk | undefined {
  if (list.isPlaceholderData) return undefined;
  const known = numbers.filter((number) => number !== undefined);
  return {
    back,
    query,
    numbers: [...new Set(known)],
    nextCursor: list.data?.pages.at(-1)?.nextCursor ?? null,
  };
}

/** How many cases a list has in all, as far as it is known; asked for where not all of them have been read. */
export function useTotal(query: CaseQuery | null, read: number, isWhole: boolean): number | undefined {
  const { data } = useQuery({
    queryKey: ['total-of-cases', query],
    enabled: !isWhole && query !== null,
    queryFn: () => {
      const filters = { ...query };
      delete filters.sort;
      delete filters.direction;
      return bodyOf(api.GET('/v1/case-counts', { params: { query: filters } }));
    },
    staleTime: TOTAL_STALE_MS,
  });
  if (isWhole) return read;
  return data && Math.max(data.total, read);
}

/** To count a long list costs the database more than to show it: an old total will do. */
const TOTAL_STALE_MS = 60_000;
/** As many as one answer holds. */
const PAGE = 100;

export interface Place {
  readonly walk: Walk;
  /** From 1. */
  readonly at: number;
  readonly total: number | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The place of a case in the list that the reader came from; undefined for one who came from elsewhere. */
export function usePlace(number: string): Place | undefined {
  const given = useLocation({ select: ({ state }) => state.walk });
  const known = given && given.numbers.includes(number) ? given : undefined;
  const isLast = known?.numbers.at(-1) === number;
  const rest = useQuery({
    queryKey: ['rest-of-cases', known?.query, known?.nextCursor],
    enabled: isLast && known.query !== null && known.nextCursor !== null,
    queryFn: () =>
      bodyOf(
        api.GET('/v1/cases', {
          params: { query: { ...known?.query, limit: PAGE, cursor: known?.nextCursor ?? '' } },
        }),
      ),
    staleTime: Infinity,
  });
  const walk =
    known && rest.data
      ? {
          ...known,
          numbers: [...new Set([...known.numbers, ...rest.data.items.map((item) => item.number)])],
          nextCursor: rest.data.nextCursor,
        }
      : known;
  const total = useTotal(walk?.query ?? null, walk?.numbers.length ?? 0, walk?.nextCursor === null);
  if (!walk) return undefined;
  const index = walk.numbers.indexOf(number);
  return { walk, at: index + 1, total, previous: walk.numbers[index - 1], next: walk.numbers[index + 1] };
}
