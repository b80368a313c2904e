import { describe, expect, it } from '@jest/globals';
import {
  kindsOf,
  rateOf,
  REPAIR_FIGURES,
  REPAIR_STANDINGS,
  repairFigureNamed,
  type RepairFacts,
  type RepairFigure,
} from '../../../../domain/repair-quality/figures';

const FIXED: RepairFacts = { onFirstVisit: true, isRepeat: false, wasRepeated: false, isWatched: false };
const figure = (key: string): RepairFigure => {
  const found = repairFigureNamed(key);
  if (!found) throw new Error(`${key} is no figure`);
  return found;
};
const firstTimeFix = figure('first-time-fix');
const repeatRepair = figure('repeat-repair');

describe('How one repair stands in the figures (R14)', () => {
  it.each([
    ['fixed on the first visit', {}, 'yes', 'no'],
    ['fixed on a later visit', { onFirstVisit: false }, 'no', 'no'],
    ['repeated', { wasRepeated: true }, 'no', 'yes'],
    ['fixed, while the policy’s days run', { isWatched: true }, 'provisional', 'provisional'],
    ['fixed on a later visit, while they run', { onFirstVisit: false, isWatched: true }, 'no', 'provisional'],
    ['repeated while they run', { wasRepeated: true, isWatched: true }, 'no', 'yes'],
    ['the repeat of another', { isRepeat: true }, undefined, 'no'],
    ['a repeat that had to be repeated', { isRepeat: true, wasRepeated: true }, undefined, 'yes'],
  ] as const)('%s', (_name, facts, asFix, asRepeat) => {
    expect(firstTimeFix.standing({ ...FIXED, ...facts })).toBe(asFix);
    expect(repeatRepair.standing({ ...FIXED, ...facts })).toBe(asRepeat);
  });
});

describe('A rate', () => {
  it('counts a provisional repair as it stands now', () => {
    const groups = [
      { ...FIXED, repairs: 5 },
      { ...FIXED, isWatched: true, repairs: 3 },
      { ...FIXED, wasRepeated: true, repairs: 1 },
      { ...FIXED, isRepeat: true, repairs: 1 },
    ];
    expect(rateOf(firstTimeFix, groups)).toEqual({
      basisPoints: 8_889,
      numerator: 8,
      denominator: 9,
      provisional: 3,
    });
    expect(rateOf(repeatRepair, groups)).toEqual({
      basisPoints: 1_000,
      numerator: 1,
      denominator: 10,
      provisional: 3,
    });
  });

  it('is null where no repair counts', () => {
    const nothing = { basisPoints: null, numerator: 0, denominator: 0, provisional: 0 };
    expect(rateOf(repeatRepair, [])).toEqual(nothing);
    expect(rateOf(firstTimeFix, [{ ...FIXED, isRepeat: true, repairs: 4 }])).toEqual(nothing);
  });
});

describe('The kinds of repairs behind a figure', () => {
  it.each(REPAIR_FIGURES)('are for $key the kinds that stand so, and together all that count', (each) => {
    const byStanding = REPAIR_STANDINGS.flatMap((standing) => {
      const kinds = kindsOf(each, standing);
      for (const facts of kinds) expect(each.standing(facts)).toBe(standing);
      return kinds;
    });
    expect(new Set(byStanding)).toEqual(new Set(kindsOf(each, undefined)));
    expect(byStanding).toHaveLength(each.key === 'first-time-fix' ? 8 : 16);
  });

  it('have words in both languages', () => {
    for (const { name, text } of REPAIR_FIGURES)
      for (const { en, zh } of [name, text]) {
        expect(en).toMatch(/^[\x20-\x7e]+$/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
  });
});
