import { localeOf, type Language } from '../../shared/language';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

type Spans = readonly (readonly string[])[];

/** Monday, 1 January 2024, from which the days of a week are named. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export const weekdayName = (day: Weekday, language: Language, weekday: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday, timeZone: 'UTC' }).format(
    MONDAY + WEEKDAYS.indexOf(day) * DAY_MS,
  );

export const spansText = (spans: Spans): string => spans.map((span) => span.join('-')).join(', ');

/** Working hours by days that have the same: `Mon–Fri 09:00-18:00; Sat 09:00-12:00`. */
export function hoursText(hours: Readonly<Partial<Record<Weekday, Spans>>>, language: Language): string {
  const runs: { readonly days: Weekday[]; readonly text: string }[] = [];
  for (const day of WEEKDAYS) {
    const text = spansText(hours[day] ?? []);
    const last = runs.at(-1);
    if (last?.text === text) last.days.push(day);
    else runs.push({ days: [day], text });
  }
  return runs
    .filter(({ text }) => text !== '')
    .map(({ days, text }) => {
      const names = [days[0], ...(days.length > 1 ? [days.at(-1)] : [])];
      return `${names.map((day) => (day ? weekdayName(day, language) : '')).join('–')} ${text}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}
