import { type Calendar } from './calendar';
import { instantAfter, type Pause, workingSeconds } from './working-time';

export type ClockState = 'running' | 'paused' | 'met' | 'breached';

/** All that a clock's instants follow from. */
export interface Timing {
  readonly calendar: Calendar;
  readonly startMs: number;
  readonly targetSeconds: number;
  readonly pauses: readonly Pause[];
}

export interface Reading {
  readonly state: ClockState;
  readonly elapsedSeconds: number;
  /** Negative past the target. */
  readonly remainingSeconds: number;
}

/** The instant (ms) at which a fraction of the target is used up; null where that is not known (see `instantAfter`). */
export const instantAtFraction = (
  { calendar, startMs, targetSeconds, pauses }: Timing,
  fraction: number,
): number | null => instantAfter(calendar, startMs, fraction * targetSeconds, pauses);

/** True where a pause covers the instant. */
const isPausedAt = (pauses: readonly Pause[], ms: number): boolean =>
  pauses.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);

/** How a clock stands at `nowMs`; counting ends at `endMs` where the promise was kept, or the clock dropped, by then. */
export function readClock(
  timing: Timing,
  dueMs: number | null,
  { nowMs, metMs }: { readonly nowMs: number; readonly metMs?: number | undefined },
): Reading {
  const elapsedSeconds = workingSeconds(timing.calendar, timing.startMs, metMs ?? nowMs, timing.pauses);
  return {
    state: stateOf(timing, dueMs, nowMs, metMs),
    elapsedSeconds,
    remainingSeconds: timing.targetSeconds - elapsedSeconds,
  };
}

function stateOf(
  { pauses }: Timing,
  dueMs: number | null,
  nowMs: number,
  metMs: number | undefined,
): ClockState {
  if (metMs !== undefined) return dueMs === null || metMs <= dueMs ? 'met' : 'breached';
  if (dueMs !== null && nowMs >= dueMs) return 'breached';
  return isPausedAt(pauses, nowMs) ? 'paused' : 'running';
}
