import { asJson } from '../../json';
import type { CallOutcome, Recorded } from '../../process/decider';
import { boundedProblems } from '../common/bounded-lists';
import type { CaseCall, CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { Registration } from '../intake/terms';
import type { NewProblem } from './new-problem-terms';
import { centreOf } from '../common/owner';
import type { CaseState, RegisteredCase } from '../state';

/** The call that enters a request in the register; its key is the request's idempotency key. */
export const REGISTER_REQUEST = 'registerRequest' satisfies CaseCall;

/** Input for the register, which adds numbers, open cases and the region's service level itself. */
export type RequestFound = Omit<Registration, 'caseNumber' | 'requestNumber' | 'openCases' | 'serviceLevel'>;

const SUBJECTS = { en: 'New problem found on the revisit', zh: '回访发现新问题' } as const;

/** The new request, as the customer described it to the caller. */
export function registerRequest(
  state: RegisteredCase,
  event: Extract<Recorded<CaseEvent>, { type: 'RevisitMade' }>,
  at: string,
): CaseEffect {
  const { registration, customer, unit } = state;
  const { sender, language, caseNumber, requestNumber } = registration;
  const request: RequestFound = {
    receivedAt: at,
    channel: 'phone',
    sender,
    subject: `${SUBJECTS[language]}: ${registration.subject}`.slice(0, 200),
    text: event.data.note,
    language,
    ...(customer && { customer }),
    ...(unit && { unit }),
    ...(state.regionId !== undefined && { regionId: state.regionId }),
    intakeOrganisationId: event.actor.kind === 'staff' ? event.actor.organisationId : centreOf(state),
    origin: { caseNumber, requestNumber },
  };
  return {
    kind: 'call',
    call: REGISTER_REQUEST,
    input: asJson({ request, by: event.actor }),
  };
}

export const withNewProblem = (state: CaseState, problem: NewProblem): Pick<CaseState, 'newProblems'> => ({
  newProblems: boundedProblems([...(state.newProblems ?? []), problem]),
});

/** The new request has its numbers, or never will. */
export function withRegistered(state: CaseState, { call, key, outcome }: CallOutcome): CaseState {
  const caseNumber = state.registration?.caseNumber;
  if (call !== REGISTER_REQUEST || caseNumber === undefined) return state;
  const numbers = outcome.ok ? numbersIn(outcome.result) : undefined;
  return {
    ...state,
    newProblems: boundedProblems(
      (state.newProblems ?? []).map((problem) =>
        key.startsWith(`${caseNumber}:${problem.seq}:`)
          ? { ...problem, ...(numbers ? { registered: numbers } : { failed: true }) }
          : problem,
      ),
    ),
  };
}

function numbersIn(result: unknown): NewProblem['registered'] {
  if (typeof result !== 'object' || result === null) return undefined;
  if (!('requestNumber' in result) || !('caseNumber' in result)) return undefined;
  const { requestNumber, caseNumber } = result;
  return typeof requestNumber === 'string' && typeof caseNumber === 'string'
    ? { requestNumber, caseNumber }
    : undefined;
}

/** The case stays open until the register has the problem. */
export const isBeingRegistered = ({ newProblems = [] }: CaseState): boolean =>
  newProblems.some(({ registered, failed }) => !registered && failed !== true);
