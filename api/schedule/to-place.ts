import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { inScope } from '../access/scope';
import { JOB_COLUMNS, JOB_TABLES, jobView, type JobRow } from './jobs';
import { MOST_JOBS, type ScheduleView } from './schema';

/** Tasks that end with an engineer for a job. */
const PLACING = ['dispatch', 'answer-offer', 'reassign'] as const;

interface Row extends JobRow {
  readonly task: string;
  readonly since: Date;
  readonly taskDueAt: Date | null;
  readonly wantedFrom: string | null;
  readonly wantedTo: string | null;
  readonly offeredTo: string | null;
  readonly total: number;
}

/** The jobs in sight that wait for an engineer, first due first. */
export async function jobsToPlace(
  database: Database,
  { scope }: Principal,
  organisationId: string | undefined,
): Promise<Pick<ScheduleView, 'jobs' | 'jobCount'>> {
  const isOf =
    organisationId === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`(service_case.region_id = ${organisationId} OR service_case.outlet_id = ${organisationId})`;
  const rows = await database.$queryRaw<Row[]>`
    SELECT ${JOB_COLUMNS}, task.kind AS task, task.opened_at AS since, task.due_at AS "taskDueAt", (count(*) OVER ())::int AS total,
      COALESCE(process.state #>> '{wanted,from}', task.params ->> 'from') AS "wantedFrom",
      COALESCE(process.state #>> '{wanted,to}', task.params ->> 'to') AS "wantedTo",
      task.params ->> 'organisationId' AS "offeredTo"
    FROM task JOIN service_case ON service_case.process_id = task.process_id
      JOIN process ON process.id = task.process_id ${JOB_TABLES}
    WHERE task.kind IN (${Prisma.join([...PLACING])}) AND ${inScope(scope, 'service_case')} AND ${isOf}
    ORDER BY task.due_at NULLS LAST, service_case.received_at, service_case.number LIMIT ${MOST_JOBS}`;
  return {
    jobs: rows.map((row) => ({
      ...jobView({ ...row, dueAt: row.taskDueAt ?? row.dueAt }),
      task: row.task,
      since: row.since.toISOString(),
      wanted:
        row.wantedFrom === null || row.wantedTo === null ? null : { from: row.wantedFrom, to: row.wantedTo },
      offeredTo: row.offeredTo,
    })),
    jobCount: rows[0]?.total ?? 0,
  };
}
