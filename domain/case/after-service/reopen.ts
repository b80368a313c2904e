import { startClock, stopClocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import type { Actor } from '../../identity/actor';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import { answeredByReopening, dissatisfiedFollowUps } from './follow-ups';
import { factsOf } from '../intake/registration';
import type { RegisteredCase } from '../state';
import type { Entry } from '../rule';

/** The desk reopens what a customer is dissatisfied with; a supervisor anything that was served (R22). */
export function reopenRefusal(state: RegisteredCase, actor: Actor): DomainError | undefined {
  const isSupervisor =
    actor.kind === 'staff' &&
    actor.roles.some((role) => role === 'hq-service-manager' || role === 'centre-director');
  return isSupervisor || isDissatisfied(state)
    ? undefined
    : new DomainError('CASE.NOT_PERMITTED', { command: 'reopen' });
}

/** Their follow-up is open, or did not satisfy them either. A new problem is a case of its own (ADR 29). */
const isDissatisfied = (state: RegisteredCase): boolean =>
  dissatisfiedFollowUps(state).length > 0 || state.doneFollowUps?.at(-1)?.satisfied === false;

/** Restarts the resolution promise from now; after-service follows the next service instead. */
export const reopen = (
  state: RegisteredCase,
  data: CaseCommandData['reopen'],
  { at }: Entry,
): readonly CaseEvent[] => [
  { type: 'CaseReopened', data },
  ...answeredByReopening(state, data.reason, at),
  ...stopClocks(state.clocks, ['survey', 'revisit'], at),
  startClock('resolution', at, factsOf(state)),
];
