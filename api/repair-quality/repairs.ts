import { HQ, type Scope } from '../../domain/identity/scope';
import { ON_CUSTOMERS_SIDE } from '../../domain/case/visit/terms';
import { Prisma } from '../../platform/database';
import type { RepairQualityQuery } from './schema';
import { inScope } from '../access/scope';

/**
 * Verified repairs, one row per case, with the columns of the figures (`RepairFacts`): `number`,
 * `verified_at`, the engineer, `on_first_visit` (ignores a trip that failed because of the customer),
 * `is_repeat`, `was_repeated`, `is_watched`. A reader of the case sees its repair, and its repetition even
 * when the repeating case is out of scope.
 * @param now selects the policies in force, which say how long a repair is watched.
 */
export function repairRows(scope: Scope, filters: RepairQualityQuery, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT service_case.number, service_case.repaired_at AS verified_at, done.engineer_id, done.engineer_name,
      unit.product_code, service_case.fault_code, done.visits, done.counted = 1 AS on_first_visit,
      COALESCE((SELECT ${isRelated(Prisma.sql`own`)} FROM process AS own
        WHERE own.id = service_case.process_id AND service_case.repeat_of IS NOT NULL), FALSE) AS is_repeat,
      service_case.repeat_of, earlier.region_id AS earlier_region_id, earlier.outlet_id AS earlier_outlet_id,
      again.number IS NOT NULL AS was_repeated,
      again.number AS repeated_by, again.region_id AS again_region_id, again.outlet_id AS again_outlet_id,
      COALESCE(service_case.fault_code IS NOT NULL
        AND service_case.repaired_at + make_interval(secs => watch.within_days * 86400) >= ${now}, FALSE) AS is_watched
    FROM service_case
      CROSS JOIN LATERAL
        (SELECT (array_agg(trip.engineer_id ORDER BY trip.number) FILTER (WHERE trip.outcome = 'repaired'))[1] AS engineer_id,
           (array_agg(trip.engineer_name ORDER BY trip.number) FILTER (WHERE trip.outcome = 'repaired'))[1] AS engineer_name,
           (array_agg(trip.outlet_id ORDER BY trip.number) FILTER (WHERE trip.outcome = 'repaired'))[1] AS outlet_id,
           (array_agg(trip.region_id ORDER BY trip.number) FILTER (WHERE trip.outcome = 'repaired'))[1] AS region_id,
           count(*)::int AS visits,
           count(*) FILTER (WHERE trip.outcome = 'repaired' OR NOT COALESCE(trip.reason IN (${Prisma.join([...ON_CUSTOMERS_SIDE])}), FALSE))::int AS counted
         FROM trip WHERE trip.process_id = service_case.process_id AND trip.outcome IN ('repaired', 'unfinished')) AS done
      LEFT JOIN unit ON unit.id = service_case.unit_id
      LEFT JOIN product ON product.code = unit.product_code
      LEFT JOIN service_case AS earlier ON earlier.number = service_case.repeat_of
      LEFT JOIN LATERAL
        (SELECT second.number, second.region_id, second.outlet_id
         FROM service_case AS second JOIN process AS its ON its.id = second.process_id
         WHERE second.repeat_of = service_case.number AND ${isRelated(Prisma.sql`its`)}
         ORDER BY second.received_at, second.number LIMIT 1) AS again ON TRUE
      LEFT JOIN LATERAL
        (SELECT within_days FROM repeat_repair_policy AS policy
         WHERE policy.effective_from <= ${now} AND (policy.product_family IS NULL OR policy.product_family = product.family)
           AND unit.id IS NOT NULL
         ORDER BY policy.product_family IS NULL, policy.effective_from DESC LIMIT 1) AS watch ON TRUE
    WHERE ${Prisma.join(conditions(scope, filters), ' AND ')}`;
}

/** A supervisor may find that the two have nothing to do with each other. States are long: they are read of repeats alone. */
const isRelated = (process: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${process}.state #>> '{repeatRepair,attribution}' IS DISTINCT FROM 'unrelated')`;

function conditions(scope: Scope, filters: RepairQualityQuery): Prisma.Sql[] {
  const { from, to, organisationId, engineerId, productCode, faultCode } = filters;
  const equal = (column: Prisma.Sql, value: string | undefined): Prisma.Sql[] =>
    value === undefined ? [] : [Prisma.sql`${column} = ${value}`];
  return [
    inScope(scope, 'service_case'),
    Prisma.sql`service_case.repaired_at IS NOT NULL`,
    ...(from === undefined ? [] : [Prisma.sql`service_case.repaired_at >= ${new Date(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`service_case.repaired_at < ${new Date(to)}`]),
    ...(organisationId === undefined || organisationId === HQ
      ? []
      : [Prisma.sql`(done.region_id = ${organisationId} OR done.outlet_id = ${organisationId})`]),
    ...equal(Prisma.sql`done.engineer_id`, engineerId),
    ...equal(Prisma.sql`unit.product_code`, productCode),
    ...equal(Prisma.sql`service_case.fault_code`, faultCode),
  ];
}
