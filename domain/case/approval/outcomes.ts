import type { ApprovalEvent } from '../../approval/terms';
import type { ClockEvent } from '../../clock/clocks';
import type { CaseEvent } from '../events';
import { orderParts } from '../parts/orders';
import { offer } from '../quote/quote';
import type { RegisteredCase } from '../state';

/**
 * Consequences of a decision, by kind of approval: the only place that defines them. @param at when it was
 * decided.
 */
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
      // The approval itself makes the repair possible, or requires another diagnosis.
      return decision === 'approve' ? ordered(state, approvalId, at) : [];
    case 'quote': {
      const { quote } = state;
      if (quote?.status !== 'in-approval') return [];
      // A quote of zero needs no customer decision.
      if (decision === 'approve' && quote.totalCents === 0) return [];
      return decision === 'approve'
        ? offer(state, quote, notBeforeAsked(state, approvalId, at))
        : [{ type: 'QuoteDisapproved', data: { number: quote.number, reason } }];
    }
  }
}

/** A late report from an offline phone cannot date a decision before its request. */
function notBeforeAsked({ approvals = [] }: RegisteredCase, approvalId: string, at: string): string {
  const askedAt = approvals.find(({ id }) => id === approvalId)?.asked.at ?? at;
  return at < askedAt ? askedAt : at;
}

/** The parts that waited for it. */
function ordered(state: RegisteredCase, approvalId: string, at: string): readonly CaseEvent[] {
  const { order } = state.approvals?.find(({ id }) => id === approvalId) ?? {};
  return order ? orderParts(state, order, { at: notBeforeAsked(state, approvalId, at) }) : [];
}
