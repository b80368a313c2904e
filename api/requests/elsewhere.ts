import type { Static } from '@sinclair/typebox';
import type { Scope } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import type { Elsewhere } from './elsewhere-schema';
import { inScope } from '../access/scope';

type Entry = Static<typeof Elsewhere>;

/** Which of these customers the caller sees. */
export async function seenOf(
  database: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (scope.kind === 'all' || ids.length === 0) return new Set(ids);
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM customer WHERE id = ANY(${[...ids]}::text[]) AND ${inScope(scope, 'customer')}`;
  return new Set(rows.map(({ id }) => id));
}

/** Name and centre of customers outside the caller's scope, and nothing else (R11). */
export async function elsewhereOf(
  database: Database,
  ids: readonly string[],
  by: Entry['by'],
): Promise<readonly Entry[]> {
  if (ids.length === 0) return [];
  const rows = await database.customer.findMany({
    where: { id: { in: [...ids] } },
    include: { region: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ name, region }) => ({
    name,
    centre: region && { id: region.id, name: { en: region.nameEn, zh: region.nameZh }, phone: region.phone },
    by,
  }));
}

/** Customers outside the caller's scope with a given telephone number or address. Excludes prospects. */
export async function knownElsewhere(
  database: Database,
  scope: Scope,
  { kind, value }: { readonly kind: 'phone' | 'email'; readonly value: string },
): Promise<readonly Entry[]> {
  if (scope.kind === 'all') return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM customer WHERE status = 'active' AND (${inScope(scope, 'customer')}) IS NOT TRUE AND EXISTS
      (SELECT FROM customer_contact AS c WHERE c.customer_id = customer.id AND c.kind = ${kind} AND c.value = ${value})
    ORDER BY number LIMIT 20`;
  return elsewhereOf(
    database,
    rows.map(({ id }) => id),
    'contact',
  );
}
