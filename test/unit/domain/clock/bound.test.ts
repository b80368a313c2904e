import { describe, expect, it } from '@jest/globals';
import {
  bindClock,
  changeFacts,
  changeFactsAgreed,
  type ClockEvent,
  type Clocks,
  entered,
  evolveClocks,
  pauseClocks,
  putOff,
  resumeClocks,
  startClock,
} from '../../../../domain/clock/clocks';
import { selectPolicy } from '../../../../domain/clock/policy';
import { promised } from '../../../../domain/clock/promised';
import { SYSTEM } from '../../../../domain/identity/actor';
import { aPolicy } from './builders';

/** So many hours into 1 November 2026, round the clock. */
const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const POLICIES = [
  ['low', 48],
  ['normal', 24],
].map(([priority, hours]) =>
  aPolicy({
    id: String(priority),
    clock: 'resolution',
    priority: String(priority),
    targetSeconds: Number(hours) * 3600,
  }),
);

/** A promise of a day from hour 0 on, and what is said of it hour by hour. */
class Given {
  constructor(private readonly clocks: Clocks) {}

  when(hour: number, say: (clocks: Clocks) => readonly ClockEvent[]): Given {
    const events = entered(this.clocks, say(this.clocks), { now: at(hour), actor: SYSTEM });
    return new Given(events.reduce(evolveClocks, this.clocks));
  }

  get due(): string | undefined {
    const { resolution } = this.clocks;
    if (!resolution) return undefined;
    const { dueMs } = promised(resolution, {
      at: (facts) => {
        const policy = selectPolicy(POLICIES, 'resolution', facts, at(0));
        if (!policy) throw new Error('no policy');
        return { policy, calendar: '24x7' };
      },
      changesAfter: () => [],
    });
    return dueMs === null ? undefined : new Date(dueMs).toISOString();
  }
}
const given = () => new Given(evolveClocks({}, startClock('resolution', at(0), { priority: 'normal' })));

describe('What was promised for a request that was joined (R4)', () => {
  const bound = (hour: number, by: number) => (clocks: Clocks) =>
    bindClock(clocks, 'resolution', { dueAt: at(by), at: at(hour) });

  it('holds for the case that takes it over, where it is earlier', () => {
    expect(given().when(5, bound(5, 12)).due).toBe(at(12));
    expect(given().when(5, bound(5, 30)).due).toBe(at(24));
    expect(given().when(5, bound(5, 12)).when(6, bound(6, 20)).due).toBe(at(12));
    expect(given().when(5, bound(5, 20)).when(6, bound(6, 12)).due).toBe(at(12));
  });

  it('is put off by what comes then alone: another priority does not, consent and pauses do', () => {
    const held = () => given().when(5, bound(5, 12));
    expect(held().when(6, (clocks) => changeFacts(clocks, { priority: 'low' })).due).toBe(at(12));
    expect(held().when(6, (clocks) => changeFactsAgreed(clocks, { priority: 'low' })).due).toBe(at(48));
    const pause = (hour: number) => (clocks: Clocks) => pauseClocks(clocks, ['resolution'], at(hour));
    const resume = (hour: number) => (clocks: Clocks) => resumeClocks(clocks, at(hour));
    expect(held().when(6, pause(6)).when(9, resume(9)).due).toBe(at(15));
    // Earlier pauses of the case that takes it over are none of theirs.
    expect(given().when(1, pause(1)).when(4, resume(4)).when(5, bound(5, 12)).due).toBe(at(12));
  });

  it('moves an agreed instant, where it is earlier', () => {
    const agreed = () => given().when(2, (clocks) => putOff(clocks, 'resolution', at(40)));
    expect(agreed().when(5, bound(5, 12)).due).toBe(at(12));
    expect(agreed().when(5, bound(5, 50)).due).toBe(at(40));
  });
});
