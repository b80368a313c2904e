import type { ScheduleFilters } from './filters';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const DAYS_OF_WEEK = 7;

/** A day of the reader's zone, which has 23 or 25 hours where clocks are changed. */
export interface Day extends Span {
  readonly key: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

export const keyOfDay = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const midnight = (date: Date, plusDays = 0): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + plusDays);

const dayAt = (date: Date): Day => ({
  key: keyOfDay(date),
  fromMs: midnight(date).getTime(),
  toMs: midnight(date, 1).getTime(),
});

const dateOf = (key: string | undefined): Date =>
  key === undefined ? midnight(new Date()) : new Date(`${key}T00:00:00`);

/** The days shown: one, or the week from its Monday. */
export function daysShown({ day, view }: ScheduleFilters): readonly Day[] {
  const date = dateOf(day);
  if (view !== 'week') return [dayAt(date)];
  const sinceMonday = (date.getDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  return Array.from({ length: DAYS_OF_WEEK }, (_, n) => dayAt(midnight(date, n - sinceMonday)));
}

/** The day so many pages on: a page is a day or a week. */
export const dayAfter = ({ day, view }: ScheduleFilters, pages: number): string =>
  keyOfDay(midnight(dateOf(day), pages * (view === 'week' ? DAYS_OF_WEEK : 1)));

/** The part of a span that lies within another; undefined where none does. A moment lies within as a moment. */
export function within(span: Span, bounds: Span): Span | undefined {
  const fromMs = Math.max(span.fromMs, bounds.fromMs);
  const toMs = Math.min(span.toMs, bounds.toMs);
  const isMoment = span.fromMs === span.toMs && toMs < bounds.toMs;
  return fromMs < toMs || (isMoment && fromMs === toMs) ? { fromMs, toMs } : undefined;
}

export const overlap = (one: Span, other: Span): boolean =>
  one.fromMs < other.toMs && other.fromMs < one.toMs;

/** As CSS places it along the hours. */
export const along = (span: Span, axis: Span): { readonly left: string; readonly width: string } => {
  const whole = axis.toMs - axis.fromMs;
  return {
    left: `${((span.fromMs - axis.fromMs) / whole) * 100}%`,
    width: `${((span.toMs - span.fromMs) / whole) * 100}%`,
  };
};

export const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): Span => ({
  fromMs: Date.parse(from),
  toMs: Date.parse(to),
});
