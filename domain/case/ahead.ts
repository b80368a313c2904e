import { foldAhead } from '../process/ahead';
import type { CaseEvent } from './events';
import { evolve } from './evolve';
import type { CaseState, RegisteredCase } from './state';

/** The case as it will be once these events are recorded. @param at when they happen, ISO-8601. */
export const ahead = (state: RegisteredCase, events: readonly CaseEvent[], at: string): RegisteredCase => ({
  ...aheadOf(state, events, at),
  registration: state.registration,
});

/** The same for a case that may not be registered yet. */
export const aheadOf = (state: CaseState, events: readonly CaseEvent[], at: string): CaseState =>
  foldAhead(evolve, state, { events, at });
