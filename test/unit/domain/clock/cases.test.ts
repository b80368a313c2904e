import { describe, expect, it } from '@jest/globals';
import { computeClock } from '../../../../domain/clock/compute';
import { parseClockInput } from '../../../../domain/clock/parse-input';
import cases from './cases.json';

describe('the forty clocks worked out by an independent program', () => {
  it('are forty', () => {
    expect(cases).toHaveLength(40);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, { expect: answer, ...input }) => {
    expect(computeClock(parseClockInput(input))).toEqual(answer);
  });
});
