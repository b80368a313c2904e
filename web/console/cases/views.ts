import { useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import { useListPreference } from './list-preference';
import { caseFilters, NO_VIEW, type CaseFilters, type CaseSearch } from './filters';

/** Key of the query for saved views of the list of cases. */
export const VIEWS = ['views', 'cases'] as const;

type View = Schemas['SavedView'];

export const searchOf = (view: View): CaseSearch => ({ ...caseFilters(view.filters), view: view.id });

/** Saved views of the list, and the one with which the reader begins. */
export function useViews() {
  const { data, isPending } = useQuery({
    queryKey: VIEWS,
    queryFn: () => bodyOf(api.GET('/v1/views', { params: { query: { list: 'cases' } } })),
  });
  const items = data?.items ?? [];
  const preference = useListPreference('cases.view');
  const first = items.find(({ id }) => id === preference.value);
  return {
    items,
    first,
    /** It is not known yet with which view the reader begins. */
    isPending: preference.isPending || (preference.value !== undefined && isPending),
    setFirst: (id: string | null) => preference.set(id),
    error: preference.error,
    /** Search of the address without any filter. */
    none: first ? { view: NO_VIEW } : {},
  };
}
export type Views = ReturnType<typeof useViews>;

/** The view that the address names; of an address without one, the view whose filters are the same. */
export function viewOf(items: readonly View[], search: CaseSearch, filters: CaseFilters): View | undefined {
  if (search.view !== undefined) return items.find(({ id }) => id === search.view);
  const fitting = items.filter((view) => isSame(caseFilters(view.filters), filters));
  return fitting.find(({ isMine }) => isMine) ?? fitting[0];
}

/** Filters say the same in any order. */
export const isSame = (left: CaseFilters, right: CaseFilters): boolean => textOf(left) === textOf(right);
const textOf = (filters: CaseFilters): string =>
  JSON.stringify(Object.entries(filters).sort(([left], [right]) => (left < right ? -1 : 1)));
