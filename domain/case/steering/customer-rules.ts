import { DomainError } from '../../errors';
import { startComplaint } from '../after-service/follow-ups';
import type { CaseEvent } from '../events';
import type { RuleBook } from '../rule';
import type { RegisteredCase } from '../state';
import type { CustomerMessage } from './terms';

/** More are not read any sooner: the customer is asked to call. */
const MOST_UNANSWERED = 5;
const PREFIX = 'message-';

const unanswered = ({ followUps }: RegisteredCase): number =>
  followUps.filter(({ key }) => key.startsWith(PREFIX)).length;

/** The desk sees to each message: of a complaint by the time that a dissatisfied customer is promised (R22). */
function messageEvents(state: RegisteredCase, message: CustomerMessage, at: string): readonly CaseEvent[] {
  const { kind, text } = message;
  const key = `${PREFIX}${(state.customerMessages ?? 0) + 1}`;
  return [
    { type: 'CustomerWrote', data: message },
    ...(kind === 'complaint'
      ? startComplaint(state, key, text, at)
      : [
          { type: 'FollowUpOpened' as const, data: { key, kind: 'customer-message' as const, reason: text } },
        ]),
  ];
}

/** Commands that let customers act for themselves (R36). */
export const CUSTOMER_RULES: RuleBook<'sendLink' | 'recordMessage'> = {
  // The caller gets their link. Staff never hold it themselves: its bearer counts as the customer.
  sendLink: {
    at: 'open',
    whilePaused: true,
    events: () => [{ type: 'LinkSent', data: {} }],
  },
  recordMessage: {
    at: 'open',
    whilePaused: true,
    unless: (state) =>
      unanswered(state) < MOST_UNANSWERED ? undefined : new DomainError('CASE.MESSAGES_UNANSWERED'),
    events: (state, data, { at }) => messageEvents(state, data, at),
  },
};
