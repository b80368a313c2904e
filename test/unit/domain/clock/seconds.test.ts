import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantAfter, workingSeconds } from '../../../../domain/clock/working-time';
import { aCalendar, ms } from './builders';

const HOUR = 3_600;
/** Three hours around noon on a Monday, with a lunch break and no change of clocks: simple enough to say second by second. */
const startMs = ms('2026-10-19T11:00:00Z');
const calendar = aCalendar({
  timeZone: 'UTC',
  hours: {
    mon: [
      ['11:10', '12:00'],
      ['12:30', '13:45'],
    ],
  },
});
const worked = (second: number): boolean =>
  (second >= 600 && second < HOUR) || (second >= 1.5 * HOUR && second < 2.75 * HOUR);

const second = fc.integer({ min: 0, max: 3 * HOUR });

describe('working seconds beside a walk over every second', () => {
  it('agree on the seconds between two instants and on the instant at which they are used up', () => {
    fc.assert(
      fc.property(second, second, fc.array(fc.tuple(second, second), { maxLength: 4 }), (from, to, pairs) => {
        const pauses = pairs.map(([one, other]) => ({
          from: Math.min(one, other),
          to: Math.max(one, other),
        }));
        const counted = Array.from({ length: 3 * HOUR }, (_, at) => at).filter(
          (at) =>
            at >= from && at < to && worked(at) && !pauses.some((pause) => pause.from <= at && at < pause.to),
        );
        const given = pauses.map((pause) => ({
          fromMs: startMs + pause.from * 1000,
          toMs: startMs + pause.to * 1000,
        }));

        const seconds = workingSeconds(calendar, startMs + from * 1000, startMs + to * 1000, given);
        expect(seconds).toBe(counted.length);

        const last = counted.at(-1);
        if (last !== undefined) {
          expect(instantAfter(calendar, startMs + from * 1000, seconds, given)).toBe(
            startMs + (last + 1) * 1000,
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
