import type { CaseQuery } from '../walk';

/** Filters of the list as they stand in the address: a link to a list is a link to what was seen. */
export type CaseFilters = Pick<
  CaseQuery,
  | 'q'
  | 'stage'
  | 'requestType'
  | 'priority'
  | 'channel'
  | 'warranty'
  | 'ownerStaffId'
  | 'engineerId'
  | 'organisationId'
  | 'customerId'
  | 'unitId'
  | 'productCode'
  | 'faultCode'
  | 'phone'
  | 'dueFrom'
  | 'dueBefore'
  | 'closedFrom'
  | 'closedTo'
  | 'open'
  | 'mine'
  | 'breached'
  | 'paused'
  | 'sort'
  | 'direction'
>;

const LISTS = ['stage', 'requestType', 'priority', 'channel', 'warranty'] as const;
const TEXTS = [
  'q',
  'ownerStaffId',
  'engineerId',
  'organisationId',
  'customerId',
  'unitId',
  'productCode',
  'faultCode',
  'phone',
  'dueFrom',
  'dueBefore',
  'closedFrom',
  'closedTo',
  'sort',
  'direction',
] as const;
const SWITCHES = ['open', 'mine', 'breached', 'paused'] as const;

/** Filters that choose one of a list of codes. */
export const CHOICES = [
  { key: 'stage', list: 'caseStage', word: 'stage' },
  { key: 'requestType', list: 'requestType', word: 'type' },
  { key: 'priority', list: 'priority', word: 'priority' },
  { key: 'channel', list: 'channel', word: 'channel' },
  { key: 'warranty', list: 'warrantyState', word: 'warranty' },
] as const;

/** Orders of the list; the first is the API's own. */
export const SORTS = [
  { key: 'newest', sort: undefined, direction: undefined },
  { key: 'dueFirst', sort: 'nextDeadlineAt', direction: 'asc' },
  { key: 'changed', sort: 'updatedAt', direction: 'desc' },
  { key: 'oldest', sort: 'receivedAt', direction: 'asc' },
] as const;

export const sortOf = ({ sort, direction }: CaseFilters): string =>
  SORTS.find((one) => one.sort === sort && one.direction === direction)?.key ?? 'newest';

/**
 * Reads filters from an address that anybody may have typed. The API says what is wrong with a value that it does not know; here only the
 * shape is held.
 */
export function caseFilters(search: Record<string, unknown>): CaseFilters {
  const filters: Record<string, unknown> = {};
  for (const key of LISTS) {
    const values = [search[key]].flat().filter((value) => typeof value === 'string' && value !== '');
    if (values.length > 0) filters[key] = values;
  }
  for (const key of TEXTS)
    if (typeof search[key] === 'string' && search[key] !== '') filters[key] = search[key];
    else if (typeof search[key] === 'number') filters[key] = String(search[key]);
  for (const key of SWITCHES) if (typeof search[key] === 'boolean') filters[key] = search[key];
  return filters;
}

/** The address of the list: its filters, and the view that they were taken from, which they may have left since. */
export type CaseSearch = CaseFilters & { readonly view?: string };

/** In place of a view's id: all cases, for one who begins with a view of their own. */
export const NO_VIEW = 'all';

export function caseSearch(search: Record<string, unknown>): CaseSearch {
  const { view } = search;
  return {
    ...caseFilters(search),
    ...(typeof view === 'string' && view !== '' && { view: view.slice(0, 60) }),
  };
}
