import { describe, expect, it } from '@jest/globals';
import { goalLines, type Round } from '../../../bench/lifecycle/result';
import { parseStat } from '../../../bench/measure/cpu';
import { median, percentile } from '../../../bench/measure/statistics';

const aRound = (system: Round['system'], at: number, casesPerSecond: number): Round => ({
  system,
  at,
  round: 1,
  cases: 1,
  elapsedMs: 1,
  casesPerSecond,
  commandP50Ms: 1,
  commandP99Ms: 1,
  cpuSecondsPerCase: {},
  historyPerCase: 1,
  transactionsPerCase: 1,
  errors: [],
});

describe('The figures of a benchmark', () => {
  it('the median of an odd number of values is the middle one, of an even number the mean of two', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  it('a percentile is the value by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect([0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 99, 100]);
  });

  it('CPU seconds are read past a name with blanks and parentheses', () => {
    const text = '4711 (a (b) c) S 17 1 1 0 -1 0 0 0 0 0 150 50 25 25 20 0 1 0 1 1 1';
    expect(parseStat(text)).toEqual({ parent: 17, seconds: 2.5 });
    expect(parseStat('')).toBeUndefined();
  });

  it('the ratios are of the medians at 20 at a time', () => {
    const rounds = [
      ...[aRound('aftercare', 1, 99), aRound('floor', 1, 1), aRound('dbos', 1, 1)],
      ...[aRound('aftercare', 20, 4), aRound('aftercare', 20, 2), aRound('aftercare', 20, 90)],
      ...[aRound('floor', 20, 8), aRound('dbos', 20, 5)],
    ];
    expect(goalLines(rounds)).toEqual([
      'lifecycle: aftercare/floor 0.50 (to reach 0.80)',
      'lifecycle: aftercare/dbos 0.80 (to reach 1.00)',
    ]);
  });
});
