import type { Interval } from '../clock/working-spans';

const HOUR_MS = 3_600_000;
/** An engineer has to learn of it, and to get there. */
export const SHORTEST_NOTICE_MS = 4 * HOUR_MS;
/** How far ahead customers choose. */
export const HORIZON_MS = 14 * 24 * HOUR_MS;
/** A customer never waits at home for longer. */
const LONGEST_WINDOW_MS = 3 * HOUR_MS;
const SHORTEST_WINDOW_MS = HOUR_MS;
const MOST = 60;

export interface Offered {
  /** When engineers of that place work, in order. */
  readonly working: Iterable<Interval>;
  /** Intervals in which the engineer is not free. */
  readonly taken: readonly Interval[];
  /** Length of the original appointment. */
  readonly lengthMs: number;
  readonly nowMs: number;
}

/** The appointments that a customer can choose from: working time that is free, cut into windows, the soonest first (R4, R36). */
export function offeredWindows({ working, taken, lengthMs, nowMs }: Offered): readonly Interval[] {
  const windowMs = Math.min(Math.max(lengthMs, SHORTEST_WINDOW_MS), LONGEST_WINDOW_MS);
  const windows: Interval[] = [];
  for (const [fromMs, toMs] of working)
    for (let beginMs = fromMs; beginMs + windowMs <= toMs; beginMs += windowMs) {
      const endMs = beginMs + windowMs;
      if (beginMs < nowMs + SHORTEST_NOTICE_MS || taken.some(([from, to]) => from < endMs && beginMs < to))
        continue;
      windows.push([beginMs, endMs]);
      if (windows.length === MOST) return windows;
    }
  return windows;
}
