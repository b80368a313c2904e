import type { Step } from '../../domain/clock/ladder';
import { isActive, isPaused, type ClockRecord, type ClockRun, type Clocks } from '../../domain/clock/clocks';
import { selectPolicy, type ClockPolicy } from '../../domain/clock/policy';
import { promised, type Promised, type TermsBook } from '../../domain/clock/promised';
import { nextStepOf, viewOf, type ClockView, type ComputedClock } from '../../domain/clock/schedule';
import type { Deadline } from '../../domain/process/commit';
import type { Prisma } from '../../platform/database';
import type { ClockRegisters } from '../clock-registers';
import { NoPolicyError } from './calendars';

/** A promise that was broken before the present one was made. A type: it is stored as JSON. */
export type EarlierBreach = {
  readonly startedAt: string;
  readonly dueAt: string;
  readonly metAt: string | null;
};

/** A clock as the read model shows it. Instants are ISO-8601. */
export interface ClockRow {
  readonly name: string;
  readonly policyId: string;
  readonly calendar: string;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly metAt: string | null;
  readonly stoppedAt: string | null;
  readonly breachedAt: string | null;
  readonly enteredLateAt: string | null;
  readonly earlierBreaches: readonly EarlierBreach[];
  readonly paused: boolean;
  readonly isActive: boolean;
  /** The present promise, as far as it is on record. */
  readonly isBroken: boolean;
  readonly nextStep: string | null;
  readonly nextStepAt: string | null;
}

export interface ClockBook {
  readonly rows: readonly ClockRow[];
  readonly deadlines: readonly Deadline[];
}

/**
 * Computes every clock of a process from the policies and calendars in force at its start (design decision
 * 5). @throws {NoPolicyError}
 */
export function computeClocks(registers: ClockRegisters, clocks: Clocks, now: string): ClockBook {
  const computed = Object.values(clocks).map((record) => {
    const known = knownOf(registers, record);
    return { row: toRow(known, now), step: known.step };
  });
  return {
    rows: computed.map(({ row }) => row),
    deadlines: computed.flatMap(({ row, step }) => (step ? [{ clock: row.name, step }] : [])),
  };
}

/** All of a clock that does not depend on when it is read. */
interface KnownClock extends ComputedClock {
  readonly step: Step | undefined;
  readonly earlierBreaches: readonly EarlierBreach[];
}

/** Most commands leave most clocks as they are, and a record is never changed: what was computed of one holds as long as the registers do. */
const computedBefore = new WeakMap<ClockRegisters, WeakMap<ClockRecord, KnownClock>>();

function knownOf(registers: ClockRegisters, record: ClockRecord): KnownClock {
  const ofRegisters = computedBefore.get(registers) ?? new WeakMap<ClockRecord, KnownClock>();
  computedBefore.set(registers, ofRegisters);
  const before = ofRegisters.get(record);
  if (before) return before;
  const clock = { record, promise: promised(record, bookOf(registers, record.name, record)) };
  const known = { ...clock, step: nextStepOf(clock), earlierBreaches: earlierBreachesOf(registers, record) };
  ofRegisters.set(record, known);
  return known;
}

/** That by which a clock has come to promise what it does. @throws {NoPolicyError} */
export const policyInForce = (registers: ClockRegisters, record: ClockRecord): ClockPolicy =>
  promised(record, bookOf(registers, record.name, record)).policy;

/** A clock as it stands at an instant, with the promise that it has come to. @throws {NoPolicyError} */
export function readClockOf(
  registers: ClockRegisters,
  record: ClockRecord,
  nowMs: number,
): { readonly view: ClockView; readonly promise: Promised } {
  const promise = promised(record, bookOf(registers, record.name, record));
  return { view: viewOf({ record, promise }, nowMs), promise };
}

