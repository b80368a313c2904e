import { meetClock, startClock, stopClocks } from '../clock/clocks';
import type { CaseCommandData } from './commands';
import type { CaseEvent, SurveyAnswer } from './events';
import { factsOf } from './promises';
import { REVISIT_ATTEMPTS, revisitOwed } from './revisit';
import type { RegisteredCase } from './state';

/** Scores up to this one are those of a dissatisfied customer (R22). */
const DISSATISFIED = 2;

/** R22: every service is followed by a survey; its clock reminds, and lapses in the end. */
export const askSurvey = (state: RegisteredCase, at: string): CaseEvent[] => [
  ...meetClock(state.clocks, 'resolution', at),
  { type: 'SurveyAsked', data: {} },
  startClock('survey', at, factsOf(state)),
];

export const answerSurvey = (state: RegisteredCase, data: SurveyAnswer, at: string): CaseEvent[] => [
  { type: 'SurveyAnswered', data },
  ...meetClock(state.clocks, 'survey', at),
  ...(Math.min(data.productScore, data.serviceScore) <= DISSATISFIED
    ? [openFollowUp('dissatisfied', 'dissatisfied-customer', data.comment ?? '')]
    : []),
  ...decideRevisit(state, at),
];

/** R22: a survey that nobody answered does not hold the case for ever. Its promise ends here, unkept. */
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
  at: string,
): CaseEvent[] {
  const made: CaseEvent = { type: 'RevisitMade', data };
  switch (data.outcome) {
    case 'not-reached':
      if ((state.revisit?.attempts ?? 0) + 1 < REVISIT_ATTEMPTS)
        return [{ type: 'RevisitAttempted', data: { note: data.note } }];
      return [made, ...stopClocks(state.clocks, ['revisit'], at)];
    case 'satisfied':
      return [made, ...meetClock(state.clocks, 'revisit', at)];
    case 'dissatisfied':
      return [
        made,
        ...meetClock(state.clocks, 'revisit', at),
        openFollowUp('revisit', 'dissatisfied-customer', data.note),
      ];
    case 'new-problem':
      // R24: a new problem found on contact becomes work for somebody.
      return [
        made,
        ...meetClock(state.clocks, 'revisit', at),
        openFollowUp('revisit', 'new-problem', data.note),
      ];
  }
}

const openFollowUp = (
  key: string,
  kind: 'dissatisfied-customer' | 'new-problem',
  reason: string,
): CaseEvent => ({
  type: 'FollowUpOpened',
  data: { key, kind, reason },
});
