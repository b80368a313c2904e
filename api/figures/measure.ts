import { ENDED_STAGES } from '../../domain/case/terms';
import type { Principal } from '../../domain/identity/principal';
import { HQ } from '../../domain/identity/scope';
import type { Config } from '../../platform/config';
import { Prisma, type Database } from '../../platform/database';
import { caseConditions, dissatisfied } from '../cases/filters';
import type { CaseFilters } from '../cases/schema';
import type { Figure, Flow, RepairsByWeek, Satisfaction } from './schema';
import { boundsOf, type Week } from './weeks';

/** A part of the cases: those of an organisation, an engineer or a product. */
export interface Measured {
  readonly organisationId?: string;
  readonly engineerId?: string;
  readonly productCode?: string;
}

export interface Measuring {
  readonly database: Database;
  readonly config: Config;
  readonly principal: Principal;
  readonly of: Measured;
}

/** The same cases by the filters of the case list; headquarters stands for all. */
export const filtersOf = ({ organisationId, ...of }: Measured): CaseFilters => ({
  ...of,
  ...(organisationId !== undefined && organisationId !== HQ && { organisationId }),
});

/** A figure with the query that finds its cases. */
export function figure(count: number | undefined, of: Measured, more: CaseFilters): Figure {
  const pairs = Object.entries({ ...filtersOf(of), ...more }).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return { count: count ?? 0, cases: new URLSearchParams(pairs).toString() };
}

const conditionsOf = ({ database, config, principal, of }: Measuring): Promise<Prisma.Sql> =>
  caseConditions({ database, config }, principal, filtersOf(of));

/**
 * The number of the week in which an instant lies, from 1 on; 0 before the first. The bounds are a query of their own, so that their
 * texts are read once and not for each row.
 */
const weekOf = (column: Prisma.Sql, weeks: readonly Week[]): Prisma.Sql =>
  Prisma.sql`width_bucket(${column}, (SELECT ${boundsOf(weeks)}::text[]::timestamptz[]))`;

/** A cancelled or merged case has no instant of its end but that of its last change. */
const ENDED_WITHOUT_CLOSING = ENDED_STAGES.filter((stage) => stage !== 'closed');
const ENDED_AT = Prisma.sql`CASE WHEN stage = 'closed' THEN closed_at
  WHEN stage IN (${Prisma.join([...ENDED_WITHOUT_CLOSING])}) THEN updated_at END`;

/** How many cases came and went in each week. */
export async function measureFlow(measuring: Measuring, weeks: readonly Week[]): Promise<Flow['weeks']> {
  const conditions = await conditionsOf(measuring);
  const rows = await measuring.database.$queryRaw<
    { readonly kind: string; readonly week: number; readonly count: number }[]
  >`
    WITH measured AS MATERIALIZED (SELECT received_at, closed_at, ${ENDED_AT} AS ended_at FROM service_case WHERE ${conditions})
    SELECT 'received' AS kind, ${weekOf(Prisma.sql`received_at`, weeks)} AS week, count(*)::int AS count FROM measured GROUP BY 2
    UNION ALL SELECT 'closed', ${weekOf(Prisma.sql`closed_at`, weeks)}, count(*)::int FROM measured WHERE closed_at IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'ended', ${weekOf(Prisma.sql`ended_at`, weeks)}, count(*)::int FROM measured WHERE ended_at IS NOT NULL GROUP BY 2`;
  const count = (kind: string, week: number): number =>
    rows.find((row) => row.kind === kind && row.week === week)?.count ?? 0;
  let open = count('received', 0) - count('ended', 0);
  return weeks.map((week, n) => {
    const [received, closed, ended] = ['received', 'closed', 'ended'].map((kind) => count(kind, n + 1));
    open += (received ?? 0) - (ended ?? 0);
    return {
      ...week,
      received: figure(received, measuring.of, { receivedFrom: week.from, receivedTo: week.to }),
      closed: figure(closed, measuring.of, { closedFrom: week.from, closedTo: week.to }),
      ended: ended ?? 0,
      openAtEnd: open,
    };
  });
}

/** How many repairs were verified in each week, at the first visit or again. */
export async function measureRepairs(
  measuring: Measuring,
  weeks: readonly Week[],
): Promise<RepairsByWeek['weeks']> {
  const conditions = await conditionsOf(measuring);
  const rows = await measuring.database.$queryRaw<
    { readonly week: number; readonly repaired: number; readonly fixed: number; readonly repeats: number }[]
  >`
    SELECT ${weekOf(Prisma.sql`repaired_at`, weeks)} AS week, count(*)::int AS repaired,
      count(*) FILTER (WHERE first_time_fix)::int AS fixed, count(*) FILTER (WHERE repeat_of IS NOT NULL)::int AS repeats
    FROM service_case WHERE ${within(Prisma.sql`repaired_at`, weeks)} AND ${conditions} GROUP BY 1`;
  return weeks.map((week, n) => {
    const row = rows.find((one) => one.week === n + 1);
    const then = { repairedFrom: week.from, repairedTo: week.to };
    return {
      ...week,
      repaired: figure(row?.repaired, measuring.of, then),
      firstTimeFixed: figure(row?.fixed, measuring.of, { ...then, firstTimeFix: true }),
      repeats: figure(row?.repeats, measuring.of, { ...then, repeat: true }),
    };
  });
}

/** How satisfied the customers were who answered in each week (R22). */
export async function measureSatisfaction(
  measuring: Measuring,
  weeks: readonly Week[],
): Promise<Satisfaction['weeks']> {
  const conditions = await conditionsOf(measuring);
  const rows = await measuring.database.$queryRaw<
    {
      readonly week: number;
      readonly answered: number;
      readonly dissatisfied: number;
      readonly productScore: number | null;
      readonly serviceScore: number | null;
    }[]
  >`
    SELECT ${weekOf(Prisma.sql`asked.met_at`, weeks)} AS week, count(*)::int AS answered,
      count(*) FILTER (WHERE ${dissatisfied})::int AS dissatisfied,
      round(avg((process.state #>> '{survey,productScore}')::numeric), 2)::float8 AS "productScore",
      round(avg((process.state #>> '{survey,serviceScore}')::numeric), 2)::float8 AS "serviceScore"
    FROM process_clock AS asked JOIN service_case ON service_case.process_id = asked.process_id
      JOIN process ON process.id = asked.process_id
    WHERE asked.name = 'survey' AND ${within(Prisma.sql`asked.met_at`, weeks)} AND ${conditions} GROUP BY 1`;
  return weeks.map((week, n) => {
    const row = rows.find((one) => one.week === n + 1);
    const then = { surveyedFrom: week.from, surveyedTo: week.to };
    return {
      ...week,
      answered: figure(row?.answered, measuring.of, then),
      dissatisfied: figure(row?.dissatisfied, measuring.of, { ...then, dissatisfied: true }),
      productScore: row?.productScore ?? null,
      serviceScore: row?.serviceScore ?? null,
    };
  });
}

const within = (column: Prisma.Sql, weeks: readonly Week[]): Prisma.Sql =>
  Prisma.sql`${column} >= ${weeks[0]?.from}::timestamptz AND ${column} < ${weeks.at(-1)?.to}::timestamptz`;
