import { ClockInputError } from './errors';
import { asArray, asObject, asString, refuseUnknown } from './fields';
import { parseDate } from './instant';
import { isTimeZone } from './time-zone';

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to in local wall time, `HH:MM`; `24:00` is allowed as the end. */
export type Span = readonly [from: string, to: string];

export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly Span[]>>>;
  /** Local dates without work. */
  readonly holidays: readonly string[];
  /** Local date → spans; wins over the weekday and over a holiday (调休). */
  readonly extraWorkingDays: Readonly<Record<string, readonly Span[]>>;
}

/** When working time runs: always, or by local hours. */
export type Calendar = '24x7' | WorkingCalendar;

const FIELDS = ['timeZone', 'hours', 'holidays', 'extraWorkingDays'];
const SPAN_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Minutes since local midnight of `HH:MM`; the text has been through `parseCalendar`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * Parses a calendar from untrusted data; its spans are in order.
 * @throws {ClockInputError} naming the field: an unknown zone or weekday, a date that does not exist, spans
 * that overlap or run backward, or a calendar without any working time.
 */
export function parseCalendar(value: unknown, field = 'calendar'): Calendar {
  if (value === '24x7') return value;
  if (typeof value === 'string')
    throw new ClockInputError(field, `"${value}" is neither "24x7" nor an object`);
  const raw = asObject(value, field);
  refuseUnknown(raw, FIELDS, field);
  const timeZone = asString(raw['timeZone'], `${field}.timeZone`);
  if (!isTimeZone(timeZone))
    throw new ClockInputError(`${field}.timeZone`, `"${timeZone}" is not an IANA time zone`);
  const hours = parseHours(raw['hours'], `${field}.hours`);
  const holidays = asArray(raw['holidays'] ?? [], `${field}.holidays`).map((date, index) =>
    parseDateText(date, `${field}.holidays[${index}]`),
  );
  const extraWorkingDays = Object.fromEntries(
    Object.entries(asObject(raw['extraWorkingDays'] ?? {}, `${field}.extraWorkingDays`)).map(
      ([date, spans]) => {
        const place = `${field}.extraWorkingDays.${date}`;
        return [parseDateText(date, place), parseSpans(spans, place)];
      },
    ),
  );
  const allSpans = [...Object.values(hours), ...Object.values(extraWorkingDays)];
  if (allSpans.every((spans) => spans.length === 0))
    throw new ClockInputError(`${field}.hours`, 'must have some working time');
  return { timeZone, hours, holidays, extraWorkingDays };
}

const isWeekday = (text: string): text is Weekday => WEEKDAYS.some((weekday) => weekday === text);

function parseHours(value: unknown, field: string): Partial<Record<Weekday, readonly Span[]>> {
  const hours: Partial<Record<Weekday, readonly Span[]>> = {};
  for (const [weekday, spans] of Object.entries(asObject(value, field))) {
    // A misspelt weekday would silently be a day off, and every deadline after it wrong.
    if (!isWeekday(weekday))
      throw new ClockInputError(`${field}.${weekday}`, `is not one of ${WEEKDAYS.join(', ')}`);
    hours[weekday] = parseSpans(spans, `${field}.${weekday}`);
  }
  return hours;
}

function parseDateText(value: unknown, field: string): string {
  const text = asString(value, field);
  parseDate(text, field);
  return text;
}

function parseSpans(value: unknown, field: string): readonly Span[] {
  const spans = asArray(value, field)
    .map((span, index) => parseSpan(span, `${field}[${index}]`))
    .toSorted((left, right) => minutesOf(left[0]) - minutesOf(right[0]));
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    if (before !== undefined && minutesOf(span[0]) < minutesOf(before[1])) {
      throw new ClockInputError(field, `${before.join('-')} and ${span.join('-')} overlap`);
    }
  });
  return spans;
}

function parseSpan(value: unknown, field: string): Span {
  const times = asArray(value, field).map((time) => asString(time, field));
  const [from, to] = times;
  if (from === undefined || to === undefined || times.length !== 2) {
    throw new ClockInputError(field, 'must be [from, to]');
  }
  const wrong = times.find((time) => !SPAN_TIME.test(time));
  if (wrong !== undefined) throw new ClockInputError(field, `"${wrong}" is not a time (HH:MM, up to 24:00)`);
  if (minutesOf(from) >= minutesOf(to)) {
    throw new ClockInputError(field, `${from}-${to} ends before it begins; split a night at 24:00`);
  }
  return [from, to];
}
