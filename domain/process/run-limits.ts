/**
 * Limits of one run before the workflow continues as new: a starting worker replays a whole run while a
 * caller waits.
 */
export interface RunLimits {
  /** Temporal allows 2,000. */
  readonly updatesPerRun: number;
  /** Events in its history; Temporal allows 51,200. */
  readonly eventsPerRun: number;
  /** Size of its history; Temporal allows 50 MB. Larger than the state a run begins with (ADR 37). */
  readonly bytesPerRun: number;
}

/** A replay of so much takes some tenths of a second on two busy cores. */
export const RUN_LIMITS: RunLimits = { updatesPerRun: 100, eventsPerRun: 1_500, bytesPerRun: 2_000_000 };
