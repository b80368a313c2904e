import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { TaskListQuery } from './schema';
import type { ListedTaskRow } from './view';
import { Keyset } from '../http/paging';
import { inScope } from '../access/scope';
import { isMine } from './mine';

interface Row extends ListedTaskRow {
  readonly processId: string;
}

/** The order of whatever stands in a list of work: what is due first, then what has waited longest. */
export const DUE_FIRST = [
  {
    column: Prisma.sql`task.due_at`,
    kind: 'instant',
    direction: 'asc',
    nullable: true,
    of: ({ dueAt }: Waiting) => dueAt,
  },
  {
    column: Prisma.sql`task.opened_at`,
    kind: 'instant',
    direction: 'asc',
    of: ({ openedAt }: Waiting) => openedAt,
  },
  {
    column: Prisma.sql`task.process_id`,
    kind: 'text',
    direction: 'asc',
    of: ({ processId }: Waiting) => processId,
  },
] as const;

type Waiting = Pick<Row, 'dueAt' | 'openedAt' | 'processId'>;

/** A process is called as its case (ADR 6): an order names its case's process by the case's number. */
export const TASK_TABLES = Prisma.sql`FROM task
    LEFT JOIN parts_order ON parts_order.process_id = task.process_id
    JOIN service_case ON service_case.process_id = COALESCE(parts_order.case_number, task.process_id)`;

/** One page of open tasks, what is due first at the head. @throws {ApiError} for a cursor of another list. */
export async function listTasks(
  database: Database,
  principal: Principal,
  { limit = DEFAULT_LIMIT, cursor, scope = 'mine', kind, role, of, caseNumber, depot }: TaskListQuery,
): Promise<{ readonly rows: readonly ListedTaskRow[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<Row>(
    [...DUE_FIRST, { column: Prisma.sql`task.key`, kind: 'text', direction: 'asc', of: ({ key }) => key }],
    {
      list: 'tasks',
      scope,
      kind,
      role,
      process: of,
      caseNumber,
      depot,
      ...(scope === 'mine' && { of: principal.actor.id }),
    },
  );
  const conditions = [
    inSight(principal),
    ...(scope === 'mine' ? [isMine(principal)] : []),
    ...(kind === undefined ? [] : [Prisma.sql`task.kind IN (${Prisma.join(kind)})`]),
    ...(role === undefined ? [] : [Prisma.sql`task.role = ${role}`]),
    ...(of === undefined
      ? []
      : [
          of === 'case' ? Prisma.sql`parts_order.number IS NULL` : Prisma.sql`parts_order.number IS NOT NULL`,
        ]),
    ...(caseNumber === undefined ? [] : [Prisma.sql`service_case.number = ${caseNumber}`]),
    // The work of a depot is what orders ask of it.
    ...(depot === undefined
      ? []
      : [Prisma.sql`parts_order.number IS NOT NULL AND task.organisation_id = ${depot}`]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Row[]>`
    SELECT task.process_id AS "processId", task.key, task.kind, task.role, task.organisation_id AS "organisationId",
           task.staff_id AS "staffId", task.clock, task.due_at AS "dueAt", task.opened_at AS "openedAt", task.params,
           service_case.number, service_case.subject, service_case.stage, service_case.request_type AS "requestType",
           service_case.priority, service_case.paused, customer.name AS "customerName",
           ${inScope(principal.scope, 'service_case')} AS "isCaseInSight",
           parts_order.number AS "orderNumber", parts_order.stage AS "orderStage", parts_order.consignee,
           parts_order.part_numbers AS "partNumbers", parts_order.needed_by AS "neededBy"
    ${TASK_TABLES} LEFT JOIN customer ON customer.id = service_case.customer_id
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  return keyset.page(found, limit);
}

/**
 * Limits tasks to visible cases and orders: a reader never gets a task whose case or order does not exist for
 * them.
 */
export const inSight = ({ scope }: Principal): Prisma.Sql => Prisma.sql`CASE WHEN parts_order.number IS NULL
  THEN ${inScope(scope, 'service_case')} ELSE ${inScope(scope, 'parts_order')} END`;
