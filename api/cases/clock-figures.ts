import type { ClockRegisters } from '../../activities/clock-registers';
import { NoPolicyError } from '../../activities/projections/calendars';
import { readClockOf } from '../../activities/projections/clocks';
import { isBuiltInPolicy } from '../../domain/clock/built-in-policies';
import type { Calendar } from '../../domain/clock/calendar';
import { isActive, isPaused, type ClockRecord } from '../../domain/clock/clocks';
import type { Promised } from '../../domain/clock/promised';
import { dueBasisOf, groundsOf, whyDue, type DueReason } from '../../domain/clock/why-due';
import { workingSpans } from '../../domain/clock/working-spans';
import type { ClockFigures } from './clock-figures-schema';
import { scopeWords } from './policy-scope';

interface Circumstances {
  readonly registers: ClockRegisters;
  readonly now: Date;
  /** An instant as the company's clock shows it. */
  readonly inWords: (instant: string) => string;
}

/** Target, use, pauses and reason of a clock as it stands; null where no policy covers it any more. */
export function clockFigures(
  record: ClockRecord,
  { registers, now, inWords }: Circumstances,
): ClockFigures | null {
  const read = reading(registers, record, now);
  if (!read) return null;
  const { view, promise } = read;
  const { policy, timing } = promise;
  const isBuiltIn = isBuiltInPolicy(policy);
  const timeZone = zoneOf(timing.calendar);
  const dueBy = dueBasisOf(record, promise);
  const pauses = pausesOf(promise);
  return {
    targetSeconds: Math.round(timing.targetSeconds),
    usedSeconds: view.elapsedSeconds,
    leftSeconds: Math.round(view.remainingSeconds),
    ...counting(record, promise, now),
    pauses,
    dueBy,
    policy: {
      id: policy.id,
      isBuiltIn,
      requestType: policy.requestType ?? null,
      priority: policy.priority ?? null,
      serviceLevel: policy.serviceLevel ?? null,
      warranty: policy.warranty ?? null,
      effectiveFrom: policy.effectiveFrom,
      recordedAt: isBuiltIn ? null : (policy.recordedAt ?? null),
      isPausable: policy.pausable,
    },
    calendar: { code: timing.calendar === '24x7' ? '24x7' : policy.calendar, timeZone },
    registersAsOf: registers.recordedAt.at(-1) ?? null,
    ...whyIn({
      by: dueBy,
      targetSeconds: timing.targetSeconds,
      since: inWords(new Date(timing.startMs).toISOString()),
      due: view.dueAt === null ? null : inWords(view.dueAt),
      scope: scopeWords(policy),
      calendar: registers.calendarName(policy.calendar),
      timeZone,
      pauses: pauses.length,
      isPaused: pauses.some(({ to }) => to === null),
    }),
  };
}

const whyIn = (reason: DueReason): Pick<ClockFigures, 'why' | 'grounds'> => ({
  why: whyDue(reason),
  grounds: groundsOf(reason),
});

function reading(registers: ClockRegisters, record: ClockRecord, now: Date) {
  try {
    return readClockOf(registers, record, now.getTime());
  } catch (error) {
    // The case is read all the same: a policy was taken away after the clock had been computed by it.
    if (error instanceof NoPolicyError) return undefined;
    throw error;
  }
}

const zoneOf = (calendar: Calendar): string | null => (calendar === '24x7' ? null : calendar.timeZone);

/** Only those that count: of a policy that cannot be paused, none does. */
const pausesOf = ({ timing }: Promised): ClockFigures['pauses'] =>
  timing.pauses.map(({ fromMs, toMs }) => ({
    from: new Date(fromMs).toISOString(),
    to: Number.isFinite(toMs) ? new Date(toMs).toISOString() : null,
  }));

/** Whether time is used up at an instant, and when working hours change that. */
function counting(
  record: ClockRecord,
  { timing }: Promised,
  now: Date,
): Pick<ClockFigures, 'isCounting' | 'changesAt'> {
  const isHeld = isPaused(record) && timing.pauses.some(({ toMs }) => !Number.isFinite(toMs));
  if (!isActive(record) || isHeld) return { isCounting: false, changesAt: null };
  const [span] = workingSpans(timing.calendar, now.getTime(), Infinity);
  if (!span) return { isCounting: false, changesAt: null };
  const isCounting = span[0] === now.getTime();
  const changesMs = isCounting ? span[1] : span[0];
  return { isCounting, changesAt: Number.isFinite(changesMs) ? new Date(changesMs).toISOString() : null };
}
