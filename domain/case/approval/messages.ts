import { escalateApproval, openApproval } from '../../approval/approval';
import type { Approval } from '../../approval/terms';
import type { ClockEvent } from '../../clock/clocks';
import type { JsonObject } from '../../json';
import { nameOf } from '../../identity/actor';
import type { Effect, Recipient } from '../../process/decider';
import type { Messages } from '../effects';
import type { EventOf } from '../events';
import type { ApprovalEvents } from './case-terms';
import { tell } from '../common/recipients';
import { lateness } from '../common/lateness';
import type { RegisteredCase } from '../state';

type Reminder = Extract<ClockEvent, { type: 'ClockWarned' | 'ClockBreached' | 'ClockEscalated' }>;

/** Messages to the person who has to decide, and to the one who asked. */
export const APPROVAL_MESSAGES: Messages<keyof ApprovalEvents> = {
  ApprovalRequested: requested,
  ApprovalDelegated: requested,
  ApprovalReminded: (state, { data, actor }) =>
    about(state, data).map((it) =>
      tell(state, holderOf(it), 'approval-reminded', {
        ...whatAndWhy(it),
        by: nameOf(actor),
        since: it.asked.at,
      }),
    ),
  ApprovalEscalated: (state, { data }) =>
    about(state, data).map((it) => tell(state, holderOf(it), 'approval-escalated', whatAndWhy(it))),
  ApprovalDecided: (state, event) => about(state, event.data).flatMap((it) => toAsker(state, it, event)),
  ApprovalWithdrawn: (state, { data }) =>
    about(state, data).map((it) =>
      tell(state, holderOf(it), 'approval-withdrawn', { ...whatOf(it), withdrawal: data.withdrawal }),
    ),
};

function requested(
  state: RegisteredCase,
  { data }: EventOf<'ApprovalRequested' | 'ApprovalDelegated'>,
): readonly Effect[] {
  return about(state, data).map((it) => tell(state, holderOf(it), 'approval-requested', whatAndWhy(it)));
}

/** The messages of the clock `approval`. */
export const APPROVAL_NOTICES = {
  ClockWarned: reminders,
  ClockBreached: reminders,
  ClockEscalated: reminders,
};

/**
 * Reminds the approver in working hours, or reports that the decision is overdue. An escalation has a message
 * of its own.
 */
function reminders(state: RegisteredCase, event: Reminder): readonly Effect[] {
  const open = openApproval(state);
  if (!open) return [];
  if (event.type === 'ClockEscalated' && escalateApproval(state, event.data.to).length > 0) return [];
  const { dueAt } = event.data;
  const params = { ...whatOf(open), dueAt, late: lateness(state, event.data) };
  return event.type === 'ClockWarned'
    ? [{ ...tell(state, holderOf(open), 'approval-reminder', params), urgency: 'working-hours' }]
    : [tell(state, holderOf(open), 'approval-overdue', params)];
}

function toAsker(
  state: RegisteredCase,
  approval: Approval,
  { actor, data }: EventOf<'ApprovalDecided'>,
): readonly Effect[] {
  const { asked, status } = approval;
  if (asked.by.kind !== 'staff') return [];
  const params = { ...whatOf(approval), status, by: nameOf(actor), reason: data.reason };
  return [tell(state, { staffId: asked.by.id }, 'approval-decided', params)];
}

const about = (
  { approvals = [] }: RegisteredCase,
  data: { readonly approvalId: string },
): readonly Approval[] => approvals.filter(({ id }) => id === data.approvalId);

/** Current approver: the post, or the delegate. */
const holderOf = ({ with: post, delegated }: Approval): Recipient =>
  delegated ? { staffId: delegated.to.id } : { ...post };

const whatOf = ({ need, what }: Approval): JsonObject => ({ approvalKind: need.kind, what });

const whatAndWhy = (approval: Approval): JsonObject => {
  const { reasonEn, reasonZh } = approval.need;
  return { ...whatOf(approval), why: { en: reasonEn, zh: reasonZh } };
};
