import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import type { ApprovalListQuery } from './schema';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { ApprovalRow } from './view';
import { Keyset } from '../http/paging';
import { inScope } from '../access/scope';
import { DUE_FIRST } from '../tasks/list';
import { isMine } from '../tasks/mine';

interface Row extends ApprovalRow {
  readonly processId: string;
}

/** One page of what waits for approval, what is due first at the head. @throws {ApiError} for a cursor of another list. */
export async function listApprovals(
  database: Database,
  principal: Principal,
  { limit = DEFAULT_LIMIT, cursor, scope = 'mine', kind, caseNumber, overdue }: ApprovalListQuery,
  now: Date,
): Promise<{ readonly rows: readonly ApprovalRow[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<Row>(DUE_FIRST, {
    list: 'approvals',
    scope,
    kind,
    caseNumber,
    overdue,
    ...(scope === 'mine' && { of: principal.actor.id }),
  });
  const isOverdue = Prisma.sql`COALESCE(task.due_at < ${now}, FALSE)`;
  const conditions = [
    Prisma.sql`task.kind = 'approve'`,
    inScope(principal.scope, 'service_case'),
    ...(scope === 'mine' ? [isMine(principal)] : []),
    ...(kind === undefined ? [] : [Prisma.sql`task.params->>'approvalKind' = ${kind}`]),
    ...(caseNumber === undefined ? [] : [Prisma.sql`service_case.number = ${caseNumber}`]),
    ...(overdue === undefined ? [] : [Prisma.sql`${isOverdue} = ${overdue}`]),
    keyset.after(cursor),
  ];
  // One approval at most is open in a case, so that the process makes the order total.
  const found = await database.$queryRaw<Row[]>`
    SELECT task.process_id AS "processId", task.role, task.organisation_id AS "organisationId",
           task.staff_id AS "staffId", task.due_at AS "dueAt", task.opened_at AS "openedAt", task.params,
           service_case.number, service_case.subject, service_case.stage, service_case.request_type AS "requestType",
           service_case.priority, service_case.paused, customer.name AS "customerName"
    FROM task
    JOIN service_case ON service_case.process_id = task.process_id
    LEFT JOIN customer ON customer.id = service_case.customer_id
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  return keyset.page(found, limit);
}
