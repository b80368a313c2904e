import { describe, expect, it } from '@jest/globals';
import {
  changeFactsAgreed,
  changeFacts,
  type ClockEvent,
  type ClockRecord,
  type Clocks,
  entered,
  evolveClocks,
  meetClock,
  moveClock,
  pauseClocks,
  putOff,
  resumeClocks,
  startClock,
  stopAll,
} from '../../../../domain/clock/clocks';
import { type ClockPolicy, selectPolicy } from '../../../../domain/clock/policy';
import { promised, type TermsBook } from '../../../../domain/clock/promised';
import { SYSTEM } from '../../../../domain/identity/actor';
import { aPolicy } from './builders';

/** So many hours into 1 November 2026, round the clock. */
const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const target = (priority: string, hours: number, parts: Partial<ClockPolicy> = {}): ClockPolicy =>
  aPolicy({ id: priority, clock: 'resolution', priority, targetSeconds: hours * 3600, ...parts });
const POLICIES = [target('low', 48), target('normal', 24), target('urgent', 4)];

/** Register entries with their times, as the commit reads them. */
function bookOf(policies: readonly ClockPolicy[], startedAt: string): TermsBook {
  return {
    at: (facts, knownAt = '9') => {
      const known = policies.filter(({ recordedAt = '' }) => recordedAt <= knownAt);
      const policy = selectPolicy(known, 'resolution', facts, startedAt);
      if (!policy) throw new Error('no policy');
      return { policy, calendar: '24x7' };
    },
    changesAfter: (knownAt) =>
      policies.flatMap(({ recordedAt = '' }) => (recordedAt > knownAt ? [recordedAt] : [])).toSorted(),
  };
}

/** A promise from hour 0 on, and what is said of it hour by hour. */
class Given {
  clocks: Clocks = evolveClocks({}, startClock('resolution', at(0), { priority: 'normal' }));
  constructor(private readonly policies: readonly ClockPolicy[] = POLICIES) {}

  when(hour: number, say: (clocks: Clocks) => readonly ClockEvent[]): this {
    for (const event of entered(this.clocks, say(this.clocks), { now: at(hour), actor: SYSTEM }))
      this.clocks = evolveClocks(this.clocks, event);
    return this;
  }

  priority = (hour: number, priority: string) =>
    this.when(hour, (clocks) => changeFacts(clocks, { priority }));

  get record(): ClockRecord {
    const { resolution } = this.clocks;
    if (!resolution) throw new Error('no clock');
    return resolution;
  }

  then(dueHour: number | null, isBroken = false): void {
    const { dueMs, ...promise } = promised(this.record, bookOf(this.policies, this.record.startedAt));
    const due = dueMs === null ? null : new Date(dueMs).toISOString();
    expect({ due, isBroken: promise.isBroken }).toEqual({
      due: dueHour === null ? null : at(dueHour),
      isBroken,
    });
  }

  earlier = () =>
    (this.record.earlier ?? []).map((run) => promised(run, bookOf(this.policies, run.startedAt)).isBroken);
}

describe('What the customer was told (R4)', () => {
  it('comes earlier by a raised priority, which counts from the change', () => {
    new Given().priority(2, 'urgent').then(6);
  });

  it('is never due later than before, however late the priority was raised', () => {
    new Given().priority(23, 'urgent').then(24);
  });

  it('is not put off by a lower priority', () => {
    new Given().priority(2, 'low').then(24);
  });

  it('is not put off by a raised priority that is lowered again', () => {
    new Given().priority(2, 'urgent').priority(3, 'normal').then(6);
  });

  it('is put off by a lower priority with their consent, and counts from the start then', () => {
    new Given().when(2, (clocks) => changeFactsAgreed(clocks, { priority: 'low' })).then(48);
  });

  it('is put off by the pauses, and by those before the change too', () => {
    new Given()
      .when(1, (clocks) => pauseClocks(clocks, ['resolution'], at(1)))
      .when(4, (clocks) => resumeClocks(clocks, at(4)))
      .priority(5, 'low')
      .then(27);
  });

  it('is not known while it is paused', () => {
    new Given().when(1, (clocks) => pauseClocks(clocks, ['resolution'], at(1))).then(null);
  });

  it('is not put off by a policy that reaches back, and comes earlier by one', () => {
    const longer = target('normal', 40, { id: 'longer', effectiveFrom: at(-48), recordedAt: at(5) });
    new Given([...POLICIES, longer]).then(24);
    const shorter = target('normal', 20, { id: 'shorter', effectiveFrom: at(-48), recordedAt: at(5) });
    new Given([...POLICIES, shorter]).then(20);
  });

  it('is not touched by what came on record once it was due, nor called broken by it', () => {
    const longer = target('normal', 40, { id: 'longer', effectiveFrom: at(-48), recordedAt: at(30) });
    new Given([...POLICIES, longer]).then(24);
    new Given([...POLICIES, longer]).when(40, (clocks) => stopAll(clocks, at(40))).then(24, true);
  });

  it('and kept is not broken by a policy of afterwards', () => {
    const shorter = target('normal', 2, { id: 'shorter', effectiveFrom: at(-48), recordedAt: at(9) });
    new Given([...POLICIES, shorter]).when(8, (clocks) => meetClock(clocks, 'resolution', at(8))).then(24);
  });
});

