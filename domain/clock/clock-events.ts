import {
  type ClockEvent,
  type ClockFacts,
  type ClockRecord,
  type Clocks,
  clockNamed,
  FACT_NAMES,
  isActive,
  isPaused,
} from './record';

/**
 * Operations of deciders on their clocks. All but `startClock` return the resulting events, none when nothing
 * changes, so that a decider need not check a clock's state first. Instants (`at`) are ISO-8601 with
 * milliseconds, the workflow's own.
 */

/**
 * Starts a clock, afresh where it ran before: its pauses, its end and its fired steps are forgotten. `fixedDueAt` is the due instant
 * where it was agreed as one, `enteredAt` when it was entered, for a start that is known to lie before that.
 */
export const startClock = (
  clock: string,
  at: string,
  facts: ClockFacts,
  fixedDueAt?: string,
  enteredAt?: string,
): ClockEvent => ({
  type: 'ClockStarted',
  data: {
    clock,
    startedAt: at,
    facts,
    ...(fixedDueAt !== undefined && { fixedDueAt }),
    ...(enteredAt !== undefined && { enteredAt }),
  },
});

/** Pauses those of the named clocks that run. */
export const pauseClocks = (clocks: Clocks, names: readonly string[], at: string): readonly ClockEvent[] =>
  active(clocks, names)
    .filter((record) => !isPaused(record))
    .map(({ name }) => ({ type: 'ClockPaused', data: { clock: name, at } }));

/** Resumes those of the named clocks, or of all, that are paused. */
export const resumeClocks = (
  clocks: Clocks,
  at: string,
  names: readonly string[] = Object.keys(clocks),
): readonly ClockEvent[] =>
  active(clocks, names)
    .filter(isPaused)
    .map(({ name }) => ({ type: 'ClockResumed', data: { clock: name, at } }));

/** The promise is kept, in time or late; nothing where it was kept or dropped before. */
export const meetClock = (clocks: Clocks, name: string, at: string): readonly ClockEvent[] =>
  active(clocks, [name]).map((record) => ({
    type: 'ClockMet',
    data: { clock: name, at: notBefore(record, at) },
  }));

/** A late report of an earlier time (a phone out of reach) cannot end a promise before it began. */
const notBefore = ({ startedAt }: ClockRecord, at: string): string => (at < startedAt ? startedAt : at);

/** Drops the named clocks: the promise no longer holds. */
export const stopClocks = (clocks: Clocks, names: readonly string[], at: string): readonly ClockEvent[] =>
  active(clocks, names).map((record) => ({
    type: 'ClockStopped',
    data: { clock: record.name, at: notBefore(record, at) },
  }));

/** Drops every clock that still runs: the process has ended. */
export const stopAll = (clocks: Clocks, at: string): readonly ClockEvent[] =>
  stopClocks(clocks, Object.keys(clocks), at);

/** Changes what selects the policy, on the named clocks or on all; facts that are not given stay. */
export const changeFacts = (
  clocks: Clocks,
  changes: ClockFacts,
  names: readonly string[] = Object.keys(clocks),
): readonly ClockEvent[] =>
  active(clocks, names)
    .filter(({ facts }) => differ(facts, changes))
    .map(({ name, facts }) => ({
      type: 'ClockFactsChanged',
      data: { clock: name, facts: { ...facts, ...changes } },
    }));

/**
 * The same with the customer's consent: it may put off what was promised (R4), also where the facts were changed before, without it, and the
 * promise stayed.
 */
export const changeFactsAgreed = (clocks: Clocks, changes: ClockFacts): readonly ClockEvent[] =>
  active(clocks, Object.keys(clocks))
    .filter(
      ({ facts, earlierFacts, bound }) =>
        earlierFacts !== undefined || bound !== undefined || differ(facts, changes),
    )
    .map(({ name, facts }) => ({
      type: 'ClockFactsChanged',
      data: { clock: name, facts: { ...facts, ...changes }, agreed: true },
    }));

const differ = (facts: ClockFacts, changes: ClockFacts): boolean =>
  FACT_NAMES.some((name) => name in changes && changes[name] !== facts[name]);

/**
 * Moves a promise given as an instant to another; its ladder restarts. Requires the customer's consent (R4).
 */
export const moveClock = (clocks: Clocks, name: string, fixedDueAt: string): readonly ClockEvent[] =>
  active(clocks, [name])
    .filter((record) => record.fixedDueAt !== fixedDueAt)
    .map(() => ({ type: 'ClockMoved', data: { clock: name, fixedDueAt } }));

/**
 * The customer agreed to another instant in place of a promise in working time (R4): later, and while it is not known to be broken; nothing
 * otherwise. Pauses from then on put it off as they did before.
 */
export const putOff = (clocks: Clocks, name: string, dueAt: string): readonly ClockEvent[] =>
  active(clocks, [name])
    .filter(({ fixedDueAt = '', fired }) => fixedDueAt < dueAt && !fired.includes('breach'))
    .map(() => ({ type: 'ClockMoved', data: { clock: name, fixedDueAt: dueAt, isPutOffByPauses: true } }));

/**
 * Applies an earlier promise made elsewhere to this clock: at once for a promise given as an instant, with
 * the computation of the due time for one in working time.
 */
export const bindClock = (
  clocks: Clocks,
  name: string,
  { dueAt, at }: { readonly dueAt: string; readonly at: string },
): readonly ClockEvent[] =>
  active(clocks, [name])
    .filter(({ fixedDueAt, bound }) => dueAt < (fixedDueAt ?? bound?.dueAt ?? '~'))
    .map(({ fixedDueAt, isPutOffByPauses }) =>
      fixedDueAt === undefined
        ? { type: 'ClockBound', data: { clock: name, dueAt, at } }
        : {
            type: 'ClockMoved',
            data: { clock: name, fixedDueAt: dueAt, ...(isPutOffByPauses && { isPutOffByPauses }) },
          },
    );

const active = (clocks: Clocks, names: readonly string[]): readonly ClockRecord[] =>
  [...new Set(names)]
    .map((name) => clockNamed(clocks, name))
    .filter((record) => record !== undefined)
    .filter(isActive);
