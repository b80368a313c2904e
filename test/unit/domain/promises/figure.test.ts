import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROMISES, promiseNamed } from '../../../../domain/promises/definitions';
import { figureOf, standingOf } from '../../../../domain/promises/figure';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 1, hour));
const NOW = at(12);

describe('How one promise stands (R37)', () => {
  it.each([
    ['kept in time', { dueAt: at(5), metAt: at(4), stoppedAt: null }, 'kept'],
    ['kept at the last moment', { dueAt: at(5), metAt: at(5), stoppedAt: null }, 'kept'],
    ['kept too late', { dueAt: at(5), metAt: at(6), stoppedAt: null }, 'breached'],
    ['not kept when it was due', { dueAt: at(5), metAt: null, stoppedAt: null }, 'breached'],
    ['due this moment', { dueAt: NOW, metAt: null, stoppedAt: null }, 'breached'],
    ['due later', { dueAt: at(13), metAt: null, stoppedAt: null }, 'open'],
    ['paused, so that nobody knows when it is due', { dueAt: null, metAt: null, stoppedAt: null }, 'open'],
    ['kept in a pause', { dueAt: null, metAt: at(4), stoppedAt: null }, 'kept'],
    ['dropped before it was due', { dueAt: at(5), metAt: null, stoppedAt: at(4) }, 'dropped'],
    ['dropped in a pause', { dueAt: null, metAt: null, stoppedAt: at(4) }, 'dropped'],
    ['dropped when it was broken already', { dueAt: at(5), metAt: null, stoppedAt: at(6) }, 'breached'],
  ] as const)('%s', (_name, instants, expected) => {
    expect(standingOf(instants, NOW)).toBe(expected);
  });
});

describe('The figure of a promise', () => {
  it('is null where nothing was due, though some are open', () => {
    expect(figureOf({ kept: 0, keptEnteredLate: 0, breached: 0, open: 7 })).toEqual({
      kept: 0,
      keptEnteredLate: 0,
      breached: 0,
      due: 0,
      open: 7,
      percent: null,
    });
  });

  it.each([
    [2, 1, 66.7],
    [1, 2, 33.3],
    [1, 0, 100],
    [0, 3, 0],
    [1999, 1, 100],
    [1, 7, 12.5],
  ])('%d kept and %d broken are %d percent', (kept, breached, percent) => {
    expect(figureOf({ kept, keptEnteredLate: 0, breached, open: 0 })).toMatchObject({
      due: kept + breached,
      percent,
    });
  });

  it('lies between 0 and 100 and has one decimal', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.nat(9), (kept, breached, open) => {
        const { percent } = figureOf({ kept, keptEnteredLate: 0, breached, open });
        if (percent === null) return kept + breached === 0;
        return percent >= 0 && percent <= 100 && /^\d+(\.\d)?$/.test(String(percent));
      }),
    );
  });
});

describe('The published promises', () => {
  it('have a key of their own, and words in both languages', () => {
    const keys = PROMISES.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, name, text } of PROMISES) {
      expect(promiseNamed(key)?.name).toBe(name);
      for (const { en, zh } of [name, text]) {
        expect(en).toMatch(/^[\x20-\x7e]+$/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(keys).toEqual(
      expect.arrayContaining(['answer', 'arrival', 'resolution-refund', 'resolution-exchange', 'warranty']),
    );
  });
});