describe('A promise that was broken when something was entered', () => {
  it.each<[string, (given: Given) => Given]>([
    ['a raised priority', (given) => given.priority(25, 'urgent')],
    ['a lower priority', (given) => given.priority(25, 'low')],
    [
      'the customer’s consent to more',
      (given) => given.when(25, (clocks) => changeFactsAgreed(clocks, { priority: 'low' })),
    ],
    [
      'a pause from before it was due',
      (given) => given.when(25, (clocks) => pauseClocks(clocks, ['resolution'], at(3))),
    ],
    ['its end for a time before it was due', (given) => given.when(25, (clocks) => stopAll(clocks, at(3)))],
    ['its end', (given) => given.when(25, (clocks) => stopAll(clocks, at(25)))],
    [
      'the work done too late',
      (given) => given.when(26, (clocks) => meetClock(clocks, 'resolution', at(25))),
    ],
  ])('stays broken at its instant by %s', (_name, enter) => {
    enter(new Given()).then(24, true);
  });

  it('is kept by proof that it had been kept, and by nothing else', () => {
    new Given().when(30, (clocks) => meetClock(clocks, 'resolution', at(24))).then(24);
    new Given()
      .when(25, (clocks) => pauseClocks(clocks, ['resolution'], at(3)))
      .when(30, (clocks) => meetClock(clocks, 'resolution', at(20)))
      .then(24);
  });

  it('stays on record when it is moved with the customer’s consent', () => {
    const given = new Given().when(25, (clocks) => moveClock(clocks, 'resolution', at(60)));
    given.then(60);
    expect(given.earlier()).toEqual([true]);
  });

  it('stays on record when the clock is started again, done too late or not', () => {
    const given = new Given()
      .when(26, (clocks) => meetClock(clocks, 'resolution', at(26)))
      .when(40, () => [startClock('resolution', at(40), { priority: 'urgent' })]);
    given.then(44);
    expect(given.earlier()).toEqual([true]);
  });

  it('a pause ended for an earlier time, and due by then, was broken at its true instant', () => {
    new Given()
      .when(20, (clocks) => pauseClocks(clocks, ['resolution'], at(20)))
      .when(30, (clocks) => resumeClocks(clocks, at(21)))
      .when(31, (clocks) => changeFacts(clocks, { priority: 'low' }))
      .then(25, true);
  });
});

describe('What is kept of a clock', () => {
  it('stays within bounds over a thousand starts, and never loses that it was broken', () => {
    const given = new Given();
    for (let hour = 25; hour < 25_025; hour += 25) {
      given.when(hour, (clocks) => meetClock(clocks, 'resolution', at(hour)));
      given.when(hour, () => [startClock('resolution', at(hour), { priority: 'normal' })]);
    }
    expect(given.earlier()).toHaveLength(20);
    expect(given.earlier()[0]).toBe(true);
    expect(given.record.earlier?.[0]?.startedAt).toBe(at(0));
  });

  it('stays within bounds over a thousand changes of its facts, and keeps the earliest', () => {
    const given = new Given().priority(1, 'urgent');
    for (let n = 0; n < 1_000; n += 1) given.priority(2, n % 2 === 0 ? 'normal' : 'low');
    expect(given.record.earlierFacts?.length).toBeLessThanOrEqual(40);
    given.then(5);
  });
});

describe('A clock from before this was told', () => {
  const old = (...events: readonly ClockEvent[]) => {
    const given = new Given();
    given.clocks = events.reduce(evolveClocks, given.clocks);
    return given;
  };

  it('has the facts that came later from its start', () => {
    const facts = { priority: 'low' };
    old({ type: 'ClockFactsChanged', data: { clock: 'resolution', facts } }).then(48);
  });

  it('forgot what was before when it was moved or started again', () => {
    const moved = old({ type: 'ClockMoved', data: { clock: 'resolution', fixedDueAt: at(60) } });
    moved.then(60);
    expect(moved.earlier()).toEqual([]);
    expect(old(startClock('resolution', at(40), { priority: 'urgent' })).earlier()).toEqual([]);
  });
});

describe('A promise that the customer agreed to put off to an instant (ADR 43)', () => {
  const agreed = (hour = 2, due = 40) =>
    new Given().when(hour, (clocks) => putOff(clocks, 'resolution', at(due)));

  it('is due then, and broken no earlier', () => {
    agreed().then(40);
    expect(agreed().earlier()).toEqual([false]);
  });

  it('goes on to be put off by the pauses that its policy allows, and by those alone that came after', () => {
    const paused = (it: Given, from: number, to: number) =>
      it
        .when(from, (clocks) => pauseClocks(clocks, ['resolution'], at(from)))
        .when(to, (clocks) => resumeClocks(clocks, at(to)));
    paused(agreed(), 10, 15).then(45);
    agreed()
      .when(10, (clocks) => pauseClocks(clocks, ['resolution'], at(10)))
      .then(null);
    paused(new Given(), 1, 3)
      .when(4, (clocks) => putOff(clocks, 'resolution', at(40)))
      .then(40);
    const steady = new Given(POLICIES.map((policy) => ({ ...policy, pausable: false })));
    paused(
      steady.when(2, (clocks) => putOff(clocks, 'resolution', at(40))),
      10,
      15,
    ).then(40);
  });

  it('is not mended by a pause that is entered once it is broken', () => {
    agreed()
      .when(41, (clocks) => pauseClocks(clocks, ['resolution'], at(20)))
      .when(44, (clocks) => resumeClocks(clocks, at(43)))
      .when(50, (clocks) => meetClock(clocks, 'resolution', at(50)))
      .then(40, true);
  });

  it('is not put off once it was broken, nor moved nearer', () => {
    agreed()
      .when(3, (clocks) => putOff(clocks, 'resolution', at(30)))
      .then(40);
    const late = agreed(26);
    expect(late.earlier()).toEqual([true]);
  });

  it('stays there for another priority: the customer’s day stands', () => {
    agreed().priority(5, 'urgent').then(40);
  });
});
