import type { Calendar } from '../clock/calendar';
import { workingSpans, type Interval } from '../clock/working-spans';

/**
 * The first time of `durationMs` within working hours that nothing else takes, from `fromMs` on; undefined where none begins before
 * `untilMs`. Instants in ms since the epoch; `busy` may overlap and come in any order.
 */
export function nextFreeSlot(
  calendar: Calendar,
  busy: readonly Interval[],
  { fromMs, untilMs, durationMs }: { fromMs: number; untilMs: number; durationMs: number },
): Interval | undefined {
  const taken = busy.toSorted((left, right) => left[0] - right[0]);
  for (const [spanFrom, spanTo] of workingSpans(calendar, fromMs, untilMs)) {
    let cursorMs = spanFrom;
    for (const [busyFrom, busyTo] of taken) {
      if (busyTo <= cursorMs || busyFrom >= spanTo) continue;
      if (busyFrom - cursorMs >= durationMs) break;
      cursorMs = Math.max(cursorMs, busyTo);
    }
    if (spanTo - cursorMs >= durationMs) return [cursorMs, cursorMs + durationMs];
  }
  return undefined;
}
