import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastDayOf } from '../../../../domain/entitlement/months';

const DAY_MS = 86_400_000;
const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Day by day: goes on until so many months have turned, then to the same day of that one or its last. */
function byCounting(start: string, months: number): string {
  let at = Date.parse(start);
  for (let turned = 0; turned < months;) {
    at += DAY_MS;
    if (dayText(at).endsWith('-01')) turned += 1;
  }
  if (months === 0) return start;
  const day = start.slice(8);
  while (dayText(at).slice(8) !== day && !dayText(at + DAY_MS).endsWith('-01')) at += DAY_MS;
  return dayText(at);
}

const day = fc
  .integer({ min: Date.parse('1999-12-30') / DAY_MS, max: Date.parse('2101-03-02') / DAY_MS })
  .map((days) => dayText(days * DAY_MS));

describe('The last day of a term of months (R6)', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-08-31', 1, '2025-09-30'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2024-11-22', 24, '2026-11-22'],
    ['2025-06-15', 120, '2035-06-15'],
    ['2099-11-30', 3, '2100-02-28'],
    ['2025-05-05', 0, '2025-05-05'],
  ])('from %s for %d months is %s', (start, months, last) => {
    expect(lastDayOf(start, months)).toBe(last);
  });

  it('is the one that counting the days gives', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 72 }), (start, months) => {
        expect(lastDayOf(start, months)).toBe(byCounting(start, months));
      }),
      { numRuns: 300 },
    );
  });

  it('is never earlier for a longer term or a later start', () => {
    fc.assert(
      fc.property(day, day, fc.nat(600), fc.nat(600), (one, other, shorter, longer) => {
        const [from, later] = [one, other].sort();
        expect(
          lastDayOf(from ?? one, Math.min(shorter, longer)) <=
            lastDayOf(later ?? one, Math.max(shorter, longer)),
        ).toBe(true);
      }),
    );
  });
});
