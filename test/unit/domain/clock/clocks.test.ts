import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changeFacts,
  type ClockEvent,
  type Clocks,
  evolveClocks,
  isClockEvent,
  meetClock,
  moveClock,
  pauseClocks,
  resumeClocks,
  startClock,
  stopAll,
} from '../../../../domain/clock/clocks';

const T0 = '2026-10-19T02:00:00.000Z';
const T1 = '2026-10-19T03:00:00.000Z';
const T2 = '2026-10-19T04:00:00.000Z';

const given = (...events: readonly ClockEvent[]): Clocks => events.reduce(evolveClocks, {});
const started = startClock('answer', T0, { priority: 'normal' });
const paused: ClockEvent = { type: 'ClockPaused', data: { clock: 'answer', at: T1 } };
const met: ClockEvent = { type: 'ClockMet', data: { clock: 'answer', at: T1 } };
const warned: ClockEvent = {
  type: 'ClockWarned',
  data: { clock: 'answer', step: 'warn:0.5', dueAt: T2, fraction: 0.5, late: false },
};

describe('given a clock that runs', () => {
  const clocks = given(started);

  it('when it is paused, then the pause is open until it is resumed', () => {
    const events = pauseClocks(clocks, ['answer'], T1);
    const after = events.reduce(evolveClocks, clocks);
    expect(after['answer']?.pauses).toEqual([{ from: T1 }]);
    expect(resumeClocks(after, T2).reduce(evolveClocks, after)['answer']?.pauses).toEqual([
      { from: T1, to: T2 },
    ]);
  });

  it('when it is resumed, then nothing happens', () => {
    expect(resumeClocks(clocks, T1)).toEqual([]);
  });

  it('when it is met, then it is met at that instant', () => {
    expect(meetClock(clocks, 'answer', T1).reduce(evolveClocks, clocks)['answer']?.metAt).toBe(T1);
  });

  it('when a fact changes, then the others stay', () => {
    expect(changeFacts(clocks, { warranty: 'in' })).toEqual([
      { type: 'ClockFactsChanged', data: { clock: 'answer', facts: { priority: 'normal', warranty: 'in' } } },
    ]);
  });

  it('when the facts are what they were, then nothing happens', () => {
    expect(changeFacts(clocks, { priority: 'normal' })).toEqual([]);
  });

  it('when all stop, then it is dropped and stays dropped', () => {
    const after = stopAll(clocks, T1).reduce(evolveClocks, clocks);
    expect(after['answer']?.stoppedAt).toBe(T1);
    expect([
      ...stopAll(after, T2),
      ...meetClock(after, 'answer', T2),
      ...pauseClocks(after, ['answer'], T2),
    ]).toEqual([]);
  });

  it('when another is named, then nothing happens, not even for a name that every object has', () => {
    expect(meetClock(clocks, 'survey', T1)).toEqual([]);
    expect(pauseClocks(clocks, ['constructor', 'toString'], T1)).toEqual([]);
    expect(evolveClocks(clocks, { type: 'ClockMet', data: { clock: 'survey', at: T1 } })).toBe(clocks);
  });
});

describe('given a clock that is paused', () => {
  it('when it is paused again, then nothing happens', () => {
    expect(pauseClocks(given(started, paused), ['answer', 'answer'], T2)).toEqual([]);
  });

  it('when its priority changes, then every pause is kept', () => {
    const clocks = given(started, paused);
    const after = changeFacts(clocks, { priority: 'urgent' }).reduce(evolveClocks, clocks);
    expect(after['answer']).toMatchObject({
      startedAt: T0,
      facts: { priority: 'urgent' },
      pauses: [{ from: T1 }],
    });
  });
});

describe('given a clock that has been met', () => {
  const clocks = given(started, met);

  it('when anything is asked of it, then nothing happens', () => {
    expect([
      ...meetClock(clocks, 'answer', T2),
      ...pauseClocks(clocks, ['answer'], T2),
      ...changeFacts(clocks, { priority: 'urgent' }),
      ...moveClock(clocks, 'answer', T2),
      ...stopAll(clocks, T2),
    ]).toEqual([]);
  });

  it('when it is started once more, then it begins afresh', () => {
    expect(given(started, warned, paused, met, startClock('answer', T2, {}))['answer']).toEqual({
      name: 'answer',
      startedAt: T2,
      facts: {},
      pauses: [],
      fired: [],
    });
  });
});

describe('given a promise of an instant, warned of already', () => {
  const clocks = given(startClock('answer', T0, {}, T1), warned);

  it('when the customer agrees to another, then its ladder begins anew (R4)', () => {
    expect(moveClock(clocks, 'answer', T2).reduce(evolveClocks, clocks)['answer']).toMatchObject({
      fixedDueAt: T2,
      fired: [],
    });
  });

  it('when it is moved to where it is, then nothing happens', () => {
    expect(moveClock(clocks, 'answer', T1)).toEqual([]);
  });
});

describe('events of clocks', () => {
  const clock = fc.constantFrom('answer', 'arrival', 'survey');
  const at = fc.constantFrom(T0, T1, T2);
  const fired = {
    clock,
    step: fc.constantFrom('warn:0.5', 'breach', 'escalate:0', 'expire'),
    dueAt: at,
    late: fc.boolean(),
  };
  const anyEvent: fc.Arbitrary<ClockEvent> = fc.oneof(
    fc
      .record({ clock, startedAt: at, facts: fc.record({ priority: fc.constantFrom('normal', 'urgent') }) })
      .map((data) => ({ type: 'ClockStarted', data }) as const),
    fc
      .tuple(
        fc.constantFrom('ClockPaused', 'ClockResumed', 'ClockMet', 'ClockStopped'),
        fc.record({ clock, at }),
      )
      .map(([type, data]) => ({ type, data })),
    fc.record({ clock, fixedDueAt: at }).map((data) => ({ type: 'ClockMoved', data }) as const),
    fc.record(fired).map((data) => ({ type: 'ClockBreached', data }) as const),
    fc
      .record({ ...fired, to: fc.constant('centreDirector') })
      .map((data) => ({ type: 'ClockEscalated', data }) as const),
  );

  it('fold to the same state every time, from frozen state, and through JSON at any point', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const once = given(...events);
        const throughJson = events.reduce<Clocks>(
          (clocks, event) => evolveClocks(deepFreeze(roundTrip(clocks)), roundTrip(event)),
          {},
        );
        expect(throughJson).toEqual(once);
        expect(JSON.stringify(throughJson)).toBe(JSON.stringify(once));
      }),
    );
  });

  it('are told from others by their type', () => {
    expect(isClockEvent(started)).toBe(true);
    expect(isClockEvent({ type: 'CaseClosed' })).toBe(false);
    expect(isClockEvent({ type: 'constructor' })).toBe(false);
  });
});

const roundTrip = <T>(value: T): T => structuredClone(value);

function deepFreeze(clocks: Clocks): Clocks {
  for (const record of Object.values(clocks)) {
    Object.freeze(record.pauses);
    Object.freeze(record.fired);
    Object.freeze(record);
  }
  return Object.freeze(clocks);
}
