import { isPermitted, type Permission } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import { FOUND_KINDS, MOST_OF_A_KIND, type Found, type FoundKind, type SearchAnswer } from './schema';
import { SOURCES, type FoundRow } from './sources';

const PERMISSION: Readonly<Record<FoundKind, Permission>> = {
  case: 'case.read',
  customer: 'customer.read',
  unit: 'unit.read',
  request: 'request.read',
  partsOrder: 'partsOrder.read',
  staff: 'staff.read',
};

const PATH: Readonly<Record<FoundKind, string>> = {
  case: '/v1/cases/',
  customer: '/v1/customers/',
  unit: '/v1/units/',
  request: '/v1/requests/',
  partsOrder: '/v1/parts-orders/',
  staff: '/v1/staff/',
};

/** Finds a text in each kind of thing that the caller may read, all at once. */
export async function searchAll(database: Database, principal: Principal, q: string): Promise<SearchAnswer> {
  const kinds = FOUND_KINDS.filter((kind) => isPermitted(principal.actor, PERMISSION[kind]));
  const groups = await Promise.all(
    kinds.map(async (kind) => {
      const rows = await database.$queryRaw<FoundRow[]>(
        SOURCES[kind]({ q, principal, limit: MOST_OF_A_KIND + 1 }),
      );
      return {
        kind,
        items: rows.slice(0, MOST_OF_A_KIND).map((row) => found(kind, row)),
        hasMore: rows.length > MOST_OF_A_KIND,
      };
    }),
  );
  return { groups: groups.filter(({ items }) => items.length > 0) };
}

const found = (kind: FoundKind, row: FoundRow): Found => ({
  kind,
  ...row,
  href: `${PATH[kind]}${encodeURIComponent(row.id)}`,
});
