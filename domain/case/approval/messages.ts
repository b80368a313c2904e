import { nameOf } from '../../identity/actor';
import { APPROVAL_CLOCK, escalateApproval, openApproval } from '../../approval/approval';
import type { Approval, ApprovalEvent } from '../../approval/terms';
import type { ClockEvent } from '../../clock/clocks';
import type { JsonObject } from '../../json';
import type { Effect, Recipient, Recorded } from '../../process/decider';
import type { CaseEvent } from '../events';
import { tell } from '../common/recipients';
import { lateness } from '../common/lateness';
import type { RegisteredCase } from '../state';

type Reminder = Extract<ClockEvent, { type: 'ClockWarned' | 'ClockBreached' | 'ClockEscalated' }>;

/** What is told to the one who has to decide, and to the one who asked; undefined for what is not about an approval. */
export function approvalMessages(
  state: RegisteredCase,
  event: Recorded<CaseEvent>,
): readonly Effect[] | undefined {
  switch (event.type) {
    case 'ApprovalRequested':
    case 'ApprovalDelegated':
      return about(state, event).map((it) => tell(state, holderOf(it), 'approval-requested', whatAndWhy(it)));
    case 'ApprovalReminded':
      return about(state, event).map((it) =>
        tell(state, holderOf(it), 'approval-reminded', {
          ...whatAndWhy(it),
          by: nameOf(event.actor),
          since: it.asked.at,
        }),
      );
    case 'ApprovalEscalated':
      return about(state, event).map((it) => tell(state, holderOf(it), 'approval-escalated', whatAndWhy(it)));
    case 'ApprovalDecided':
      return about(state, event).flatMap((it) => toAsker(state, it, event));
    case 'ApprovalWithdrawn': {
      const { withdrawal } = event.data;
      return about(state, event).map((it) =>
        tell(state, holderOf(it), 'approval-withdrawn', { ...whatOf(it), withdrawal }),
      );
    }
    case 'ClockWarned':
    case 'ClockBreached':
    case 'ClockEscalated':
      return event.data.clock === APPROVAL_CLOCK ? reminders(state, event) : undefined;
    default:
      return undefined;
  }
}

/** Reminded in working hours, told when it is overdue. Passing up has a message of its own. */
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
  { actor, data }: Recorded<Extract<ApprovalEvent, { type: 'ApprovalDecided' }>>,
): readonly Effect[] {
  const { asked, status } = approval;
  if (asked.by.kind !== 'staff') return [];
  const params = { ...whatOf(approval), status, by: nameOf(actor), reason: data.reason };
  return [tell(state, { staffId: asked.by.id }, 'approval-decided', params)];
}

const about = ({ approvals = [] }: RegisteredCase, { data }: ApprovalEvent): readonly Approval[] =>
  approvals.filter(({ id }) => id === data.approvalId);

/** Whoever has to decide: the post it is with, or the colleague it was handed to. */
const holderOf = ({ with: post, delegated }: Approval): Recipient =>
  delegated ? { staffId: delegated.to.id } : { ...post };

const whatOf = ({ need, what }: Approval): JsonObject => ({ approvalKind: need.kind, what });

const whatAndWhy = (approval: Approval): JsonObject => {
  const { reasonEn, reasonZh } = approval.need;
  return { ...whatOf(approval), why: { en: reasonEn, zh: reasonZh } };
};
