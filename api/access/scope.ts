import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Reader } from '../../platform/database';

/** Tables whose rows belong to a part of the organisation. */
export type ScopedTable =
  'service_case' | 'request' | 'customer' | 'unit' | 'service_contract' | 'parts_order';

/** `sees` of the domain for the list of cases: the one table that holds both columns. */
export function caseWhere(scope: Scope): Prisma.ServiceCaseWhereInput {
  switch (scope.kind) {
    case 'all':
      return {};
    case 'region':
      return { regionId: scope.regionId };
    case 'outlet':
      return { outletId: scope.outletId };
  }
}

/**
 * `sees` as a condition of a WHERE clause; name the table as it is called (`FROM customer`, no alias).
 * It is SQL because requests and customers reach their cases through no foreign key: the ids of an outlet's customers, asked
 * for first and sent back with `in`, would end at the 32,767 parameters that PostgreSQL takes.
 */
export function inScope(scope: Scope, table: ScopedTable): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`TRUE`;
  switch (table) {
    case 'service_case':
      return scope.kind === 'region'
        ? Prisma.sql`service_case.region_id = ${scope.regionId}`
        : Prisma.sql`service_case.outlet_id = ${scope.outletId}`;
    case 'request':
      return requestInScope(scope);
    case 'parts_order':
      return orderInScope(scope);
    case 'customer':
      return customerInScope(scope, Prisma.sql`customer.id`, Prisma.sql`customer.region_id`);
    case 'unit':
      // A unit, like a contract, is where its customer is.
      return ownerInScope(scope, Prisma.sql`unit.customer_id`);
    case 'service_contract':
      return ownerInScope(scope, Prisma.sql`service_contract.customer_id`);
  }
}

type Part = Exclude<Scope, { kind: 'all' }>;

/** Cases that the caller may read: also those that their region had at first and has given to another. What is done about them is for that one. */
export const caseReadable = (scope: Scope): Prisma.Sql =>
  scope.kind === 'region'
    ? Prisma.sql`(service_case.region_id = ${scope.regionId} OR service_case.taken_in_region_id = ${scope.regionId})`
    : inScope(scope, 'service_case');

/** An order is its case's and its outlet's, and every depot's that has to do with it (R20). */
const orderInScope = (scope: Part): Prisma.Sql =>
  scope.kind === 'region'
    ? Prisma.sql`(parts_order.region_id = ${scope.regionId} OR EXISTS (SELECT FROM organisation AS depot
        WHERE depot.id = ANY(parts_order.depot_ids) AND (depot.id = ${scope.regionId} OR depot.parent_id = ${scope.regionId})))`
    : Prisma.sql`(parts_order.outlet_id = ${scope.outletId} OR ${scope.outletId} = ANY(parts_order.depot_ids))`;

/**
 * A request is where its case is now, and where it was at first; before the case has started, in the region that its sender was known to
 * be in.
 */
const requestInScope = (scope: Part): Prisma.Sql =>
  scope.kind === 'region'
    ? Prisma.sql`(COALESCE((SELECT c.region_id FROM service_case AS c WHERE c.number = request.case_number), request.region_id) = ${scope.regionId}
        OR EXISTS (SELECT FROM service_case AS c WHERE c.number = request.case_number AND c.taken_in_region_id = ${scope.regionId}))`
    : Prisma.sql`EXISTS (SELECT FROM service_case AS c WHERE c.number = request.case_number AND c.outlet_id = ${scope.outletId})`;

/**
 * A customer is in a region; a centre or outlet also knows those for whom it has, or had, a job: a prospect has no region until the
 * clerk who took the call has completed the file.
 */
const customerInScope = (scope: Part, id: Prisma.Sql, regionId: Prisma.Sql): Prisma.Sql =>
  scope.kind === 'region'
    ? Prisma.sql`(${regionId} = ${scope.regionId} OR EXISTS
        (SELECT FROM service_case AS job WHERE job.customer_id = ${id} AND job.region_id = ${scope.regionId}))`
    : Prisma.sql`EXISTS (SELECT FROM service_case AS job WHERE job.customer_id = ${id} AND job.outlet_id = ${scope.outletId})`;

const ownerInScope = (scope: Part, customerId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM customer AS owner WHERE owner.id = ${customerId}
    AND ${customerInScope(scope, Prisma.sql`owner.id`, Prisma.sql`owner.region_id`)})`;

/** Key column of a table: the number of a case or request, the id of a customer or unit. */
const KEY: Readonly<Record<ScopedTable, Prisma.Sql>> = {
  service_case: Prisma.sql`service_case.number`,
  request: Prisma.sql`request.number`,
  customer: Prisma.sql`customer.id`,
  unit: Prisma.sql`unit.id`,
  service_contract: Prisma.sql`service_contract.number`,
  parts_order: Prisma.sql`parts_order.number`,
};

const NAME: Readonly<Record<ScopedTable, Prisma.Sql>> = {
  service_case: Prisma.sql`service_case`,
  request: Prisma.sql`request`,
  customer: Prisma.sql`customer`,
  unit: Prisma.sql`unit`,
  service_contract: Prisma.sql`service_contract`,
  parts_order: Prisma.sql`parts_order`,
};

/** Whether there is such a row and the caller sees it. What is not theirs to see does not exist for them (404). */
export async function isInScope(
  database: Reader,
  scope: Scope,
  table: ScopedTable,
  key: string,
): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM ${NAME[table]} WHERE ${KEY[table]} = ${key} AND ${inScope(scope, table)}`;
  return rows.length > 0;
}
