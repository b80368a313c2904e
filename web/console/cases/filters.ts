import type { paths } from '../../generated/api';

type Query = NonNullable<paths['/v1/cases']['get']['parameters']['query']>;

/** Filters of the list as they stand in the address: a link to a list is a link to what was seen. */
export type CaseFilters = Pick<
  Query,
  'q' | 'stage' | 'requestType' | 'priority' | 'ownerStaffId' | 'breached' | 'sort' | 'direction'
>;

const LISTS = ['stage', 'requestType', 'priority'] as const;
const TEXTS = ['q', 'ownerStaffId', 'sort', 'direction'] as const;

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
  if (typeof search['breached'] === 'boolean') filters['breached'] = search['breached'];
  return filters;
}
