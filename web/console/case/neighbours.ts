import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { Schemas } from '../api';

type Page = Schemas['CasePage'];
const isPages = (data: unknown): data is InfiniteData<Page> =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);

interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The cases before and after one in the list that was looked at last. */
export function useNeighbours(number: string): Neighbours {
  const queries = useQueryClient();
  const lists = queries
    .getQueryCache()
    .findAll({ queryKey: ['cases'] })
    .sort((left, right) => right.state.dataUpdatedAt - left.state.dataUpdatedAt);
  for (const { state } of lists) {
    const { data } = state;
    if (!isPages(data)) continue;
    const numbers = data.pages.flatMap(({ items }) => items.map((item) => item.number));
    const place = numbers.indexOf(number);
    if (place >= 0) return { previous: numbers[place - 1], next: numbers[place + 1] };
  }
  return { previous: undefined, next: undefined };
}
