import type { Principal } from '../../domain/identity/principal';
import { Prisma } from '../../platform/database';
import { readingOf } from '../access/reading';
import { inScope } from '../access/scope';
import { matchesWords } from '../http/matches-words';
import { periodOf } from '../http/period';
import type { DocumentFilters } from './schema';

/** Columns of a document that its filters are about. */
interface Columns {
  readonly number: Prisma.Sql;
  readonly currency: Prisma.Sql;
  readonly at: Prisma.Sql;
}

/**
 * Which documents a caller may see: those of the cases that they see (R11), of which `service_case` is joined.
 * @throws {ApiError} for a period that is none.
 */
export function documentConditions(
  principal: Principal,
  { currency, q, from, to }: DocumentFilters,
  columns: Columns,
): readonly Prisma.Sql[] {
  const period = periodOf({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  return [
    inScope(principal.scope, 'service_case'),
    ...(currency === undefined ? [] : [Prisma.sql`${columns.currency} = ${currency}`]),
    ...(q === undefined ? [] : [isFound(q, readingOf(principal).withContacts, columns.number)]),
    ...(period.from === undefined ? [] : [Prisma.sql`${columns.at} >= ${new Date(period.from)}`]),
    ...(period.to === undefined ? [] : [Prisma.sql`${columns.at} < ${new Date(period.to)}`]),
  ];
}

const isFound = (q: string, withPhones: boolean, number: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  starts_with(${number}, ${q.trim().toUpperCase()})
  OR service_case.process_id IN (WITH found AS MATERIALIZED (SELECT process_id FROM service_case WHERE ${matchesWords(q, withPhones)}) SELECT process_id FROM found)
  OR service_case.customer_id IN (WITH found AS MATERIALIZED (SELECT id FROM customer WHERE ${matchesWords(q, withPhones)}) SELECT id FROM found))`;

/** The case of a document and its customer, as every list shows them. */
export const OF_A_CASE = Prisma.sql`service_case.number AS "caseNumber", service_case.subject, service_case.stage,
  customer.id AS "customerId", customer.name AS "customerName"`;

export const SUMS = (currency: Prisma.Sql, table: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${currency} AS currency, count(*)::int AS count, sum(${table}.net_cents)::bigint AS "netCents",
    sum(${table}.tax_cents)::bigint AS "taxCents", sum(${table}.total_cents)::bigint AS "totalCents"`;
