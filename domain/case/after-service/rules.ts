import { DomainError } from '../../errors';
import { answerSurvey, makeRevisit } from './after-service';
import { usedApprovalRefusal } from '../approval/approvals';
import { dissatisfiedFollowUps } from './follow-ups';
import { isBeingRegistered } from './new-problems';
import { undelivered } from '../parts/orders';
import { reopenRefusal, reopen } from './reopen';
import type { RuleBook } from '../rule';
import type { RegisteredCase } from '../state';
import { missingTripCostRefusal } from '../visit/trips';

/** R19, R22–R24: closed is what has been followed up and revisited, whose parts have come or are cancelled, and whose new problems stand in the register. */
function closeRefusal(state: RegisteredCase): DomainError | undefined {
  if (state.stage === 'surveyed' && state.revisit?.required !== false)
    return new DomainError('CASE.REVISIT_OUTSTANDING');
  if (dissatisfiedFollowUps(state).length > 0) return new DomainError('CASE.FOLLOW_UP_OPEN');
  const trips = missingTripCostRefusal(state);
  if (trips) return trips;
  const orders = undelivered(state);
  if (orders.length > 0) return new DomainError('CASE.PARTS_UNSETTLED', { orders: orders.join(', ') });
  return isBeingRegistered(state)
    ? new DomainError('CASE.NEW_PROBLEM_UNREGISTERED')
    : usedApprovalRefusal(state);
}

/** Rules after the report (R22, R23). */
export const AFTER_SERVICE_RULES: RuleBook<'recordSurvey' | 'recordRevisit' | 'reopen' | 'close'> = {
  recordSurvey: {
    at: ['reported'],
    events: answerSurvey,
  },
  recordRevisit: {
    at: ['surveyed'],
    events: makeRevisit,
  },
  // A closed case has no process any more: what comes up then is a request of its own (R24).
  reopen: { at: ['after-service'], unless: reopenRefusal, events: reopen },
  close: {
    at: ['surveyed', 'revisited'],
    unless: closeRefusal,
    events: (state, data, { at, takeBack }) => [
      { type: 'CaseClosed', data: {} },
      ...takeBack(state, { ...data, end: 'closed' }, at),
    ],
  },
};
