/** How one promise to one customer stands. `dropped`: it no longer held when it fell due, and counts for nothing. */
export const STANDINGS = ['kept', 'breached', 'open', 'dropped'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Instants {
  /** Null while a pause lasts: nobody knows yet. */
  readonly dueAt: Date | null;
  readonly metAt: Date | null;
  readonly stoppedAt: Date | null;
}

/**
 * By when it was kept, against when it was due: an arrival in time that was recorded late is kept, although the ladder had told of a
 * breach by then. The SQL of `api/promises/standing.ts` says the same.
 */
export function standingOf({ dueAt, metAt, stoppedAt }: Instants, now: Date): Standing {
  if (metAt !== null) return dueAt === null || metAt <= dueAt ? 'kept' : 'breached';
  // A broken promise stays one, though the case was cancelled afterwards.
  if (stoppedAt !== null) return dueAt !== null && dueAt <= stoppedAt ? 'breached' : 'dropped';
  return dueAt !== null && dueAt <= now ? 'breached' : 'open';
}

export interface Figure {
  readonly kept: number;
  readonly breached: number;
  /** Those that are decided, one way or the other. */
  readonly due: number;
  readonly open: number;
  /** Kept of those due, to one decimal; null where nothing was due. */
  readonly percent: number | null;
}

export function figureOf({
  kept,
  breached,
  open,
}: Readonly<Record<Exclude<Standing, 'dropped'>, number>>): Figure {
  const due = kept + breached;
  return { kept, breached, due, open, percent: due === 0 ? null : Math.round((kept * 1_000) / due) / 10 };
}
