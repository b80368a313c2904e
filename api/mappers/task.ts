import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import type { TaskView } from '../../schemas/task';
import { iso, oneOf, oneOfOrNull } from './one-of';

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

/** A task with what a list shows of its case. */
export interface TaskOfCaseRow extends TaskRow {
  readonly number: string;
  readonly subject: string;
  readonly stage: string;
  readonly requestType: string | null;
  readonly priority: string;
  readonly paused: boolean;
  readonly customerName: string | null;
}

export const taskFields = (row: TaskRow) => ({
  key: row.key,
  kind: row.kind,
  role: oneOf(ROLES, row.role),
  organisationId: row.organisationId,
  staffId: row.staffId,
  clock: row.clock,
  dueAt: iso(row.dueAt),
  openedAt: row.openedAt.toISOString(),
  params: isObject(row.params) ? row.params : {},
});

export const taskOfCase = (row: TaskOfCaseRow): TaskView => ({
  ...taskFields(row),
  case: {
    number: row.number,
    subject: row.subject,
    stage: oneOf(STAGES, row.stage),
    requestType: oneOfOrNull(REQUEST_TYPES, row.requestType),
    priority: oneOf(PRIORITIES, row.priority),
    paused: row.paused,
    customerName: row.customerName,
  },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
