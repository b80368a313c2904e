import { describe, expect, it } from '@jest/globals';
import { uuidOf } from '../../../cli/sample/command-id';
import { hoursBefore, SAMPLE_INSTANT, sampleInstant } from '../../../cli/sample/sample-time';

// 15:10 on 20 November in Shanghai.
const ANCHOR = '2026-11-20T07:10:00.000Z';

describe('an instant of the sample', () => {
  it.each([
    ['in 1 day 09:00', '2026-11-21T01:00:00.000Z'],
    ['in 3 days 17:30', '2026-11-23T09:30:00.000Z'],
    ['in 0 days 18:00', '2026-11-20T10:00:00.000Z'],
    ['in 1 hour', '2026-11-20T08:30:00.000Z'],
    ['in 20 hours', '2026-11-21T03:30:00.000Z'],
    ['4 hours ago', '2026-11-20T03:00:00.000Z'],
  ])('"%s" is %s', (text, instant) => {
    expect(text).toMatch(new RegExp(SAMPLE_INSTANT));
    expect(sampleInstant(text, ANCHOR)).toBe(instant);
  });

  it('counts days by Shanghai’s midnight, not by UTC’s', () => {
    expect(sampleInstant('in 1 day 09:00', '2026-11-20T16:30:00.000Z')).toBe('2026-11-22T01:00:00.000Z');
  });

  it.each(['tomorrow', 'in 1 day', 'in 1 day 24:00', '-2 hours ago', 'in 1.5 hours'])('is not "%s"', (text) => {
    expect(text).not.toMatch(new RegExp(SAMPLE_INSTANT));
  });

  it('refuses text of no known form', () => {
    expect(() => sampleInstant('tomorrow', ANCHOR)).toThrow(/"tomorrow" is no instant of the sample/);
  });

  it('takes parts of hours for what has happened', () => {
    expect(hoursBefore(1.5, ANCHOR)).toBe('2026-11-20T05:40:00.000Z');
  });
});

describe('the id of a sample command', () => {
  it('is a UUID, the same for the same text and another for another', () => {
    expect(uuidOf('key/0/0')).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(uuidOf('key/0/0')).toBe(uuidOf('key/0/0'));
    expect(uuidOf('key/0/1')).not.toBe(uuidOf('key/0/0'));
  });
});
