import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { revisitOwed } from '../../../../../domain/case/after-service/revisit';

const numbered = (n: number): string => `AS-2026-${String(n).padStart(6, '0')}`;
const COUNT = 100_000;
const drawn = Array.from({ length: COUNT }, (_, n) => revisitOwed(numbered(n + 1), 'C').required);
const shareOf = (sample: readonly boolean[]): number => sample.filter(Boolean).length / sample.length;

describe('Revisits (R11, R23)', () => {
  it('are owed to everybody at levels A and B', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('A', 'B'), (number, level) => {
        expect(revisitOwed(number, level)).toEqual({ required: true, reason: 'level-always' });
      }),
    );
  });

  it('are drawn at level C alike by everybody who draws again', () => {
    fc.assert(
      fc.property(fc.string(), (number) => {
        const { required, reason } = revisitOwed(number, 'C');
        expect(reason).toBe(required ? 'sampled' : 'not-sampled');
        expect(revisitOwed(number, 'C')).toEqual({ required, reason });
      }),
    );
  });

  it('were drawn so since the first: changing the draw changes what customers were promised', () => {
    expect(drawn.slice(0, 40).map(Number).join('')).toBe('0100000000000000000000000010000010101000');
  });

  it('fall at level C on three in ten', () => {
    expect(shareOf(drawn)).toBeGreaterThan(0.29);
    expect(shareOf(drawn)).toBeLessThan(0.31);
  });

  it('fall on neighbours as on strangers: no day is spared, and none is hit whole', () => {
    const neighbours = drawn.slice(1).map((isOwed, n) => isOwed && drawn[n] === true);
    expect(Math.abs(shareOf(neighbours) - 0.09)).toBeLessThan(0.01);
    const hundreds = Array.from({ length: COUNT / 100 }, (_, n) =>
      shareOf(drawn.slice(n * 100, n * 100 + 100)),
    );
    expect(Math.min(...hundreds)).toBeGreaterThan(0.1);
    expect(Math.max(...hundreds)).toBeLessThan(0.5);
  });
});
