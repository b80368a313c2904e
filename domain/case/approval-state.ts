import { evolveApprovals } from '../approval/approval';
import type { ApprovalEvent } from '../approval/terms';
import type { Recorded } from '../process/decider';
import { boundedApprovals } from './bounded-lists';
import type { CaseState } from './state';

/** The case after what happened to an approval. */
export function withApproval(state: CaseState, event: Recorded<ApprovalEvent>, at: string): CaseState {
  return {
    ...state,
    approvals: boundedApprovals(evolveApprovals(state.approvals, event)),
    ...quoteWaits(state, event, at),
  };
}

/** A quote for nothing that nothing covers waits for its approval, and is nobody's to accept once it has it. */
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
