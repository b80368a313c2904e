import { type Span, WEEKDAYS, type WorkingCalendar } from '../../../../domain/clock/calendar';

/**
 * Working time the slow way, sharing nothing with the implementation: every minute of a stretch of time is written down with what a wall
 * clock shows then (Intl, not Temporal), and local times are looked up in that list.
 */
export const MINUTE_MS = 60_000;

export interface Stretch {
  readonly startMs: number;
  readonly minutes: number;
}

interface WallClock {
  readonly shown: readonly string[];
  readonly first: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
}

const wallClocks = new Map<string, WallClock>();

/** Local time at each minute (`2026-10-25 01:30`), with the first and last minute that shows it. */
function wallClock(zone: string, { startMs, minutes }: Stretch): WallClock {
  const key = `${zone} ${startMs} ${minutes}`;
  const known = wallClocks.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = Array.from({ length: minutes }, (_, minute) => format.format(startMs + minute * MINUTE_MS));
  const entries = shown.map((text, minute) => [text, minute] as const);
  const clock = { shown, first: new Map(entries.toReversed()), last: new Map(entries) };
  wallClocks.set(key, clock);
  return clock;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The minute at which a local time comes. A skipped one: go back to the last time shown before the gap, and count on from there. */
function minuteOf({ first, last }: WallClock, date: string, time: string): number | undefined {
  const asUtc =
    Date.parse(`${date}T00:00Z`) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;
  for (let back = 0; back <= 120; back += 1) {
    const local = new Date(asUtc - back * MINUTE_MS);
    const text = `${local.toISOString().slice(0, 10)} ${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`;
    const found = (back === 0 ? first : last).get(text);
    if (found !== undefined) return found + back;
  }
  return undefined;
}

/** For each minute of the stretch, whether it is worked. Dates at its very edge may be cut off: keep away from them. */
export function workedMinutes(calendar: WorkingCalendar, stretch: Stretch): readonly boolean[] {
  const clock = wallClock(calendar.timeZone, stretch);
  const worked = clock.shown.map(() => false);
  for (const date of new Set(clock.shown.map((text) => text.slice(0, 10)))) {
    for (const [from, to] of spansOf(calendar, date)) {
      const start = minuteOf(clock, date, from);
      const end = minuteOf(clock, date, to);
      if (start === undefined || end === undefined) continue;
      for (let minute = start; minute < end; minute += 1) worked[minute] = true;
    }
  }
  return worked;
}

function spansOf(calendar: WorkingCalendar, date: string): readonly Span[] {
  const extra = calendar.extraWorkingDays[date];
  if (extra !== undefined) return extra;
  if (calendar.holidays.includes(date)) return [];
  const weekday = WEEKDAYS[new Date(`${date}T12:00Z`).getUTCDay()];
  return (weekday === undefined ? undefined : calendar.hours[weekday]) ?? [];
}
