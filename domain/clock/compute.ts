import { type Calendar } from './calendar';
import { parseInstant, toIsoSeconds } from './instant';
import { type ClockState, instantAtFraction, readClock, type Timing } from './reading';
import { type Pause } from './working-time';

/** One clock as `npm run clock` reads it; instants are ISO-8601. */
export interface ClockInput {
  readonly calendar: Calendar;
  readonly startAt: string;
  readonly now: string;
  readonly metAt?: string;
  /** Working seconds of the calendar. */
  readonly targetSeconds: number;
  /** A pause without `to` lasts. */
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
  /** Fractions of the target. */
  readonly thresholds: readonly number[];
}

/** Instants are ISO-8601 to the second, null where not known: paused, or no working time to come. */
export interface ClockAnswer {
  readonly dueAt: string | null;
  readonly thresholdsAt: readonly (string | null)[];
  readonly state: ClockState;
  readonly elapsedSeconds: number;
  readonly remainingSeconds: number;
}

/**
 * A clock as it stands at `now`: only working time outside pauses counts; `dueAt` is the first instant at which the target is used up.
 * @throws {ClockInputError} for an instant that is none.
 */
export function computeClock(input: ClockInput): ClockAnswer {
  const nowMs = parseInstant(input.now, 'now');
  const metMs = input.metAt === undefined ? undefined : parseInstant(input.metAt, 'metAt');
  const pauses = input.pauses.map(({ from, to }, index) => ({
    fromMs: parseInstant(from, `pauses[${index}].from`),
    toMs: to === undefined ? Infinity : parseInstant(to, `pauses[${index}].to`),
  }));
  const timing: Timing = {
    calendar: input.calendar,
    startMs: parseInstant(input.startAt, 'startAt'),
    targetSeconds: input.targetSeconds,
    pauses: metMs === undefined ? pauses.map((pause) => asKnownAt(pause, nowMs)) : pauses,
  };
  const dueMs = instantAtFraction(timing, 1);
  return {
    dueAt: print(dueMs),
    thresholdsAt: input.thresholds.map((fraction) => print(instantAtFraction(timing, fraction))),
    ...readClock(timing, dueMs, { nowMs, metMs }),
  };
}

const print = (ms: number | null): string | null => (ms === null ? null : toIsoSeconds(ms));

/** A clock paused now has no due instant, even where the pause's end has been announced: until then it can be moved. */
const asKnownAt = ({ fromMs, toMs }: Pause, nowMs: number): Pause => ({
  fromMs,
  toMs: fromMs <= nowMs && nowMs < toMs ? Infinity : toMs,
});
