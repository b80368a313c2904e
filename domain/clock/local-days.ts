import type { Calendar, WorkingCalendar } from './calendar';
import { DAY_MS, toIso } from './instant';
import { localDay, wallTimeMs, wallTimeOf } from './time-zone';
import { nextWorkingInstant } from './working-time';
import { workingSpans } from './working-spans';

/**
 * Local calendar days that a time from one instant to another touches, the first and the last included: what a trip is counted in (R13).
 * Instants are ISO-8601, `zone` an IANA name.
 */
export const daysBegun = (from: string, to: string, zone: string): number =>
  localDay(zone, Date.parse(to)) - localDay(zone, Date.parse(from)) + 1;

/** The end of the local day that an instant closes or lies in; both ISO-8601. */
export const endOfDay = (zone: string, at: string): string =>
  toIso(wallTimeMs(zone, localDay(zone, Date.parse(at) - 1) + 1, 0));

/** True where an instant lies in working time, ISO-8601; one that ends something may close it. */
export const isWorkedAt = (calendar: Calendar, at: string, isEnd = false): boolean => {
  const ms = Date.parse(at) - (isEnd ? 1 : 0);
  return nextWorkingInstant(calendar, ms) === ms;
};

/** The working hours of the local day of an instant. */
export interface HoursOfDay {
  /** Such as `2026-11-30`. */
  readonly date: string;
  /** Such as `08:30–12:00`; none on a day off. */
  readonly spans: readonly string[];
}

export function hoursOfDay(calendar: WorkingCalendar, at: string): HoursOfDay {
  const { timeZone } = calendar;
  const day = localDay(timeZone, Date.parse(at));
  const [beginMs, endMs] = [wallTimeMs(timeZone, day, 0), wallTimeMs(timeZone, day + 1, 0)];
  const spans = [...workingSpans(calendar, beginMs, endMs)].map(([from, to]) =>
    [wallTimeOf(timeZone, from), to === endMs ? '24:00' : wallTimeOf(timeZone, to)].join('–'),
  );
  return { date: toIso(day * DAY_MS).slice(0, 10), spans };
}
