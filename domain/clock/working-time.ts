import { type Calendar } from './calendar';
import { type Interval, workingSpans } from './working-spans';

/** A time that does not count, in ms since the epoch; `toMs` is Infinity while it lasts. */
export interface Pause {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Working seconds from one instant to another, pauses left out; whole seconds, a started one does not count. */
export function workingSeconds(
  calendar: Calendar,
  fromMs: number,
  toMs: number,
  pauses: readonly Pause[],
): number {
  let totalMs = 0;
  for (const [from, to] of countedSpans(calendar, fromMs, toMs, pauses)) totalMs += to - from;
  return Math.floor(totalMs / 1000);
}

/**
 * The first instant (ms since the epoch) at which `seconds` of working time outside pauses are used up since `fromMs`. Null where a
 * pause without an end comes first, or where the calendar has too little working time within the bounds of a search
 * (`MAX_IDLE_DAYS`, `MAX_SEARCH_DAYS`).
 */
export function instantAfter(
  calendar: Calendar,
  fromMs: number,
  seconds: number,
  pauses: readonly Pause[],
): number | null {
  let leftMs = Math.round(seconds * 1000);
  if (leftMs <= 0) return fromMs;
  for (const [from, to] of countedSpans(calendar, fromMs, Infinity, pauses)) {
    if (to - from >= leftMs) return from + leftMs;
    leftMs -= to - from;
  }
  return null;
}

/** The first working instant at or after `atMs`: itself in working hours. Null where none comes within ten years. */
export function nextWorkingInstant(calendar: Calendar, atMs: number): number | null {
  for (const [from] of workingSpans(calendar, atMs, Infinity)) return from;
  return null;
}

function* countedSpans(
  calendar: Calendar,
  fromMs: number,
  toMs: number,
  pauses: readonly Pause[],
): Generator<Interval, void> {
  for (const [from, to] of unpaused(fromMs, toMs, pauses)) yield* workingSpans(calendar, from, to);
}

/**
 * Subtracts pauses from an interval; pauses may overlap and come in any order, since people report them
 * afterwards.
 */
function* unpaused(fromMs: number, toMs: number, pauses: readonly Pause[]): Generator<Interval, void> {
  let cursorMs = fromMs;
  for (const pause of pauses.toSorted((left, right) => left.fromMs - right.fromMs)) {
    if (pause.toMs <= pause.fromMs) continue;
    if (pause.fromMs > cursorMs) yield [cursorMs, Math.min(pause.fromMs, toMs)];
    cursorMs = Math.max(cursorMs, pause.toMs);
    if (cursorMs >= toMs) return;
  }
  yield [cursorMs, toMs];
}
