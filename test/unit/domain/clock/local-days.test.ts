import { describe, expect, it } from '@jest/globals';
import { endOfDay, hoursOfDay, isWorkedAt } from '../../../../domain/clock/local-days';
import { aCalendar } from './builders';

const berlin = aCalendar({
  timeZone: 'Europe/Berlin',
  hours: {
    mon: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    sun: [['20:00', '24:00']],
  },
  holidays: ['2026-12-28'],
});

describe('The hours of a day', () => {
  it('are those where the calendar is, with their breaks', () => {
    expect(hoursOfDay(berlin, '2026-11-29T23:30:00.000Z')).toEqual({
      date: '2026-11-30',
      spans: ['08:00–12:00', '13:00–17:00'],
    });
    expect(hoursOfDay(berlin, '2026-11-29T12:00:00.000Z').spans).toEqual(['20:00–24:00']);
  });

  it('are told by the wall on a day on which clocks change, and are none on a day off', () => {
    // 29 March and 25 October 2026.
    expect(hoursOfDay(berlin, '2026-03-29T10:00:00.000Z').spans).toEqual(['20:00–24:00']);
    expect(hoursOfDay(berlin, '2026-12-28T10:00:00.000Z').spans).toEqual([]);
  });

  it.each([
    ['2026-11-30T07:00:00.000Z', false, true],
    ['2026-11-30T06:59:00.000Z', false, false],
    ['2026-11-30T11:30:00.000Z', false, false],
    ['2026-11-30T16:00:00.000Z', false, false],
    // An interval that ends at the same instant is included.
    ['2026-11-30T16:00:00.000Z', true, true],
    ['2026-11-30T16:01:00.000Z', true, false],
  ])('hold %s (an end: %s): %s', (at, isEnd, isWorked) => {
    expect(isWorkedAt(berlin, at, isEnd)).toBe(isWorked);
    expect(isWorkedAt('24x7', at, isEnd)).toBe(true);
  });
});

describe('The end of a day', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-30T10:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-30T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    // Clocks go back within it: it has 25 hours.
    ['Europe/Berlin', '2026-10-25T08:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('in %s of %s is %s', (zone, at, end) => {
    expect(endOfDay(zone, at)).toBe(end);
  });
});
