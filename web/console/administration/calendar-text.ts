import type { Schemas } from '../api';
import type { TypedGroup } from '../forms/values';
import { spansText, WEEKDAYS, type Weekday } from './hours';

export type WorkingHours = Exclude<Schemas['CalendarDefinition'], '24x7'>;

/** A calendar as its form has it: hours and days as people write them. */
export interface CalendarData {
  readonly effectiveFrom: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, string>>>;
  readonly holidays?: string;
  readonly extra?: string;
  readonly retroactive?: boolean;
}

export function calendarText({
  timeZone,
  hours,
  holidays = [],
  extraWorkingDays = {},
}: WorkingHours): TypedGroup {
  return {
    timeZone,
    hours: Object.fromEntries(WEEKDAYS.map((day) => [day, spansText(hours[day] ?? [])])),
    holidays: holidays.join(' '),
    extra: Object.entries(extraWorkingDays)
      .map(([day, spans]) => `${day} ${spansText(spans)}`)
      .join('\n'),
  };
}

/** `9:00` is written for `09:00`. */
const TIME_LENGTH = 5;

const spansOf = (text: string): string[][] =>
  text
    .replaceAll(/\s*[-–—~～至]\s*/g, '-')
    .split(/[\s,，;；、]+/)
    .filter((span) => span !== '')
    .map((span) => span.split('-').map((time) => time.replace('：', ':').padStart(TIME_LENGTH, '0')));

const daysOf = (text: string): string[] => text.split(/[\s,，;；、]+/).filter((day) => day !== '');

/** The calendar that the API judges: whatever is no time or day is refused there, in words. */
export function definitionOf({
  timeZone,
  hours,
  holidays = '',
  extra = '',
}: Pick<CalendarData, 'timeZone' | 'hours' | 'holidays' | 'extra'>): WorkingHours {
  const lines = extra.split('\n').filter((line) => line.trim() !== '');
  return {
    timeZone,
    hours: Object.fromEntries(WEEKDAYS.map((day) => [day, spansOf(hours[day] ?? '')])),
    holidays: daysOf(holidays),
    extraWorkingDays: Object.fromEntries(
      lines.map((line) => {
        const [day = '', ...spans] = line.trim().split(/\s+/);
        return [day, spansOf(spans.join(' '))];
      }),
    ),
  };
}

/** Field of the form that a refusal is about: `definition.hours.mon.0` is `hours.mon`. */
export function pathOfCalendar(field: string): string {
  const [first = '', second = '', third = ''] = field.replace(/^definition\./, '').split('.');
  if (first === 'hours' && second !== '') return `hours.${second}`;
  if (first === 'extraWorkingDays') return 'extra';
  return third === '' && first !== 'holidays'
    ? [first, second].filter((part) => part !== '').join('.')
    : first;
}
