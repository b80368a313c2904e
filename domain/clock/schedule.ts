import { type Calendar } from './calendar';
import { type ClockRecord, isActive } from './clocks';
import { parseInstant, toIso } from './instant';
import { type ClockPolicy } from './policy';
import { always, type Promised, promised } from './promised';
import { type ClockState, instantAtFraction, readClock } from './reading';
import { isDue, type PlannedStep, type StepPlace, type Step } from './ladder';

/** How a clock stands, for the read model. Instants are ISO-8601 with milliseconds. */
export interface ClockView {
  readonly name: string;
  readonly policyId: string;
  readonly state: ClockState | 'stopped';
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly metAt: string | null;
  readonly stoppedAt: string | null;
  readonly elapsedSeconds: number;
  /** Negative past the target. */
  readonly remainingSeconds: number;
  readonly nextStep: string | null;
  readonly nextStepAt: string | null;
}

/** A clock and what it has come to promise. */
export interface ComputedClock {
  readonly record: ClockRecord;
  readonly promise: Promised;
}

/** By one policy and one calendar. */
const computeClock = (record: ClockRecord, policy: ClockPolicy, calendar: Calendar): ComputedClock => ({
  record,
  promise: promised(record, always(policy, calendar)),
});

/**
 * Every step of a clock in the order they fire in: by instant; at the same instant warnings first, then the breach, escalations in the
 * policy's order, and the lapse. Steps whose instant is not known come last.
 */
export const steps = (record: ClockRecord, policy: ClockPolicy, calendar: Calendar): readonly PlannedStep[] =>
  stepsOf(computeClock(record, policy, calendar));

function stepsOf({ record, promise }: ComputedClock): readonly PlannedStep[] {
  const { policy, timing, knownMs } = promise;
  const dueMs = dueOf({ record, promise });
  const dueAt = dueMs === null ? null : toIso(dueMs);
  // Plain seconds: somebody has to act now, in or out of hours.
  const afterDue = (seconds: number): number | null =>
    dueMs === null ? null : dueMs + Math.round(seconds * 1000);
  const planned = (place: StepPlace, at: number | null): PlannedStep => ({
    ...place,
    at,
    dueAt,
    ...(at !== null && at < knownMs && { knownAt: knownMs }),
  });
  const ladder = [
    ...policy.warnAt
      .toSorted((left, right) => left - right)
      .map((fraction) =>
        planned({ key: `warn:${fraction}`, kind: 'warn', fraction }, instantAtFraction(timing, fraction)),
      ),
    planned(
      { key: 'breach', kind: 'breach', ...(policy.lateEntry && { lateEntry: policy.lateEntry }) },
      dueMs,
    ),
    ...policy.escalate.map(({ afterSeconds, to }, index) =>
      planned({ key: `escalate:${index}`, kind: 'escalate', to }, afterDue(afterSeconds)),
    ),
    ...(policy.expireAfterSeconds === undefined
      ? []
      : [planned({ key: 'expire', kind: 'expire' }, afterDue(policy.expireAfterSeconds))]),
  ];
  // toSorted is stable, so the ladder's order decides between equal instants.
  return ladder.toSorted((left, right) =>
    left.at === right.at ? 0 : (left.at ?? Infinity) - (right.at ?? Infinity),
  );
}

/** A breach on record stands with its instant, whatever policies and calendars say by now. */
const dueOf = ({ record: { breach }, promise: { dueMs } }: ComputedClock): number | null =>
  breach ? Date.parse(breach.at) : dueMs;

/**
 * The first step that has not fired, however long ago it fell due. Undefined once the promise is kept or dropped, the wait has lapsed,
 * or every step has fired; and for a clock whose due instant is not known. That is so while it is paused before its due instant:
 * nothing can fall due then. A clock paused after it goes on escalating: the promise is broken already, and a pause does not mend it.
 */
export const nextStep = (record: ClockRecord, policy: ClockPolicy, calendar: Calendar): Step | undefined =>
  nextStepOf(computeClock(record, policy, calendar));

export function nextStepOf(clock: ComputedClock): Step | undefined {
  const { record } = clock;
  if (!isActive(record) || record.fired.includes('expire')) return undefined;
  return stepsOf(clock)
    .filter(isDue)
    .find(({ key }) => !record.fired.includes(key));
}

/** The clock as it stands at `nowMs`; one that was dropped, as it stood then. */
export const viewClock = (
  record: ClockRecord,
  policy: ClockPolicy,
  calendar: Calendar,
  nowMs: number,
): ClockView => viewOf(computeClock(record, policy, calendar), nowMs);

export function viewOf(clock: ComputedClock, nowMs: number): ClockView {
  const { record, promise } = clock;
  const dueMs = dueOf(clock);
  const { name, startedAt, metAt = null, stoppedAt = null } = record;
  const metMs = metAt === null ? undefined : parseInstant(metAt, 'metAt');
  const readAtMs = stoppedAt === null ? nowMs : parseInstant(stoppedAt, 'stoppedAt');
  const reading = readClock(promise.timing, dueMs, { nowMs: readAtMs, metMs });
  const state = promise.isBroken ? 'breached' : reading.state;
  const next = nextStepOf(clock);
  return {
    name,
    policyId: promise.policy.id,
    startedAt,
    dueAt: dueMs === null ? null : toIso(dueMs),
    metAt,
    stoppedAt,
    ...reading,
    // A broken promise stays one, though the case was cancelled afterwards.
    state: stoppedAt !== null && state !== 'breached' ? 'stopped' : state,
    nextStep: next?.key ?? null,
    nextStepAt: next === undefined ? null : toIso(next.at),
  };
}
