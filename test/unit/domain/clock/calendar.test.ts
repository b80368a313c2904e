import { describe, expect, it } from '@jest/globals';
import { parseCalendar } from '../../../../domain/clock/calendar';
import { ClockInputError } from '../../../../domain/clock/errors';
import { nextWorkingInstant, workingSeconds } from '../../../../domain/clock/working-time';
import { aCalendar, ms, officeHours } from './builders';

const base = {
  timeZone: 'Asia/Shanghai',
  hours: { mon: [['09:00', '17:00']] },
  holidays: [],
  extraWorkingDays: {},
};

const fieldOf = (value: unknown): string => {
  try {
    parseCalendar(value);
  } catch (error) {
    if (error instanceof ClockInputError) return error.field;
    throw error;
  }
  return 'accepted';
};

describe('a calendar from outside', () => {
  it.each([
    ['a text that is no calendar', 'always', 'calendar'],
    ['nothing', null, 'calendar'],
    ['an unknown zone', { ...base, timeZone: 'Mars/Olympus' }, 'calendar.timeZone'],
    ['an offset for a zone', { ...base, timeZone: '+08:00' }, 'calendar.timeZone'],
    ['an unknown weekday', { ...base, hours: { monday: [] } }, 'calendar.hours.monday'],
    ['hours that are no object', { ...base, hours: [] }, 'calendar.hours'],
    [
      'a span that ends before it begins',
      { ...base, hours: { mon: [['22:00', '06:00']] } },
      'calendar.hours.mon[0]',
    ],
    ['a span of no length', { ...base, hours: { mon: [['09:00', '09:00']] } }, 'calendar.hours.mon[0]'],
    ['a time past midnight', { ...base, hours: { mon: [['09:00', '24:30']] } }, 'calendar.hours.mon[0]'],
    [
      'three times in a span',
      { ...base, hours: { mon: [['09:00', '10:00', '11:00']] } },
      'calendar.hours.mon[0]',
    ],
    [
      'spans that overlap, in any order',
      {
        ...base,
        hours: {
          tue: [
            ['13:00', '18:00'],
            ['09:00', '13:30'],
          ],
        },
      },
      'calendar.hours.tue',
    ],
    ['a holiday that does not exist', { ...base, holidays: ['2026-02-30'] }, 'calendar.holidays[0]'],
    ['a holiday that is no text', { ...base, holidays: ['2026-02-03', 7] }, 'calendar.holidays[1]'],
    [
      'an extra day outside the years computed in',
      { ...base, extraWorkingDays: { '9999-01-01': [] } },
      'calendar.extraWorkingDays.9999-01-01',
    ],
    [
      'must have some working time',
      { ...base, hours: { mon: [] }, extraWorkingDays: { '2026-10-10': [] } },
      'calendar.hours',
    ],
  ])('with %s is refused by the name of the field', (_what, value, field) => {
    expect(fieldOf(value)).toBe(field);
  });

  it('has its spans put in order, and needs neither holidays nor extra days', () => {
    expect(
      parseCalendar({
        timeZone: 'UTC',
        hours: {
          mon: [
            ['13:00', '24:00'],
            ['09:00', '13:00'],
          ],
        },
      }),
    ).toEqual({
      timeZone: 'UTC',
      hours: {
        mon: [
          ['09:00', '13:00'],
          ['13:00', '24:00'],
        ],
      },
      holidays: [],
      extraWorkingDays: {},
    });
  });
});

describe('the next working instant', () => {
  it('is the instant itself in working hours', () => {
    expect(nextWorkingInstant(officeHours, ms('2026-10-19T02:00:00Z'))).toBe(ms('2026-10-19T02:00:00Z'));
  });

  it('is the next opening at the very second of closing', () => {
    expect(nextWorkingInstant(officeHours, ms('2026-10-23T09:00:00Z'))).toBe(ms('2026-10-26T01:00:00Z'));
  });

  it('is any instant where work never stops', () => {
    expect(nextWorkingInstant('24x7', 1)).toBe(1);
  });

  it('is null, soon, where the only working day has gone by', () => {
    const once = aCalendar({ hours: {}, extraWorkingDays: { '2026-10-10': [['09:00', '17:00']] } });
    expect(nextWorkingInstant(once, ms('2026-10-11T00:00:00Z'))).toBeNull();
  });
});

describe('the hours of a date', () => {
  const secondsOn = (calendar: ReturnType<typeof aCalendar>, date: string): number =>
    workingSeconds(
      calendar,
      ms(`${date}T00:00:00Z`) - 12 * 3_600_000,
      ms(`${date}T00:00:00Z`) + 36 * 3_600_000,
      [],
    );
  const only = (timeZone: string, date: string, spans: readonly (readonly [string, string])[]) =>
    aCalendar({ timeZone, hours: {}, extraWorkingDays: { [date]: spans } });

  it('are those of the extra working day, against the weekday and against a holiday (调休)', () => {
    const calendar = aCalendar({
      holidays: ['2026-10-08', '2026-10-10'],
      extraWorkingDays: { '2026-10-10': [['09:00', '12:00']] },
    });
    const day = (date: string): number =>
      workingSeconds(calendar, ms(`${date}T00:00:00+08:00`), ms(`${date}T23:59:59+08:00`), []);
    expect([day('2026-10-08'), day('2026-10-09'), day('2026-10-10')]).toEqual([0, 8 * 3600, 3 * 3600]);
  });

  it('are 23 where clocks go forward and 25 where they go back', () => {
    expect(secondsOn(only('America/New_York', '2026-03-08', [['00:00', '24:00']]), '2026-03-08')).toBe(
      23 * 3600,
    );
    expect(secondsOn(only('America/New_York', '2026-11-01', [['00:00', '24:00']]), '2026-11-01')).toBe(
      25 * 3600,
    );
  });

  it('count once where a skipped time moves onto the next span', () => {
    // 02:30 does not exist that day and becomes 03:30: work from 01:30 to 03:30, one hour, of which 03:00-03:30 is named twice.
    expect(
      secondsOn(
        only('America/New_York', '2026-03-08', [
          ['01:30', '02:30'],
          ['03:00', '04:00'],
        ]),
        '2026-03-08',
      ),
    ).toBe(1.5 * 3600);
  });

  it('are none where the skipped beginning moves past the end', () => {
    expect(secondsOn(only('America/New_York', '2026-03-08', [['02:30', '03:15']]), '2026-03-08')).toBe(0);
  });

  it('begin and end at the first occurrence of a time that comes twice', () => {
    expect(secondsOn(only('America/New_York', '2026-11-01', [['01:15', '01:45']]), '2026-11-01')).toBe(1800);
  });

  it('count once where clocks go forward across midnight', () => {
    // Toronto, 1919: 23:30 became 00:30. Midnight moves to 01:00, half an hour into the next date's work.
    const calendar = aCalendar({
      timeZone: 'America/Toronto',
      hours: {},
      extraWorkingDays: { '1919-03-30': [['23:00', '24:00']], '1919-03-31': [['00:30', '02:00']] },
    });
    expect(secondsOn(calendar, '1919-03-31')).toBe(2 * 3600);
  });
});

describe('A calendar with a field that there is not', () => {
  it.each(['holiday', 'timezone', 'extraDays'])('is refused, and %s named', (name) => {
    const calendar = {
      timeZone: 'Asia/Shanghai',
      hours: { mon: [['08:00', '17:00']] },
      [name]: ['2027-01-01'],
    };
    expect(() => parseCalendar(calendar)).toThrow(`calendar.${name}`);
  });
});
