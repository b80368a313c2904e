import type { CountryCode } from 'libphonenumber-js/max';
import type { Principal } from '../../domain/identity/principal';
import type { Config } from '../../platform/config';
import { Prisma, type Database } from '../../platform/database';
import type { CustomerListQuery } from './schema';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import { areaCodeOf, countryOf, readEmail, readPhone } from '../requests/contact-input';
import { Keyset } from '../http/paging';
import { isLike } from '../requests/likely';
import { inScope } from '../access/scope';
import { matchesWords } from '../http/matches-words';

interface Row {
  readonly id: string;
  readonly number: string;
}

/** The ids of one page of customers that the caller sees, by number. @throws {ApiError} for a contact that is none. */
export async function listCustomers(
  { database, config }: { readonly database: Database; readonly config: Config },
  { actor, scope }: Principal,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: CustomerListQuery,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<Row>(
    [{ column: Prisma.sql`number`, kind: 'text', direction: 'asc', of: ({ number }) => number }],
    { ...filters, list: 'customers' },
  );
  const { phone, email, like, q, status } = filters;
  const areaCode = phone === undefined ? undefined : await areaCodeOf(database, actor.organisationId);
  const conditions = [
    inScope(scope, 'customer'),
    Prisma.sql`customer.merged_into IS NULL`,
    ...(phone === undefined
      ? []
      : [hasContact('phone', readPhone(phone, countryOf(config), 'phone', areaCode))]),
    ...(email === undefined ? [] : [hasContact('email', readEmail(email, 'email'))]),
    ...(like === undefined ? [] : [isLike(like)]),
    ...(q === undefined ? [] : [isFound(q)]),
    ...(status === undefined ? [] : [Prisma.sql`status = ${status}`]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Row[]>`
    SELECT id, number FROM customer WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { ids: rows.map(({ id }) => id), nextCursor };
}

const hasContact = (kind: 'phone' | 'email', value: string): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM customer_contact AS c WHERE c.customer_id = customer.id AND c.kind = ${kind} AND c.value = ${value})`;

const isFound = (q: string): Prisma.Sql =>
  Prisma.sql`number IN (WITH found AS MATERIALIZED (SELECT number FROM customer WHERE ${matchesWords(q, true)}) SELECT number FROM found)`;

/** Contact of the caller to search for, if given (R2). @throws {ApiError} for an invalid contact. */
export function contactAsked(
  { phone, email }: CustomerListQuery,
  country: CountryCode,
  areaCode: string | undefined,
) {
  if (phone !== undefined)
    return { kind: 'phone' as const, value: readPhone(phone, country, 'phone', areaCode) };
  return email === undefined ? undefined : { kind: 'email' as const, value: readEmail(email, 'email') };
}
