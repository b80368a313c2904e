import { describe, expect, it } from '@jest/globals';
import { type ClockInput, computeClock } from '../../../../domain/clock/compute';
import { ClockInputError } from '../../../../domain/clock/errors';
import { aCalendar, officeHours } from './builders';

/** Two working hours from Monday 10:00 in Shanghai, read at 11:00. */
const aClock = (parts: Partial<ClockInput> = {}): ClockInput => ({
  calendar: officeHours,
  startAt: '2026-10-19T02:00:00Z',
  targetSeconds: 7200,
  pauses: [],
  thresholds: [0.5],
  now: '2026-10-19T03:00:00Z',
  ...parts,
});

describe('the state of a clock', () => {
  it('is breached from the due instant on, and not a second before', () => {
    expect(computeClock(aClock({ now: '2026-10-19T03:59:59Z' })).state).toBe('running');
    expect(computeClock(aClock({ now: '2026-10-19T04:00:00Z' })).state).toBe('breached');
  });

  it('is met at the due instant, and breached when met a second later', () => {
    expect(computeClock(aClock({ metAt: '2026-10-19T04:00:00Z' })).state).toBe('met');
    expect(computeClock(aClock({ metAt: '2026-10-19T04:00:01Z' })).state).toBe('breached');
  });

  it('is breached where the pause begins as the target is used up', () => {
    expect(
      computeClock(aClock({ pauses: [{ from: '2026-10-19T04:00:00Z' }], now: '2026-10-19T05:00:00Z' })),
    ).toMatchObject({
      dueAt: '2026-10-19T04:00:00Z',
      state: 'breached',
      remainingSeconds: 0,
    });
  });

  it('is paused, with the thresholds behind it kept, while a pause lasts', () => {
    expect(
      computeClock(aClock({ pauses: [{ from: '2026-10-19T03:30:00Z' }], now: '2026-10-20T03:00:00Z' })),
    ).toEqual({
      dueAt: null,
      thresholdsAt: ['2026-10-19T03:00:00Z'],
      state: 'paused',
      elapsedSeconds: 5400,
      remainingSeconds: 1800,
    });
  });

  it('is paused though the end of the pause has been announced', () => {
    const pauses = [{ from: '2026-10-19T02:30:00Z', to: '2026-10-19T06:00:00Z' }];
    expect(computeClock(aClock({ pauses }))).toMatchObject({ dueAt: null, state: 'paused' });
    expect(computeClock(aClock({ pauses, now: '2026-10-19T06:00:00Z' }))).toMatchObject({
      dueAt: '2026-10-19T07:30:00Z',
      state: 'running',
    });
  });

  it('is met where the promise was kept in a pause', () => {
    const pauses = [{ from: '2026-10-19T02:30:00Z' }];
    expect(computeClock(aClock({ pauses, metAt: '2026-10-19T02:45:00Z' }))).toMatchObject({
      dueAt: null,
      state: 'met',
      elapsedSeconds: 1800,
    });
  });

  it('runs on without a due instant where the calendar has no work left', () => {
    const calendar = aCalendar({ hours: {}, extraWorkingDays: { '2026-10-19': [['09:00', '11:00']] } });
    expect(computeClock(aClock({ calendar }))).toMatchObject({
      dueAt: null,
      state: 'running',
      elapsedSeconds: 3600,
    });
  });
});

describe('the arithmetic of a clock', () => {
  it('has a promise of no time due as it starts, even at night', () => {
    expect(computeClock(aClock({ targetSeconds: 0, startAt: '2026-10-18T20:00:30Z' })).dueAt).toBe(
      '2026-10-18T20:00:30Z',
    );
  });

  it('counts nothing before the start', () => {
    expect(computeClock(aClock({ now: '2026-10-01T00:00:00Z' }))).toMatchObject({
      elapsedSeconds: 0,
      state: 'running',
    });
  });

  it('takes pauses that overlap, or began before the clock, once', () => {
    const pauses = [
      { from: '2026-10-18T00:00:00Z', to: '2026-10-19T02:10:00Z' },
      { from: '2026-10-19T02:30:00Z', to: '2026-10-19T02:50:00Z' },
      { from: '2026-10-19T02:40:00Z', to: '2026-10-19T03:00:00Z' },
    ];
    expect(computeClock(aClock({ pauses }))).toMatchObject({
      elapsedSeconds: 1200,
      dueAt: '2026-10-19T04:40:00Z',
    });
  });

  it('warns to the second where a fraction is not exact in binary', () => {
    expect(computeClock(aClock({ calendar: '24x7', thresholds: [0.1, 0.7, 1.1] })).thresholdsAt).toEqual([
      '2026-10-19T02:12:00Z',
      '2026-10-19T03:24:00Z',
      '2026-10-19T04:12:00Z',
    ]);
  });

  it('refuses an instant that does not exist', () => {
    expect(() => computeClock(aClock({ now: '2026-02-30T00:00:00Z' }))).toThrow(ClockInputError);
  });
});
