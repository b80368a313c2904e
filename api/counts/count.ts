import { STAGES } from '../../domain/case/terms';
import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { inScope } from '../access/scope';
import { isOpenOrder } from '../parts-orders/list';
import { isUnstarted } from '../requests/unstarted';
import { areMine, isOpenCase } from '../cases/filters';
import { inSight, TASK_TABLES } from '../tasks/list';
import { isMine } from '../tasks/mine';
import type { Counts } from './schema';

const HOUR_MS = 3_600_000;

interface Due {
  readonly total: number;
  readonly overdue: number;
  readonly soon: number;
}

/** Everything that the frame of the console shows beside its menu, in three statements. */
export async function countAll(
  database: Database,
  principal: Principal,
  soonHours: number,
  now: Date,
): Promise<Counts> {
  const soon = new Date(now.getTime() + soonHours * HOUR_MS);
  const [byKind, stages, others] = await Promise.all([
    countTasks(database, principal, { now, soon }),
    countCases(database, principal, { now, soon }),
    countOthers(database, principal, now),
  ]);
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const due = (rows: readonly Due[]): Due => ({
    total: sum(rows, ({ total }) => total),
    overdue: sum(rows, ({ overdue }) => overdue),
    soon: sum(rows, (row) => row.soon),
  });
  const { unread, registered, ...partsOrders } = others;
  return {
    asOf: now.toISOString(),
    soonHours,
    tasks: { ...due(byKind), byKind: [...byKind] },
    approvals: sum(
      byKind.filter(({ kind }) => kind === 'approve'),
      ({ total }) => total,
    ),
    cases: {
      ...due(stages),
      mine: sum(stages, ({ mine }) => mine),
      breached: sum(stages, ({ breached }) => breached),
      paused: sum(stages, ({ paused }) => paused),
      byStage: STAGES.flatMap((stage) =>
        stages.filter((row) => row.stage === stage).map(({ total }) => ({ stage, count: total })),
      ),
    },
    notifications: { unread },
    requests: isPermitted(principal.actor, 'request.read') ? { registered } : null,
    partsOrders,
  };
}

interface Moments {
  readonly now: Date;
  readonly soon: Date;
}

const dueCounts = (
  column: Prisma.Sql,
  { now, soon }: Moments,
): Prisma.Sql => Prisma.sql`count(*)::int AS total,
  count(*) FILTER (WHERE ${column} < ${now})::int AS overdue,
  count(*) FILTER (WHERE ${column} >= ${now} AND ${column} < ${soon})::int AS soon`;

const countTasks = (database: Database, principal: Principal, moments: Moments) =>
  database.$queryRaw<(Due & { readonly kind: string })[]>`
    SELECT task.kind, ${dueCounts(Prisma.sql`task.due_at`, moments)}
    ${TASK_TABLES} WHERE ${isMine(principal)} AND ${inSight(principal)}
    GROUP BY task.kind ORDER BY total DESC, task.kind`;

interface StageRow extends Due {
  readonly stage: string;
  readonly mine: number;
  readonly breached: number;
  readonly paused: number;
}

const countCases = (database: Database, principal: Principal, moments: Moments) =>
  database.$queryRaw<StageRow[]>`
    SELECT stage, ${dueCounts(Prisma.sql`next_deadline_at`, moments)}, count(*) FILTER (WHERE breached)::int AS breached,
      count(*) FILTER (WHERE paused)::int AS paused, count(*) FILTER (WHERE ${areMine(principal)})::int AS mine
    FROM service_case WHERE ${isOpenCase} AND ${inScope(principal.scope, 'service_case')} GROUP BY stage`;

interface Others {
  readonly unread: number;
  readonly registered: number;
  readonly open: number;
  readonly overdue: number;
}

async function countOthers(database: Database, { actor, scope }: Principal, now: Date): Promise<Others> {
  const [row] = await database.$queryRaw<Others[]>`SELECT
    (SELECT count(*)::int FROM notification WHERE staff_id = ${actor.id} AND read_at IS NULL AND not_before <= ${now}) AS unread,
    (SELECT count(*)::int FROM request WHERE ${isUnstarted} AND ${inScope(scope, 'request')}) AS registered,
    orders.* FROM (SELECT count(*)::int AS open, count(*) FILTER (WHERE next_deadline_at < ${now})::int AS overdue
      FROM parts_order WHERE ${isOpenOrder} AND ${inScope(scope, 'parts_order')}) AS orders`;
  if (!row) throw new Error('PostgreSQL counted nothing');
  return row;
}
