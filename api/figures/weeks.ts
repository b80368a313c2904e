import { DAY_MS, toIso } from '../../domain/clock/instant';
import { localDay, wallTimeMs } from '../../domain/clock/time-zone';
import { readInstant } from '../http/instants';
import { badRequest } from '../http/problems';
import { DEFAULT_WEEKS, MOST_WEEKS, type WeeksQuery } from './schema';

/** A week from a Monday to the next in a zone. */
export interface Week {
  readonly week: string;
  readonly from: string;
  readonly to: string;
}

const WEEK_DAYS = 7;
/** 1970-01-01, day 0, was a Thursday. */
const MONDAY_BEFORE = 3;

/** The weeks that are asked for, the first first. @throws {ApiError} for more than can be shown. */
export function weeksOf({ from, to }: WeeksQuery, timeZone: string, now: Date): readonly Week[] {
  const mondayOf = (at: Date): number => {
    const day = localDay(timeZone, at.getTime());
    return day - ((day + MONDAY_BEFORE) % WEEK_DAYS);
  };
  const last = mondayOf(to === undefined ? now : new Date(readInstant(to, 'to')));
  const first =
    from === undefined
      ? last - (DEFAULT_WEEKS - 1) * WEEK_DAYS
      : mondayOf(new Date(readInstant(from, 'from')));
  const count = (last - first) / WEEK_DAYS + 1;
  if (count < 1 || count > MOST_WEEKS)
    throw badRequest('to', {
      en: `it must not be before from, and ${MOST_WEEKS} weeks later at most`,
      zh: `不得早于开始时间，且最多相隔 ${MOST_WEEKS} 周`,
    });
  const begins = (day: number): string => toIso(wallTimeMs(timeZone, day, 0));
  return Array.from({ length: count }, (_, n) => {
    const monday = first + n * WEEK_DAYS;
    return {
      week: toIso(monday * DAY_MS).slice(0, 10),
      from: begins(monday),
      to: begins(monday + WEEK_DAYS),
    };
  });
}

/** The instants between weeks, as `width_bucket` takes them. */
export const boundsOf = (weeks: readonly Week[]): string[] => [
  ...weeks.slice(0, 1).map(({ from }) => from),
  ...weeks.map(({ to }) => to),
];
