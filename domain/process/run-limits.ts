/** What a run of a process's workflow takes before it continues as new: a worker that starts replays one run, and somebody waits for it. */
export interface RunLimits {
  /** Temporal allows 2,000. */
  readonly updatesPerRun: number;
  /** Of its history; Temporal allows 51,200. */
  readonly eventsPerRun: number;
  /** Of its history; Temporal allows 50 MB. More than a run begins with (ADR 37). */
  readonly bytesPerRun: number;
}

/** A replay of so much takes some tenths of a second on two busy cores. */
export const RUN_LIMITS: RunLimits = { updatesPerRun: 100, eventsPerRun: 1_500, bytesPerRun: 2_000_000 };
