import { describe, expect, it } from '@jest/globals';
import { reachesBack } from '../../../../domain/clock/retroactive';

const NOW = new Date('2026-11-26T10:00:00.000Z');

describe('A policy reaches back to promises that run (R4)', () => {
  it.each([
    ['2026-11-26T09:58:59.999Z', true],
    ['2026-11-26T09:59:00.000Z', false],
    ['2026-11-26T10:00:00.000Z', false],
    ['2027-01-01T00:00:00.000Z', false],
  ])('in force from %s: %s; what was a minute on its way does not', (from, expected) => {
    expect(reachesBack(new Date(from), NOW)).toBe(expected);
  });
});
