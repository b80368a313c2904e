import { describe, expect, it } from '@jest/globals';
import { workingSpans } from '../../../../domain/clock/working-spans';
import { parseCalendar } from '../../../../domain/clock/calendar';
import { HORIZON_MS, offeredWindows, SHORTEST_NOTICE_MS } from '../../../../domain/dispatch/windows';

const HOUR_MS = 3_600_000;
/** A Friday, 08:00 in Shanghai. */
const NOW_MS = Date.parse('2026-11-20T00:00:00.000Z');
const CALENDAR = parseCalendar({
  timeZone: 'Asia/Shanghai',
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:30', '18:00'],
      ],
    ]),
  ),
});
const offered = (lengthMs: number, taken: readonly (readonly [number, number])[] = []) =>
  offeredWindows({
    working: workingSpans(CALENDAR, NOW_MS, NOW_MS + HORIZON_MS),
    taken,
    lengthMs,
    nowMs: NOW_MS,
  }).map(([from, to]) => [new Date(from).toISOString(), new Date(to).toISOString()]);

describe('The appointments that a customer can choose from (R4, R36)', () => {
  it('are as long as the one before, within working hours, after the shortest notice', () => {
    expect(offered(2 * HOUR_MS).slice(0, 4)).toEqual([
      ['2026-11-20T05:30:00.000Z', '2026-11-20T07:30:00.000Z'],
      ['2026-11-20T07:30:00.000Z', '2026-11-20T09:30:00.000Z'],
      // The weekend has no working hours.
      ['2026-11-23T01:00:00.000Z', '2026-11-23T03:00:00.000Z'],
      ['2026-11-23T05:30:00.000Z', '2026-11-23T07:30:00.000Z'],
    ]);
    const first = offered(HOUR_MS)[0]?.[0] ?? '';
    expect(Date.parse(first)).toBeGreaterThanOrEqual(NOW_MS + SHORTEST_NOTICE_MS);
  });

  it('leave out what touches the engineer’s other visits, and nothing beside them', () => {
    const visit = [Date.parse('2026-11-20T07:00:00.000Z'), Date.parse('2026-11-20T07:30:00.000Z')] as const;
    expect(offered(2 * HOUR_MS, [visit])[0]?.[0]).toBe('2026-11-20T07:30:00.000Z');
  });

  it('ask nobody to wait for a day, whatever the one before did', () => {
    const [window] = offered(9 * HOUR_MS);
    expect(window).toEqual(['2026-11-20T05:30:00.000Z', '2026-11-20T08:30:00.000Z']);
  });

  it('are none where the engineer has no hour left', () => {
    expect(offered(HOUR_MS, [[NOW_MS, NOW_MS + HORIZON_MS]])).toEqual([]);
  });
});
