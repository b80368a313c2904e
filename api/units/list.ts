import type { Scope } from '../../domain/identity/scope';
import { registerKeys } from '../../domain/text/serial';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { UnitListQuery } from './schema';
import { Keyset } from '../http/paging';
import { inScope } from '../access/scope';

interface Row {
  readonly id: string;
  readonly serial: string;
}

/** The ids of one page of units that the caller sees, by serial number. */
export async function listUnits(
  database: Database,
  scope: Scope,
  { limit = DEFAULT_LIMIT, cursor, serial, q }: UnitListQuery,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<Row>(
    [{ column: Prisma.sql`unit.serial`, kind: 'text', direction: 'asc', of: (unit) => unit.serial }],
    { serial, q, list: 'units' },
  );
  const conditions = [
    inScope(scope, 'unit'),
    ...(serial === undefined ? [] : [Prisma.sql`unit.serial_key = ANY(${[...registerKeys(serial)]})`]),
    ...(q === undefined ? [] : [hasFragment(q)]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Row[]>`
    SELECT id, serial FROM unit WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { ids: rows.map(({ id }) => id), nextCursor };
}

/** Text of only dashes and blanks has no fragment. */
export function hasFragment(q: string): Prisma.Sql {
  const patterns = registerKeys(q)
    .filter((key) => key !== '')
    .map((key) => Prisma.sql`unit.serial_key LIKE ${`%${key.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  return patterns.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(patterns, ' OR ')})`;
}
