import type { ApprovalEvent } from '../../approval/terms';
import type { ClockEvent } from '../../clock/clocks';
import type { CaseEvent } from '../events';
import { orderParts } from '../parts/orders';
import { offer } from '../quote/quote';
import type { RegisteredCase } from '../state';

/** What a decision brings about beside being known, for each kind of approval: the one place for it. @param at when it was decided. */
export function onApproval(
  state: RegisteredCase,
  event: ApprovalEvent | ClockEvent,
  at: string,
): readonly CaseEvent[] {
  if (event.type !== 'ApprovalDecided') return [];
  const { approvalId, kind, decision, reason } = event.data;
  switch (kind) {
    case 'repair-plan':
    case 'unit-replacement':
      // The repair is possible now, or has to be diagnosed anew: that follows from the approval itself.
      return decision === 'approve' ? ordered(state, approvalId, at) : [];
    case 'quote': {
      const { quote } = state;
      if (quote?.status !== 'in-approval') return [];
      // Nobody has to agree to paying nothing.
      if (decision === 'approve' && quote.totalCents === 0) return [];
      return decision === 'approve'
        ? offer(state, quote, notBeforeAsked(state, approvalId, at))
        : [{ type: 'QuoteDisapproved', data: { number: quote.number, reason } }];
    }
  }
}

/** Told late by a phone out of reach, it was decided when it was asked for at the earliest. */
function notBeforeAsked({ approvals = [] }: RegisteredCase, approvalId: string, at: string): string {
  const askedAt = approvals.find(({ id }) => id === approvalId)?.asked.at ?? at;
  return at < askedAt ? askedAt : at;
}

/** The parts that waited for it. */
function ordered(state: RegisteredCase, approvalId: string, at: string): readonly CaseEvent[] {
  const { order } = state.approvals?.find(({ id }) => id === approvalId) ?? {};
  return order ? orderParts(state, order, { at: notBeforeAsked(state, approvalId, at) }) : [];
}