/** Register entries for one run of a clock. */
const bookOf = (registers: ClockRegisters, name: string, { startedAt }: ClockRun): TermsBook => ({
  at: (facts, knownAt) => {
    const policy = policyFor(registers, { name, startedAt, facts }, knownAt);
    return { policy, calendar: registers.calendar(policy.calendar, startedAt, knownAt) };
  },
  changesAfter: (knownAt) => registers.recordedAt.filter((at) => at > knownAt),
});

/** Where none was on record in time, by what came afterwards. */
function policyFor(
  registers: ClockRegisters,
  { name, startedAt, facts }: Pick<ClockRecord, 'name' | 'startedAt' | 'facts'>,
  knownAt: string | undefined,
): ClockPolicy {
  const known =
    knownAt === undefined
      ? []
      : registers
          .everKnown(name)
          .filter(
            ({ recordedAt = '', replacedAt }) =>
              recordedAt <= knownAt && (replacedAt === undefined || knownAt < replacedAt),
          );
  const policy =
    selectPolicy(known, name, facts, startedAt) ??
    selectPolicy(registers.policies(name), name, facts, startedAt);
  if (!policy)
    throw new NoPolicyError(
      `No policy covers the clock "${name}" started at ${startedAt} with ${JSON.stringify(facts)}`,
    );
  return policy;
}

function toRow(clock: KnownClock, now: string): ClockRow {
  const { record, promise, earlierBreaches } = clock;
  const view = viewOf(clock, Date.parse(now));
  // A breach counts from its true instant, even when it is noticed later by the ladder or by a late entry. A
  // promise kept in time counts as kept, even when it was entered after the ladder had announced a breach
  // (R37).
  const isBroken = promise.isBroken || (record.metAt === undefined && record.fired.includes('breach'));
  return {
    name: record.name,
    policyId: promise.policy.id,
    calendar: promise.policy.calendar,
    startedAt: view.startedAt,
    dueAt: view.dueAt,
    metAt: view.metAt,
    stoppedAt: view.stoppedAt,
    // The first time stays, whatever was promised after it.
    breachedAt: earlierBreaches[0]?.dueAt ?? (isBroken ? view.dueAt : null),
    enteredLateAt: isBroken ? null : enteredLate(record, view.dueAt),
    earlierBreaches,
    paused: isActive(record) && isPaused(record),
    isActive: isActive(record),
    isBroken,
    nextStep: view.nextStep,
    nextStepAt: view.nextStepAt,
  };
}

/** Promises of the same name that were broken before this one was made. */
const earlierBreachesOf = (
  registers: ClockRegisters,
  { name, earlier = [] }: ClockRecord,
): readonly EarlierBreach[] =>
  earlier.flatMap((run): EarlierBreach[] => {
    const { dueMs, isBroken } = promised(run, bookOf(registers, name, run));
    const dueAt = run.breach?.at ?? (dueMs === null ? undefined : new Date(dueMs).toISOString());
    return isBroken && dueAt !== undefined
      ? [{ startedAt: run.startedAt, dueAt, metAt: run.metAt ?? null }]
      : [];
  });

/** Kept in time, and known only once it was due. */
const enteredLate = ({ metAt, metEnteredAt }: ClockRecord, dueAt: string | null): string | null =>
  metAt !== undefined && metEnteredAt !== undefined && dueAt !== null && metEnteredAt > dueAt
    ? metEnteredAt
    : null;

export const clockRowData = (processId: string, seq: number, row: ClockRow) => {
  const { isActive: _active, isBroken: _broken, ...rest } = row;
  const date = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
  return {
    ...rest,
    processId,
    seq,
    startedAt: new Date(row.startedAt),
    dueAt: date(row.dueAt),
    metAt: date(row.metAt),
    stoppedAt: date(row.stoppedAt),
    breachedAt: date(row.breachedAt),
    enteredLateAt: date(row.enteredLateAt),
    earlierBreaches: [...row.earlierBreaches],
    nextStepAt: date(row.nextStepAt),
  } satisfies Prisma.ProcessClockUncheckedCreateInput;
};
