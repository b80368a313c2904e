import { Prisma, type Database } from '../../platform/database';
import type { Scope } from '../../domain/identity/scope';
import { inScope } from '../access/scope';

/** Shorter names than this are in every other one. */
const SHORTEST_KEY = 3;
const MOST = 5;
/** As alike as trigrams have to be: a branch, another floor, the legal form left out. */
const ALIKE = 0.5;

const NAME = Prisma.sql`customer.name_key`;
const ENGLISH_NAME = Prisma.sql`customer.name_en_key`;
const ADDRESS = Prisma.sql`customer.address_key`;

/** Customers whose name, in either language, or address is much like a text. */
export const isLike = (text: string): Prisma.Sql => Prisma.sql`(${hasName(text)} OR ${like(text, ADDRESS)})`;

const hasName = (text: string): Prisma.Sql =>
  Prisma.sql`(${like(text, NAME)} OR ${like(text, ENGLISH_NAME)})`;

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

/**
 * Customers in scope whose name or postal address matches: offered as candidates, never taken as the sender
 * (R2).
 */
export async function likelyCustomers(
  database: Database,
  scope: Scope,
  { name, address }: { readonly name: string; readonly address?: string | null },
): Promise<readonly LikelyCustomer[]> {
  const where = address ?? '';
  return database.$queryRaw<LikelyCustomer[]>`
    SELECT id, number, name, status,
      CASE WHEN ${hasName(name)} THEN 'name' ELSE 'address' END AS by
    FROM customer WHERE status = 'active' AND ${inScope(scope, 'customer')}
      AND (${hasName(name)} OR ${like(where, ADDRESS)})
    ORDER BY greatest(${likeness(name, NAME)}, ${likeness(name, ENGLISH_NAME)}, ${likeness(where, ADDRESS)}) DESC NULLS LAST, number LIMIT ${MOST}`;
}
