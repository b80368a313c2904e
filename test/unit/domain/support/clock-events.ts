import type { ClockEvent, ClockFacts } from '../../../../domain/clock/clocks';

/** What clocks are told, written out: tests do not ask the code under test what it should say. */
export const clockStarted = (
  clock: string,
  startedAt: string,
  facts: ClockFacts,
  fixedDueAt?: string,
): ClockEvent => ({
  type: 'ClockStarted',
  data: { clock, startedAt, facts, ...(fixedDueAt !== undefined && { fixedDueAt }) },
});
export const clockFactsChanged = (clock: string, facts: ClockFacts): ClockEvent => ({
  type: 'ClockFactsChanged',
  data: { clock, facts },
});
export const clockMet = (clock: string, at: string): ClockEvent => ({
  type: 'ClockMet',
  data: { clock, at },
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
