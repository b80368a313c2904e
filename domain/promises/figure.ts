/**
 * How one promise to one customer stands. `kept-entered-late`: kept in time, as somebody entered only once it was due. `dropped`: it no
 * longer held when it fell due, and counts for nothing.
 */
export type Standing = 'kept' | 'kept-entered-late' | 'breached' | 'open' | 'dropped';

export interface Instants {
  /** Null while a pause lasts: the due time is unknown. */
  readonly dueAt: Date | null;
  readonly metAt: Date | null;
  readonly stoppedAt: Date | null;
  /** Broken for good: by what was promised before, or by what was entered too late to count. */
  readonly isBroken?: boolean;
  /** When it was entered that it was kept, where that was after it was due. */
  readonly enteredLateAt?: Date | null;
}

/**
 * Compares the time it was kept with the due time: an arrival in time that was recorded late is kept,
 * although the ladder had announced a breach by then; it is counted apart. The SQL of
 * `api/promises/standing.ts` implements the same rule.
 */
export function standingOf(instants: Instants, now: Date): Standing {
  const { dueAt, metAt, stoppedAt, isBroken = false, enteredLateAt = null } = instants;
  if (isBroken) return 'breached';
  if (metAt !== null && dueAt !== null && metAt > dueAt) return 'breached';
  if (metAt !== null) return enteredLateAt === null ? 'kept' : 'kept-entered-late';
  // A broken promise stays one, though the case was cancelled afterwards.
  if (stoppedAt !== null) return dueAt !== null && dueAt <= stoppedAt ? 'breached' : 'dropped';
  return dueAt !== null && dueAt <= now ? 'breached' : 'open';
}

export interface Figure {
  readonly kept: number;
  readonly keptEnteredLate: number;
  readonly breached: number;
  /** Those that are decided, one way or the other. */
  readonly due: number;
  readonly open: number;
  /** Kept of those due, whenever that was entered, to one decimal; null where nothing was due. */
  readonly percent: number | null;
}

/** As many promises as stand so. */
export type Counts = Pick<Figure, 'kept' | 'keptEnteredLate' | 'breached' | 'open'>;

export function figureOf({ kept, keptEnteredLate, breached, open }: Counts): Figure {
  const due = kept + keptEnteredLate + breached;
  const percent = due === 0 ? null : Math.round(((kept + keptEnteredLate) * 1_000) / due) / 10;
  return { kept, keptEnteredLate, breached, due, open, percent };
}
