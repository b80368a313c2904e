import { describe, expect, it } from '@jest/globals';
import { heldBackMs, waitMs, type FailureCounts } from '../../../api/access/login-brake';

const MINUTE_MS = 60_000;
const failed = (count: number, sinceLastMs = 0) => ({ count, sinceLastMs });
const waits = (by: keyof FailureCounts, counts: readonly number[]): number[] =>
  counts.map((count) => waitMs({ [by]: failed(count) }));

describe('who guesses passwords', () => {
  it('waits twice as long after each failure with one login, up to a quarter of an hour', () => {
    expect(waitMs({})).toBe(0);
    expect(waits('pair', [1, 4, 5, 6, 7])).toEqual([0, 0, 1_000, 2_000, 4_000]);
    expect(waits('pair', [15, 40, 1_000_000])).toEqual([15 * MINUTE_MS, 15 * MINUTE_MS, 15 * MINUTE_MS]);
  });

  it('is slowed down by the address, too, whichever logins they try: by a minute at most', () => {
    expect(waits('address', [20, 21, 22, 60])).toEqual([0, 1_000, 2_000, MINUTE_MS]);
  });

  it('waits from the last failure on', () => {
    expect(waitMs({ pair: failed(7, 1_500) })).toBe(2_500);
    expect(waitMs({ pair: failed(7, 4_000) })).toBe(0);
    expect(waitMs({ pair: failed(5, 999), address: failed(22, 500) })).toBe(1_500);
  });

  it('from many addresses does not lock out whom the login belongs to: wrong answers alone wait, four seconds at most', () => {
    expect(waits('login', [100])).toEqual([0]);
    expect([1, 10, 11, 12, 13, 100].map((count) => heldBackMs({ login: failed(count) }))).toEqual([
      0, 0, 1_000, 2_000, 4_000, 4_000,
    ]);
  });

  it('is forgiven after a day', () => {
    const yesterday = failed(30, 24 * 60 * MINUTE_MS);
    expect(waitMs({ pair: yesterday, address: yesterday })).toBe(0);
    expect(heldBackMs({ login: yesterday })).toBe(0);
  });
});
