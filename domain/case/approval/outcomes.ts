import type { ApprovalEvent, ApprovalKind } from '../../approval/terms';
import type { ClockEvent } from '../../clock/clocks';
import type { CaseEvent } from '../events';
import { orderParts } from '../parts/orders';
import { offer } from '../quote/quote';
import type { RegisteredCase } from '../state';

type Decided = Extract<ApprovalEvent, { type: 'ApprovalDecided' }>['data'];
type Outcome = (state: RegisteredCase, decided: Decided, at: string) => readonly CaseEvent[];

/** The approval itself makes the repair possible, or requires another diagnosis. */
const planDecided: Outcome = (state, { approvalId, decision }, at) =>
  decision === 'approve' ? ordered(state, approvalId, at) : [];

const quoteDecided: Outcome = (state, { approvalId, decision, reason }, at) => {
  const { quote } = state;
  if (quote?.status !== 'in-approval') return [];
  if (decision !== 'approve') return [{ type: 'QuoteDisapproved', data: { number: quote.number, reason } }];
  // A quote of zero needs no customer decision.
  return quote.totalCents === 0 ? [] : offer(state, quote, notBeforeAsked(state, approvalId, at));
};

/** The consequences of a decision, by kind of approval: a kind without an entry does not compile. */
const OUTCOMES: Readonly<Record<ApprovalKind, Outcome>> = {
  'repair-plan': planDecided,
  'unit-replacement': planDecided,
  quote: quoteDecided,
};

/** The events that follow from a decision. @param at when it was decided. */
export const onApproval = (
  state: RegisteredCase,
  event: ApprovalEvent | ClockEvent,
  at: string,
): readonly CaseEvent[] =>
  event.type === 'ApprovalDecided' ? OUTCOMES[event.data.kind](state, event.data, at) : [];

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
