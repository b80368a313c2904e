import { type ClockEvent, type ClockRecord, isActive, type LateEntry } from './clocks';

/**
 * The steps of a clock's ladder, and the event each becomes. No calendar here: this runs in workflow code, where the instants arrive
 * computed; `schedule.ts` computes them (design decision 5).
 */

/** Past its instant by more, a step is marked late: longer than a timer and a busy worker ever take. */
export const LATE_AFTER_MS = 60_000;

/** A step's place in the ladder; `key` is its name in `ClockRecord.fired`. */
export type StepPlace =
  | { readonly key: string; readonly kind: 'warn'; readonly fraction: number }
  | { readonly key: string; readonly kind: 'breach'; readonly lateEntry?: readonly LateEntry[] }
  | { readonly key: string; readonly kind: 'escalate'; readonly to: string }
  | { readonly key: string; readonly kind: 'expire' };

/** Since when (ms) its instant could be known, where that was after it. */
interface Known {
  readonly knownAt?: number;
}

/** A step that will fall due: at `at` (ms since the epoch), of a clock due at `dueAt` (ISO-8601). Plain JSON. */
export type Step = StepPlace & Known & { readonly at: number; readonly dueAt: string };

/** A step, its instants null where they are not known: the clock is paused, or its calendar has no working time to come. */
export type PlannedStep = StepPlace & Known & { readonly at: number | null; readonly dueAt: string | null };

export const isDue = (step: PlannedStep): step is Step => step.at !== null && step.dueAt !== null;

/**
 * The event of a step that has fallen due; undefined where it fired before, or where the promise was kept or dropped while the timer ran
 * out. `nowMs` is the workflow's time.
 */
export function elapseStep({
  record,
  step,
  nowMs,
}: {
  readonly record: ClockRecord;
  readonly step: Step;
  readonly nowMs: number;
}): ClockEvent | undefined {
  if (!isActive(record) || record.fired.includes(step.key)) return undefined;
  const data = {
    clock: record.name,
    step: step.key,
    dueAt: step.dueAt,
    late: nowMs - step.at > LATE_AFTER_MS,
    ...knownLate(record, step, nowMs),
  };
  switch (step.kind) {
    case 'warn':
      return { type: 'ClockWarned', data: { ...data, fraction: step.fraction } };
    case 'breach':
      return {
        type: 'ClockBreached',
        data: { ...data, ...(step.lateEntry && { lateEntry: step.lateEntry }) },
      };
    case 'escalate':
      return { type: 'ClockEscalated', data: { ...data, to: step.to } };
    case 'expire':
      return { type: 'ClockExpired', data };
  }
}

/** It fired as soon as it could be known: what it follows from was entered late, and the system was not away. */
function knownLate({ startedAt }: ClockRecord, { at, knownAt }: Step, nowMs: number) {
  const isLate = nowMs - at > LATE_AFTER_MS;
  return isLate && knownAt !== undefined && nowMs - knownAt <= LATE_AFTER_MS
    ? { known: { startedAt, at: new Date(knownAt).toISOString() } }
    : {};
}
