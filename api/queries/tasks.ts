import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../../schemas/paging';
import type { TaskListQuery } from '../../schemas/task';
import type { TaskOfCaseRow } from '../mappers/task';
import { Keyset } from '../paging';
import { inScope } from '../scope';

interface Row extends TaskOfCaseRow {
  readonly processId: string;
}

/** One page of open tasks, what is due first at the head. @throws {ApiError} for a cursor of another list. */
export async function listTasks(
  database: Database,
  principal: Principal,
  { limit = DEFAULT_LIMIT, cursor, scope = 'mine', kind, role }: TaskListQuery,
): Promise<{ readonly rows: readonly TaskOfCaseRow[]; readonly nextCursor: string | null }> {
  const text = (column: Prisma.Sql, of: (row: Row) => string) =>
    ({ column, kind: 'text', direction: 'asc', of }) as const;
  const keyset = new Keyset<Row>(
    [
      {
        column: Prisma.sql`task.due_at`,
        kind: 'instant',
        direction: 'asc',
        nullable: true,
        of: ({ dueAt }) => dueAt,
      },
      {
        column: Prisma.sql`task.opened_at`,
        kind: 'instant',
        direction: 'asc',
        of: ({ openedAt }) => openedAt,
      },
      text(Prisma.sql`task.process_id`, ({ processId }) => processId),
      text(Prisma.sql`task.key`, ({ key }) => key),
    ],
    { list: 'tasks', scope, kind, role, ...(scope === 'mine' && { of: principal.actor.id }) },
  );
  const conditions = [
    // Whose work it is may see the case too: a task never stands in a list of somebody for whom its case does not exist.
    inScope(principal.scope, 'service_case'),
    ...(scope === 'mine' ? [isMine(principal)] : []),
    ...(kind === undefined ? [] : [Prisma.sql`task.kind = ${kind}`]),
    ...(role === undefined ? [] : [Prisma.sql`task.role = ${role}`]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Row[]>`
    SELECT task.process_id AS "processId", task.key, task.kind, task.role, task.organisation_id AS "organisationId",
           task.staff_id AS "staffId", task.clock, task.due_at AS "dueAt", task.opened_at AS "openedAt", task.params,
           service_case.number, service_case.subject, service_case.stage, service_case.request_type AS "requestType",
           service_case.priority, service_case.paused, customer.name AS "customerName"
    FROM task
    JOIN service_case ON service_case.process_id = task.process_id
    LEFT JOIN customer ON customer.id = service_case.customer_id
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  return keyset.page(found, limit);
}

/** Assigned to me; or to nobody yet, and to a role that I have where I work. */
function isMine({ actor: { id, roles, organisationId } }: Principal): Prisma.Sql {
  if (roles.length === 0) return Prisma.sql`task.staff_id = ${id}`;
  return Prisma.sql`(task.staff_id = ${id} OR (task.staff_id IS NULL AND task.role IN (${Prisma.join([...roles])})
    AND (task.organisation_id = ${organisationId} OR task.organisation_id IS NULL)))`;
}
