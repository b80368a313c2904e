import { meetClock, startClock, type ClockEvent } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { HQ } from '../../identity/scope';
import { judgedUnit, warrantyWith } from '../entitlement/entitlement';
import { withTheirWord } from '../common/consent';
import { learnedOf, recordMerged, recordUnmerged } from './identification';
import type { CaseEvent } from '../events';
import { factsOf } from './registration';
import { quoteAfter } from '../quote/quote';
import type { RuleBook } from '../rule';
import type { RegisteredCase } from '../state';
import { isRaised } from '../terms';

/** From the request to what it is about (R1, R2, R5). */
export const INTAKE_RULES: RuleBook<
  'identifyCustomer' | 'recordMerged' | 'recordUnmerged' | 'escalateQuestion' | 'answer' | 'classify'
> = {
  identifyCustomer: {
    at: 'open',
    whilePaused: true,
    events: (state, data, { at, by, ahead }) => {
      const judged = judgedUnit(state.registration, data.unit);
      const { customer, customerKind: _kind, remember: _remember, consent, ...placed } = data;
      const learned = learnedOf(state.registration.sender, data);
      // The dispatched outlet goes on serving the case, at its service level (R11).
      const identified = {
        customer,
        ...(state.dispatch ? {} : placed),
        ...judged,
        ...(learned && { learned }),
        ...(consent && { consent }),
      };
      const { serviceLevel } = state.dispatch ? {} : data;
      const facts = {
        ...(judged.unit && { warranty: warrantyWith(state, judged) }),
        ...(serviceLevel && { serviceLevel }),
      };
      const event: CaseEvent = { type: 'CustomerIdentified', data: identified };
      return [
        event,
        ...withTheirWord(state, facts, { consent, at, by }),
        ...(judged.unit ? quoteAfter(state, ahead(state, [event], at), at) : []),
      ];
    },
  },
  recordMerged: { by: 'system', at: 'always', whilePaused: true, events: recordMerged },
  recordUnmerged: { by: 'system', at: 'always', whilePaused: true, events: recordUnmerged },
  escalateQuestion: {
    at: ['registered'],
    unless: (state) =>
      state.escalatedQuestion === undefined ? undefined : new DomainError('CASE.ALREADY_ESCALATED'),
    events: (_state, data) => [{ type: 'QuestionEscalated', data }],
  },
  answer: {
    at: ['registered'],
    // R5: what staff could not answer, headquarters answers.
    unless: (state, actor) =>
      state.escalatedQuestion !== undefined && actor.kind === 'staff' && actor.organisationId !== HQ
        ? new DomainError('CASE.QUESTION_WITH_HQ')
        : undefined,
    events: (state, data, { at, now }) => [
      { type: 'RequestAnswered', data: { ...data, sentAt: now } },
      ...meetClock(state.clocks, 'answer', at),
    ],
  },
  classify: {
    at: ['answered', 'classified'],
    unless: (state) =>
      state.customer?.status === 'active' ? undefined : new DomainError('CASE.CUSTOMER_UNKNOWN'),
    events: (state, { raiseKeeps = false, ...data }, { at, by, ahead, takeBack }) => {
      const judged = judgedUnit(state.registration, data.unit);
      // For the same kind of request: another has its own targets, which the customer may agree to.
      const isSameKind = data.requestType === state.requestType;
      const keeps = raiseKeeps && isSameKind && isRaised(state.priority, data.priority);
      const warranty = warrantyWith(state, judged);
      const facts = factsOf(state, { requestType: data.requestType, priority: data.priority, warranty });
      const classified: CaseEvent = { type: 'CaseClassified', data: { ...data, ...judged, warranty } };
      return [
        classified,
        // R3: the resolution promise depends on the type, but has run since the customer asked.
        ...(state.clocks.resolution
          ? withTheirWord(state, facts, { consent: data.consent, at, by, keeps })
          : [startClock('resolution', state.registration.receivedAt, facts), ...boundBy(state.resolutionBy)]),
        ...takeBack(state, { end: 'reclassified', becoming: ahead(state, [classified], at) }, at),
      ];
    },
  },
};

/** A promise of a request merged earlier applies from when it was made. */
const boundBy = (by: RegisteredCase['resolutionBy']): readonly ClockEvent[] =>
  by ? [{ type: 'ClockBound', data: { clock: 'resolution', ...by } }] : [];
