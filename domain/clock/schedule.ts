import { type Calendar } from './calendar';
import { type ClockRecord, isActive } from './clocks';
import { parseInstant, toIso } from './instant';
import { type ClockPolicy } from './policy';
import { type ClockState, instantAtFraction, readClock, type Timing } from './reading';
import { isDue, type PlannedStep, type Rung, type Step } from './ladder';

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

/**
 * Every step of a clock in the order they fire in: by instant; at the same instant warnings first, then the breach, escalations in the
 * policy's order, and the lapse. Steps whose instant is not known come last.
 */
export function steps(record: ClockRecord, policy: ClockPolicy, calendar: Calendar): readonly PlannedStep[] {
  const timing = timingOf(record, policy, calendar);
  const dueMs = instantAtFraction(timing, 1);
  const dueAt = dueMs === null ? null : toIso(dueMs);
  // Plain seconds: somebody has to act now, in or out of hours.
  const afterDue = (seconds: number): number | null =>
    dueMs === null ? null : dueMs + Math.round(seconds * 1000);
  const planned = (rung: Rung, at: number | null): PlannedStep => ({ ...rung, at, dueAt });
  const ladder = [
    ...policy.warnAt
      .toSorted((left, right) => left - right)
      .map((fraction) =>
        planned({ key: `warn:${fraction}`, kind: 'warn', fraction }, instantAtFraction(timing, fraction)),
      ),
    planned({ key: 'breach', kind: 'breach' }, dueMs),
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

/**
 * The first step that has not fired, however long ago it fell due. Undefined once the promise is kept or dropped, the wait has lapsed,
 * or every step has fired; and for a clock whose due instant is not known. That is so while it is paused before its due instant:
 * nothing can fall due then. A clock paused after it goes on escalating: the promise is broken already, and a pause does not mend it.
 */
export function nextStep(record: ClockRecord, policy: ClockPolicy, calendar: Calendar): Step | undefined {
  if (!isActive(record) || record.fired.includes('expire')) return undefined;
  return steps(record, policy, calendar)
    .filter(isDue)
    .find(({ key }) => !record.fired.includes(key));
}

/** The clock as it stands at `nowMs`; one that was dropped, as it stood then. */
export function viewClock(
  record: ClockRecord,
  policy: ClockPolicy,
  calendar: Calendar,
  nowMs: number,
): ClockView {
  const timing = timingOf(record, policy, calendar);
  const dueMs = instantAtFraction(timing, 1);
  const { name, startedAt, metAt = null, stoppedAt = null } = record;
  const metMs = metAt === null ? undefined : parseInstant(metAt, 'metAt');
  const readAtMs = stoppedAt === null ? nowMs : parseInstant(stoppedAt, 'stoppedAt');
  const reading = readClock(timing, dueMs, { nowMs: readAtMs, metMs });
  const next = nextStep(record, policy, calendar);
  return {
    name,
    policyId: policy.id,
    startedAt,
    dueAt: dueMs === null ? null : toIso(dueMs),
    metAt,
    stoppedAt,
    ...reading,
    // A broken promise stays one, though the case was cancelled afterwards.
    state: stoppedAt !== null && reading.state !== 'breached' ? 'stopped' : reading.state,
    nextStep: next?.key ?? null,
    nextStepAt: next === undefined ? null : toIso(next.at),
  };
}

function timingOf(record: ClockRecord, policy: ClockPolicy, calendar: Calendar): Timing {
  const startMs = parseInstant(record.startedAt, 'startedAt');
  if (record.fixedDueAt !== undefined) {
    // An instant agreed with the customer is kept or moved with them, and no pause of ours puts it off (R4).
    const dueMs = parseInstant(record.fixedDueAt, 'fixedDueAt');
    const fromMs = Math.min(startMs, dueMs);
    return { calendar: '24x7', startMs: fromMs, targetSeconds: (dueMs - fromMs) / 1000, pauses: [] };
  }
  const pauses = policy.pausable
    ? record.pauses.map(({ from, to }) => ({
        fromMs: parseInstant(from, 'pauses.from'),
        toMs: to === undefined ? Infinity : parseInstant(to, 'pauses.to'),
      }))
    : [];
  return { calendar, startMs, targetSeconds: policy.targetSeconds, pauses };
}
