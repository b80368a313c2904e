import { evolveApprovals } from '../../approval/approval';
import type { Approval } from '../../approval/terms';
import { boundedApprovals } from '../common/bounded-lists';
import type { EventOf } from '../events';
import type { Fold } from '../fold';
import type { CaseState } from '../state';
import type { ApprovalEvents } from './case-terms';

type ApprovalEvent = EventOf<keyof ApprovalEvents>;

export const APPROVAL_FOLD: Fold<keyof ApprovalEvents> = {
  ApprovalRequested: withApproval,
  ApprovalDelegated: withApproval,
  ApprovalReminded: withApproval,
  ApprovalEscalated: withApproval,
  ApprovalDecided: withApproval,
  ApprovalWithdrawn: withApproval,
};

function withApproval(state: CaseState, event: ApprovalEvent, at: string): CaseState {
  return {
    ...state,
    ...planNeeds(state, event),
    approvals: boundedApprovals(evolveApprovals(state.approvals, event).map(withoutOrder)),
    ...quoteWaits(state, event, at),
  };
}

/** A quote of zero needs approval but no acceptance. */
function quoteWaits(
  { quote }: CaseState,
  event: ApprovalEvent,
  statusSince: string,
): Pick<CaseState, 'quote'> {
  if (quote?.totalCents !== 0) return {};
  if (event.type === 'ApprovalRequested' && event.data.need.kind === 'quote')
    return { quote: { ...quote, status: 'in-approval', statusSince } };
  const isApproved =
    event.type === 'ApprovalDecided' && event.data.kind === 'quote' && event.data.decision === 'approve';
  return isApproved && quote.status === 'in-approval'
    ? { quote: { ...quote, status: 'nothing-to-pay', statusSince } }
    : {};
}

/** The plan now depends on this approval; rejecting an order leaves the plan unchanged. */
function planNeeds({ approvals = [] }: CaseState, event: ApprovalEvent): Pick<CaseState, 'planApprovalId'> {
  if (event.type === 'ApprovalRequested') {
    const { approvalId, covers, order } = event.data;
    return covers && covers.isUsed !== true && !order ? { planApprovalId: approvalId } : {};
  }
  if (event.type !== 'ApprovalDecided') return {};
  const { approvalId, decision } = event.data;
  const { covers, order } = approvals.find(({ id }) => id === approvalId) ?? {};
  return covers && covers.isUsed !== true && (!order || decision === 'approve')
    ? { planApprovalId: approvalId }
    : {};
}

/** The decision ends the pending order: it is placed or dropped. */
const withoutOrder = ({ order, ...approval }: Approval): Approval =>
  order && approval.status === 'open' ? { ...approval, order } : approval;
