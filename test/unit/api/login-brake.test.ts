import { describe, expect, it } from '@jest/globals';
import { LoginBrake } from '../../../api/identity/login-brake';

const OFFICE = '192.0.2.1';
const ELSEWHERE = '198.51.100.7';
const MINUTE_MS = 60_000;

function braked() {
  const clock = { ms: 1_000_000 };
  const brake = new LoginBrake(() => clock.ms);
  /** As a guesser does who waits as long as they are told to. Gives each wait. */
  const guess = (address: string, login: string, times: number): number[] =>
    Array.from({ length: times }, () => {
      const wait = brake.waitMs(address, login);
      clock.ms += wait;
      brake.fail(address, login);
      return wait;
    });
  return { brake, clock, guess };
}

describe('who guesses passwords', () => {
  it('waits twice as long after each failure with one login, up to a quarter of an hour', () => {
    const { guess } = braked();
    expect(guess(OFFICE, 'li.wei', 8)).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000]);
    expect(guess(OFFICE, 'li.wei', 12).at(-1)).toBe(15 * MINUTE_MS);
  });

  it('is slowed down by the address, too, whichever logins they try', () => {
    const { brake, guess } = braked();
    for (let n = 0; n < 40; n += 1) guess(OFFICE, `login-${n}`, 1);
    expect(brake.waitMs(OFFICE, 'another')).toBe(MINUTE_MS);
    expect(brake.waitMs(ELSEWHERE, 'another')).toBe(0);
  });

  it('does not lock out whom the login belongs to: from elsewhere they may try at once', () => {
    const { brake, guess } = braked();
    guess(OFFICE, 'li.wei', 30);
    expect(brake.waitMs(ELSEWHERE, 'li.wei')).toBe(0);
  });

  it('from many addresses waits for each wrong answer, four seconds at most', () => {
    const { brake } = braked();
    const held = Array.from({ length: 20 }, (_, n) => brake.fail(`198.51.100.${n}`, 'li.wei'));
    expect(held.slice(0, 14)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 4_000]);
  });

  it('is forgiven with the right password, and after a day', () => {
    const { brake, clock, guess } = braked();
    guess(OFFICE, 'li.wei', 6);
    brake.succeed(OFFICE, 'li.wei');
    expect(guess(OFFICE, 'li.wei', 4)).toEqual([0, 0, 0, 0]);
    guess(OFFICE, 'qian', 10);
    clock.ms += 25 * 60 * MINUTE_MS;
    expect(brake.waitMs(OFFICE, 'qian')).toBe(0);
    expect(guess(OFFICE, 'qian', 3)).toEqual([0, 0, 0]);
  });
});
