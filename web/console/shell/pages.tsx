import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWords } from '../language';
import { SHELL_WORDS } from './words';

const PAGE = 50;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list that the API gives page by page: its rows so far, kept in sight while others are read. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  read: (page: { readonly limit: number; readonly cursor?: string }) => Promise<Page<Item>>,
) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read({ limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return { list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}

type Paged = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** Shows the next page, where the list has one. */
export function More({ list }: { readonly list: Paged }) {
  const shell = useWords(SHELL_WORDS);
  if (!list.hasNextPage) return null;
  return (
    <button
      type="button"
      className="button-plain more"
      disabled={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {list.isFetchingNextPage ? shell('loading') : shell('more')}
    </button>
  );
}
