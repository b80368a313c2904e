import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reachesBack, rewritesThePast, type LastDay } from '../../../../domain/entitlement/retroactive';

const TODAY = '2026-03-01';
const dayText = (fromToday: number): string =>
  new Date(Date.parse(TODAY) + fromToday * 86_400_000).toISOString().slice(0, 10);

describe('What is entered of warranties reaches back (R6)', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-03-01', false],
    ['2026-03-02', false],
  ])('from %s: %s', (from, expected) => {
    expect(reachesBack(from, TODAY)).toBe(expected);
  });
});

describe('Another last day of a rule rewrites the past (R6)', () => {
  it.each<[LastDay, LastDay, boolean]>([
    [null, '2026-02-27', true],
    [null, '2026-02-28', false],
    ['2026-02-27', null, true],
    ['2026-02-28', null, false],
    ['2026-01-31', '2026-12-31', true],
    ['2026-03-01', '2026-12-31', false],
    ['2026-01-31', '2026-01-31', false],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(rewritesThePast(before, after, TODAY)).toBe(expected);
  });

  it('wherever a day that is over is one on which the rule held, and no longer did, or the other way round', () => {
    const lastDay = fc.option(fc.integer({ min: -20, max: 20 }));
    const holds = (last: number | null, day: number): boolean => last === null || day <= last;
    fc.assert(
      fc.property(lastDay, lastDay, (before, after) => {
        const past = Array.from({ length: 30 }, (_, n) => -30 + n);
        const isTurned = past.some((day) => holds(before, day) !== holds(after, day));
        const [one, other] = [before, after].map((day) => (day === null ? null : dayText(day)));
        expect(rewritesThePast(one ?? null, other ?? null, TODAY)).toBe(isTurned);
      }),
    );
  });
});
