import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { TripListQuery } from './trip-schema';
import type { TripRow } from './trip-view';
import { Keyset } from '../http/paging';

/** One page of the dispatch record (R13), what was promised last first. @throws {ApiError} for a cursor of another list. */
export async function listTrips(
  database: Database,
  scope: Scope,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: TripListQuery,
  now: Date,
): Promise<{ readonly rows: readonly TripRow[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<TripRow>(
    [
      {
        column: Prisma.sql`trip.promised_from`,
        kind: 'instant',
        direction: 'desc',
        of: ({ promisedFrom }) => promisedFrom,
      },
      { column: Prisma.sql`trip.id`, kind: 'text', direction: 'desc', of: ({ id }) => id },
    ],
    { ...filters, list: 'trips' },
  );
  const conditions = [tripInScope(scope), ...filterConditions(filters, now), keyset.after(cursor)];
  const found = await database.$queryRaw<TripRow[]>`
    SELECT trip.id, trip.process_id AS "caseNumber", trip.number, trip.engineer_id AS "engineerId", trip.engineer_name AS "engineerName",
      trip.outlet_id AS "outletId", trip.region_id AS "regionId", customer.id AS "customerId", customer.name AS "customerName",
      COALESCE(unit.address, customer.address) AS place, trip.promised_from AS "promisedFrom", trip.promised_to AS "promisedTo",
      trip.departed_at AS "departedAt", trip.arrived_at AS "arrivedAt", ${breachedAt(now)} AS "breachedAt",
      trip.entered_late_at AS "enteredLateAt", trip.ended_at AS "endedAt", trip.outcome, trip.reason,
      trip.labour_minutes AS "labourMinutes", trip.travel_minutes AS "travelMinutes", trip.labour_cost_cents AS "labourCostCents",
      trip.travel_cost_cents AS "travelCostCents", trip.currency
    FROM trip LEFT JOIN customer ON customer.id = trip.customer_id LEFT JOIN unit ON unit.id = trip.unit_id
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  return keyset.page(found, limit);
}

/** As `brokenArrival` of the rules has it: one that is still expected is broken once it is due. */
const breachedAt = (now: Date): Prisma.Sql => Prisma.sql`COALESCE(trip.breached_at,
  CASE WHEN trip.outcome = 'under-way' AND trip.arrived_at IS NULL AND trip.arrive_by <= ${now} THEN trip.arrive_by END)`;

/** A trip is its engineer's, wherever its case has gone since: it stays in the record of the tier that made it (R11). */
function tripInScope(scope: Scope): Prisma.Sql {
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`TRUE`;
    case 'region':
      return Prisma.sql`trip.region_id = ${scope.regionId}`;
    case 'outlet':
      return Prisma.sql`trip.outlet_id = ${scope.outletId}`;
  }
}

function filterConditions(
  {
    engineerId,
    outletId,
    regionId,
    caseNumber,
    outcome,
    breached,
    from,
    to,
  }: Omit<TripListQuery, 'limit' | 'cursor'>,
  now: Date,
): Prisma.Sql[] {
  const equal = (column: Prisma.Sql, value: string | undefined): Prisma.Sql[] =>
    value === undefined ? [] : [Prisma.sql`${column} = ${value}`];
  return [
    ...equal(Prisma.sql`trip.engineer_id`, engineerId),
    ...equal(Prisma.sql`trip.outlet_id`, outletId),
    ...equal(Prisma.sql`trip.region_id`, regionId),
    ...equal(Prisma.sql`trip.process_id`, caseNumber),
    ...equal(Prisma.sql`trip.outcome`, outcome),
    ...(breached === undefined ? [] : [Prisma.sql`(${breachedAt(now)} IS NOT NULL) = ${breached}`]),
    ...(from === undefined ? [] : [Prisma.sql`trip.promised_from >= ${new Date(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`trip.promised_from < ${new Date(to)}`]),
  ];
}
