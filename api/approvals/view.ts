import { nameOf } from '../../domain/identity/actor';
import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

import {
  APPROVAL_KIND_NAMES,
  APPROVAL_KINDS,
  APPROVAL_STATUS_NAMES,
  type Approval,
} from '../../domain/approval/terms';
import { ROLES } from '../../domain/identity/roles';
import type { ApprovalView, CaseApprovals } from './schema';
import { readsApproval, type Reading } from '../access/reading';
import { iso, oneOf } from '../http/one-of';
import { inChargeOf, taskCase, type CaseOfTaskRow, type TaskRow } from '../tasks/view';

export type ApprovalRow = CaseOfTaskRow & Omit<TaskRow, 'key' | 'kind' | 'clock'>;

/** Parameters of the approver's task. */
const Params = Type.Object({
  approvalId: Type.String(),
  approvalKind: Type.String(),
  what: Type.String(),
  ruleId: Type.String(),
  why: Type.Object({ en: Type.String(), zh: Type.String() }),
  askedBy: Type.Object({ id: Type.String(), name: Type.String() }),
  amountCents: Type.Optional(Type.Integer()),
  currency: Type.Optional(Type.String()),
  marginBasisPoints: Type.Optional(Type.Integer()),
});

/** An approval that waits, as its task has it. */
export function approvalView(row: ApprovalRow, reading: Reading): ApprovalView {
  const params = Value.Parse(Params, row.params);
  const kind = oneOf(APPROVAL_KINDS, params.approvalKind);
  const isRead = readsApproval(reading, inChargeOf(row));
  return {
    approvalId: params.approvalId,
    kind,
    kindNames: APPROVAL_KIND_NAMES[kind],
    what: params.what,
    amountCents: amountRead(params.amountCents, kind === 'quote' || isRead),
    currency: params.currency ?? null,
    marginBasisPoints: amountRead(params.marginBasisPoints, isRead),
    ruleId: params.ruleId,
    why: params.why,
    askedBy: params.askedBy,
    askedAt: row.openedAt.toISOString(),
    with: { role: oneOf(ROLES, row.role), organisationId: row.organisationId },
    delegatedTo: row.staffId,
    dueAt: iso(row.dueAt),
    case: taskCase(row),
  };
}

const amountRead = (amount: number | undefined, isRead: boolean): number | null =>
  (isRead ? amount : undefined) ?? null;

export const caseApprovalView = (
  { id, need, asked, delegated, reminders = [], decided, withdrawn, ...approval }: Approval,
  reading: Reading,
): Static<typeof CaseApprovals>[number] => ({
  approvalId: id,
  kind: need.kind,
  kindNames: APPROVAL_KIND_NAMES[need.kind],
  status: approval.status,
  statusNames: APPROVAL_STATUS_NAMES[approval.status],
  what: approval.what,
  amountCents: amountRead(
    approval.amountCents,
    need.kind === 'quote' || readsApproval(reading, { ...approval.with, staffId: delegated?.to.id ?? null }),
  ),
  currency: approval.currency ?? null,
  ruleId: need.ruleId,
  why: { en: need.reasonEn, zh: need.reasonZh },
  askedBy: { id: asked.by.id, name: nameOf(asked.by) },
  askedAt: asked.at,
  with: { ...approval.with },
  delegated: delegated
    ? { to: { ...delegated.to }, by: nameOf(delegated.by), at: delegated.at, reason: delegated.reason }
    : null,
  reminders: reminders.map(({ by, at, againFrom }) => ({ by: nameOf(by), at, againFrom })),
  decided: decided ? { by: nameOf(decided.by), at: decided.at, reason: decided.reason } : null,
  withdrawn: withdrawn ? { at: withdrawn.at, withdrawal: withdrawn.withdrawal } : null,
});
