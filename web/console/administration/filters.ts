import type { Schemas } from '../api';

export interface StaffFilters {
  readonly q?: string;
  readonly role?: Schemas['Colleague']['roles'][number];
  readonly organisationId?: string;
  readonly left?: boolean;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export function staffFilters(search: Record<string, unknown>): StaffFilters {
  const q = text(search['q']);
  // A role that is none is refused by the API in its own words.
  const role = text(search['role']) as StaffFilters['role'];
  const organisationId = text(search['organisationId']);
  return {
    ...(q !== undefined && { q }),
    ...(role !== undefined && { role }),
    ...(organisationId !== undefined && { organisationId }),
    ...(search['left'] === true && { left: true }),
  };
}
