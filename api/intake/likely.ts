import { Prisma, type Database } from '../../platform/database';
import type { Scope } from '../../domain/identity/scope';
import { inScope } from '../scope';

/** Shorter names than this are in every other one. */
const SHORTEST_KEY = 3;
const MOST = 5;
/** As alike as trigrams have to be: a branch, another floor, the legal form left out. */
const ALIKE = 0.5;

/** Customers whose name or address is much like a text. */
export const isLike = (text: string): Prisma.Sql => Prisma.sql`(${like(text, Prisma.sql`customer.name_key`)}
  OR ${like(text, Prisma.sql`customer.address_key`)})`;

const like = (text: string, column: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  length(customer_key(${text})) >= ${SHORTEST_KEY}
  AND (${column} % customer_key(${text}) OR customer_key(${text}) <% ${column})
  AND ${likeness(text, column)} >= ${ALIKE})`;

const likeness = (text: string, column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`greatest(similarity(${column}, customer_key(${text})), word_similarity(customer_key(${text}), ${column}))`;

export interface LikelyCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly by: 'name' | 'address';
}

/** Whom a company name or a postal address may mean, of those that the caller sees: offered, never taken for the sender (R2). */
export async function likelyCustomers(
  database: Database,
  scope: Scope,
  { name, address }: { readonly name: string; readonly address?: string | null },
): Promise<readonly LikelyCustomer[]> {
  const where = address ?? '';
  const [byName, byAddress] = [Prisma.sql`customer.name_key`, Prisma.sql`customer.address_key`];
  return database.$queryRaw<LikelyCustomer[]>`
    SELECT id, number, name, status,
      CASE WHEN ${like(name, byName)} THEN 'name' ELSE 'address' END AS by
    FROM customer WHERE status = 'active' AND ${inScope(scope, 'customer')}
      AND (${like(name, byName)} OR ${like(where, byAddress)})
    ORDER BY greatest(${likeness(name, byName)}, ${likeness(where, byAddress)}) DESC NULLS LAST, number LIMIT ${MOST}`;
}
