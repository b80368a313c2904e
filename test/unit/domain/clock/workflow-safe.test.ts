/** @jest-environment node */
import { describe, expect, it, jest } from '@jest/globals';

describe('what runs in workflow code', () => {
  const loaded = jest.fn();
  jest.doMock('@js-temporal/polyfill', () => {
    loaded();
    return jest.requireActual('@js-temporal/polyfill');
  });

  it.each(['clocks', 'wait-for', 'ladder', 'policy'])(
    '%s loads no time zones: they differ from one Node to another, and the bundle would carry them',
    (file) => {
      expect(jest.requireActual(`../../../../domain/clock/${file}`)).toBeDefined();
      expect(loaded).not.toHaveBeenCalled();
    },
  );

  it('is watched: what computes instants does load them', () => {
    expect(jest.requireActual('../../../../domain/clock/schedule')).toBeDefined();
    expect(loaded).toHaveBeenCalled();
  });
});
