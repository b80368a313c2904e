import { type Calendar, minutesOf, type Span, WEEKDAYS, type WorkingCalendar } from './calendar';
import { DAY_MS, parseDate } from './instant';
import { wallTimeMs } from './time-zone';

/** From and to in ms since the epoch; `to` is the first instant outside. */
export type Interval = readonly [fromMs: number, toMs: number];

/** A search without an end gives up after so many days without work … */
const MAX_IDLE_DAYS = 3_660;
/** … and after so many days in all, so that no target, however large, keeps a worker busy. */
const MAX_SEARCH_DAYS = 36_600;

interface Timeline {
  readonly zone: string;
  readonly weekly: readonly (readonly Span[])[];
  readonly holidays: ReadonlySet<number>;
  readonly extra: ReadonlyMap<number, readonly Span[]>;
  /** Intervals by day number, filled as days are asked for. */
  readonly days: Map<number, readonly Interval[]>;
}

const timelines = new WeakMap<WorkingCalendar, Timeline>();

/**
 * The working intervals between two instants, in order and disjoint. `toMs` may be Infinity: then at most `MAX_SEARCH_DAYS` are
 * walked, and no more than `MAX_IDLE_DAYS` without work.
 */
export function* workingSpans(calendar: Calendar, fromMs: number, toMs: number): Generator<Interval, void> {
  if (toMs <= fromMs) return;
  if (calendar === '24x7') {
    yield [fromMs, toMs];
    return;
  }
  const timeline = timelineOf(calendar);
  // A local date begins up to 16 h before or after its midnight UTC.
  const firstDay = Math.floor(fromMs / DAY_MS) - 2;
  const lastDay = Math.floor(toMs / DAY_MS) + 2;
  let coveredMs = fromMs;
  let lastWorked = firstDay;
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (toMs === Infinity && (day - lastWorked > MAX_IDLE_DAYS || day - firstDay > MAX_SEARCH_DAYS)) return;
    for (const [spanFrom, spanTo] of spansOn(timeline, day)) {
      // Where clocks jump forward across midnight, the end of one date falls after the beginning of the next.
      const from = Math.max(spanFrom, coveredMs);
      const to = Math.min(spanTo, toMs);
      if (to <= from) continue;
      yield [from, to];
      coveredMs = to;
      lastWorked = day;
    }
  }
}

function timelineOf(calendar: WorkingCalendar): Timeline {
  const known = timelines.get(calendar);
  if (known !== undefined) return known;
  const dayNumber = (date: string): number => parseDate(date, 'calendar');
  const timeline: Timeline = {
    zone: calendar.timeZone,
    weekly: WEEKDAYS.map((weekday) => calendar.hours[weekday] ?? []),
    holidays: new Set(calendar.holidays.map(dayNumber)),
    extra: new Map(
      Object.entries(calendar.extraWorkingDays).map(([date, spans]) => [dayNumber(date), spans]),
    ),
    days: new Map(),
  };
  timelines.set(calendar, timeline);
  return timeline;
}

function spansOn(timeline: Timeline, day: number): readonly Interval[] {
  const known = timeline.days.get(day);
  if (known !== undefined) return known;
  const spans = union(
    localSpans(timeline, day).map(([from, to]) => [
      wallTimeMs(timeline.zone, day, minutesOf(from)),
      wallTimeMs(timeline.zone, day, minutesOf(to)),
    ]),
  );
  timeline.days.set(day, spans);
  return spans;
}

function localSpans({ weekly, holidays, extra }: Timeline, day: number): readonly Span[] {
  const exceptional = extra.get(day);
  if (exceptional !== undefined) return exceptional;
  if (holidays.has(day)) return [];
  // 1970-01-01 was a Thursday.
  return weekly[(((day + 4) % 7) + 7) % 7] ?? [];
}

/** A time moved out of a gap can pass the next span's beginning, or its own span's end: so merge, and drop what is empty. */
function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: [number, number][] = [];
  for (const [from, to] of intervals
    .filter(([from, to]) => to > from)
    .toSorted((left, right) => left[0] - right[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
