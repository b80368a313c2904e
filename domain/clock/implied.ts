import {
  type ClockEvent,
  type ClockFacts,
  type ClockRecord,
  type Clocks,
  clockNamed,
  evolveClocks,
  isActive,
  meetClock,
  startClock,
} from './clocks';

/**
 * Deadlines derived from the state of a process (ADR 34): no command starts them, so no state can miss them,
 * and older processes have them too. Such a clock is recorded with the first step of its ladder that falls
 * due; one that ends earlier leaves no trace.
 */
export interface ImpliedClock {
  readonly clock: string;
  /** ISO-8601; when the process came to where it stands. */
  readonly startedAt: string;
  readonly facts: ClockFacts;
  /** Where the deadline is an instant and no working time. */
  readonly fixedDueAt?: string;
}

/** The clocks on record, and those that the state implies. */
export const withImplied = (clocks: Clocks, implied: readonly ImpliedClock[]): Clocks =>
  implied.reduce((all, one) => (isOnRecord(all, one) ? all : evolveClocks(all, startOf(one))), clocks);

/** Records a clock whose first step falls due; returns nothing when it is recorded already. */
export const putOnRecord = (clocks: Clocks, { name, startedAt, facts, fixedDueAt }: ClockRecord) =>
  clockNamed(clocks, name)?.startedAt === startedAt && isActiveIn(clocks, name)
    ? []
    : [startOf({ clock: name, startedAt, facts, ...(fixedDueAt !== undefined && { fixedDueAt }) })];

/**
 * Ends what is on record and is implied no longer: what it waited for was done.
 * @param names of the clocks that are only ever implied. @param at ISO-8601; when it was done.
 */
export const endImplied = (
  clocks: Clocks,
  {
    names,
    implied,
    at,
  }: { readonly names: readonly string[]; readonly implied: readonly ImpliedClock[]; readonly at: string },
): readonly ClockEvent[] =>
  names.flatMap((name) => {
    const wanted = implied.find(({ clock }) => clock === name);
    return wanted && isOnRecord(clocks, wanted) ? [] : meetClock(clocks, name, at);
  });

/** True where any of them is on record and not over: only then can there be anything to end. */
export const isAnyOnRecord = (clocks: Clocks, names: readonly string[]): boolean =>
  names.some((name) => isActiveIn(clocks, name));

const isActiveIn = (clocks: Clocks, name: string): boolean => {
  const record = clockNamed(clocks, name);
  return record !== undefined && isActive(record);
};

function isOnRecord(clocks: Clocks, { clock, startedAt, fixedDueAt }: ImpliedClock): boolean {
  const record = clockNamed(clocks, clock);
  if (!record || !isActive(record) || record.fixedDueAt !== fixedDueAt) return false;
  // After a pause of the process it counts from there, and the record knows its pauses.
  return record.startedAt === startedAt || record.pauses.at(-1)?.to === startedAt;
}

const startOf = ({ clock, startedAt, facts, fixedDueAt }: ImpliedClock): ClockEvent =>
  startClock(clock, startedAt, facts, fixedDueAt);
