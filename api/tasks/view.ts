import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import { ORDER_STAGES } from '../../domain/parts-order/terms';
import type { Wanted } from '../parts-orders/parts-wanted';
import type { TaskView } from './schema';
import { readsApproval, type Reading } from '../access/reading';
import { iso, oneOf, oneOfOrNull } from '../http/one-of';

/** A task, as its row has it. */
export interface TaskRow {
  readonly key: string;
  readonly kind: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly staffId: string | null;
  readonly clock: string | null;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly params: unknown;
}

/** Fields of a task's case in a list. */
export interface CaseOfTaskRow {
  readonly number: string;
  readonly subject: string;
  readonly stage: string;
  readonly requestType: string | null;
  readonly priority: string;
  readonly paused: boolean;
  readonly customerName: string | null;
}

/** A task with its case, and with its parts order where it is a task of one. */
export interface ListedTaskRow extends TaskRow, CaseOfTaskRow {
  readonly isCaseInSight: boolean;
  readonly orderNumber: string | null;
  readonly orderStage: string | null;
  readonly consignee: string | null;
  readonly partNumbers: readonly string[] | null;
  readonly neededBy: Date | null;
}

/** Shows the subject of an approval only to its approvers and to readers of internal costs (ADR 36). */
export const taskFields = (row: TaskRow, reading: Reading) => ({
  key: row.key,
  kind: row.kind,
  role: oneOf(ROLES, row.role),
  organisationId: row.organisationId,
  staffId: row.staffId,
  clock: row.clock,
  dueAt: iso(row.dueAt),
  openedAt: row.openedAt.toISOString(),
  params: paramsOf(row, reading),
});

/** Fields of the case in a list. */
export const taskCase = (row: CaseOfTaskRow) => ({
  number: row.number,
  subject: row.subject,
  stage: oneOf(STAGES, row.stage),
  requestType: oneOfOrNull(REQUEST_TYPES, row.requestType),
  priority: oneOf(PRIORITIES, row.priority),
  paused: row.paused,
  customerName: row.customerName,
});

export const listedTask = (
  row: ListedTaskRow,
  reading: Reading,
  wantedOf: (order: string) => Pick<Wanted, 'parts'>,
): TaskView => ({
  ...taskFields(row, reading),
  case: row.isCaseInSight ? taskCase(row) : null,
  partsOrder:
    row.orderNumber === null || row.orderStage === null
      ? null
      : {
          number: row.orderNumber,
          caseNumber: row.number,
          stage: oneOf(ORDER_STAGES, row.orderStage),
          consignee: row.consignee ?? '',
          partNumbers: [...(row.partNumbers ?? [])],
          parts: [...wantedOf(row.orderNumber).parts],
          neededBy: iso(row.neededBy),
        },
});

function paramsOf(row: TaskRow, reading: Reading): Readonly<Record<string, unknown>> {
  if (!isObject(row.params)) return {};
  if (row.kind !== 'approve' || readsApproval(reading, inChargeOf(row))) return row.params;
  const { amountCents, marginBasisPoints: _margin, ...params } = row.params;
  return { ...params, ...(params.approvalKind === 'quote' && amountCents !== undefined && { amountCents }) };
}

export const inChargeOf = ({
  role,
  organisationId,
  staffId,
}: Pick<TaskRow, 'role' | 'organisationId' | 'staffId'>) => ({
  role: oneOf(ROLES, role),
  organisationId,
  staffId,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
