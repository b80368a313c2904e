import type { ClockEvent, ClockFacts } from '../../../../domain/clock/clocks';

/** Clock events, written out: tests do not derive expectations from the code under test. */
export const clockStarted = (
  clock: string,
  startedAt: string,
  facts: ClockFacts,
  fixedDueAt?: string,
  enteredAt?: string,
): ClockEvent => ({
  type: 'ClockStarted',
  data: {
    clock,
    startedAt,
    facts,
    ...(fixedDueAt !== undefined && { fixedDueAt }),
    ...(enteredAt !== undefined && { enteredAt }),
  },
});
export const clockFactsChanged = (clock: string, facts: ClockFacts, at?: string): ClockEvent => ({
  type: 'ClockFactsChanged',
  data: { clock, facts, ...(at !== undefined && { at }) },
});
export const clockMet = (clock: string, at: string, enteredAt?: string): ClockEvent => ({
  type: 'ClockMet',
  data: { clock, at, ...(enteredAt !== undefined && { enteredAt }) },
});
export const clockStopped = (clock: string, at: string): ClockEvent => ({
  type: 'ClockStopped',
  data: { clock, at },
});
export const clockPaused = (clock: string, at: string): ClockEvent => ({
  type: 'ClockPaused',
  data: { clock, at },
});
export const clockResumed = (clock: string, at: string): ClockEvent => ({
  type: 'ClockResumed',
  data: { clock, at },
});
