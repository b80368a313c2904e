import { meetClock, startClock, stopClocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import { DISSATISFIED_UP_TO, type SurveyAnswer } from './terms';
import { followUpDissatisfied } from './follow-ups';
import { factsOf } from '../intake/registration';
import { REVISIT_ATTEMPTS, REVISIT_RETRY_AFTER_MS, revisitOwed } from './revisit';
import type { RegisteredCase } from '../state';
import type { Entry } from '../rule';

/** R22: every service is followed by a survey; its clock reminds, and lapses in the end. */
export const askSurvey = (state: RegisteredCase, at: string): CaseEvent[] => [
  ...meetClock(state.clocks, 'resolution', at),
  { type: 'SurveyAsked', data: {} },
  startClock('survey', at, factsOf(state)),
];

export const answerSurvey = (state: RegisteredCase, data: SurveyAnswer, { at }: Entry): CaseEvent[] => [
  { type: 'SurveyAnswered', data },
  ...meetClock(state.clocks, 'survey', at),
  ...(Math.min(data.productScore, data.serviceScore) <= DISSATISFIED_UP_TO
    ? followUpDissatisfied(state, 'dissatisfied', data.comment ?? '', at)
    : []),
  ...decideRevisit(state, at),
];

/** R22: an unanswered survey does not keep the case open for ever. Its promise ends here, unkept. */
export const lapseSurvey = (state: RegisteredCase, at: string): CaseEvent[] => [
  ...stopClocks(state.clocks, ['survey'], at),
  { type: 'SurveyLapsed', data: {} },
  ...decideRevisit(state, at),
];

/** R23: once the survey is over, the policy says whether a revisit is owed. */
function decideRevisit(state: RegisteredCase, at: string): CaseEvent[] {
  const revisit = revisitOwed(state.registration.caseNumber, state.serviceLevel ?? 'A');
  const decided: CaseEvent = { type: 'RevisitDecided', data: revisit };
  if (!revisit.required) return [decided];
  return [
    decided,
    startClock('revisit', at, factsOf(state)),
    // A survey lapses though the case is paused; what it brings about waits with the rest.
    ...(state.paused ? [{ type: 'ClockPaused', data: { clock: 'revisit', at } } as const] : []),
  ];
}

/** R23: a customer who was not reached has not been revisited; after some attempts the promise is dropped, not kept. */
export function makeRevisit(
  state: RegisteredCase,
  data: CaseCommandData['recordRevisit'],
  { at }: Entry,
): CaseEvent[] {
  const made: CaseEvent = { type: 'RevisitMade', data };
  switch (data.outcome) {
    case 'not-reached':
      refuseTooSoon(state, at);
      if ((state.revisit?.attempts ?? 0) + 1 < REVISIT_ATTEMPTS)
        return [{ type: 'RevisitAttempted', data: { note: data.note, nextFrom: laterBy(at) } }];
      return [made, ...stopClocks(state.clocks, ['revisit'], at)];
    case 'satisfied':
    // R24: a new problem found on contact is a request of its own, which the event has registered.
    case 'new-problem':
      return [made, ...meetClock(state.clocks, 'revisit', at)];
    case 'dissatisfied':
      return [
        made,
        ...meetClock(state.clocks, 'revisit', at),
        ...followUpDissatisfied(state, 'revisit', data.note, at),
      ];
  }
}

const laterBy = (at: string): string => new Date(Date.parse(at) + REVISIT_RETRY_AFTER_MS).toISOString();

/** @throws {DomainError} for a failed attempt too soon after the last one. */
function refuseTooSoon({ revisit }: RegisteredCase, at: string): void {
  const from = revisit?.nextAttemptFrom;
  if (from !== undefined && at < from)
    throw new DomainError('CASE.REVISIT_TOO_SOON', { from }, 'data.outcome');
}
