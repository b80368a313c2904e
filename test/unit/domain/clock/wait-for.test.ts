import { describe, expect, it } from '@jest/globals';
import {
  type ClockEvent,
  type Clocks,
  evolveClocks,
  meetClock,
  stopAll,
} from '../../../../domain/clock/clocks';
import { elapseStep } from '../../../../domain/clock/ladder';
import { nextStep } from '../../../../domain/clock/schedule';
import { answered, lapsed, waitFor, waiting } from '../../../../domain/clock/wait-for';
import { aPolicy, officeHours } from './builders';

const AT = '2026-10-19T02:00:00.000Z';
const LATER = '2026-10-19T03:00:00.000Z';
const policy = aPolicy({ clock: 'offer', expireAfterSeconds: 4 * 3600 });
const given = (...events: readonly ClockEvent[]): Clocks => events.reduce(evolveClocks, {});
const asked = given(waitFor('offer', { facts: { requestType: 'repair' }, at: AT }));
const stands = (clocks: Clocks) => ({
  waiting: waiting(clocks, 'offer'),
  answered: answered(clocks, 'offer'),
  lapsed: lapsed(clocks, 'offer'),
});

describe('a wait with a deadline ladder', () => {
  it('waits once begun', () => {
    expect(stands(asked)).toEqual({ waiting: true, answered: false, lapsed: false });
  });

  it('is over when the answer comes', () => {
    expect(stands(meetClock(asked, 'offer', LATER).reduce(evolveClocks, asked))).toEqual({
      waiting: false,
      answered: true,
      lapsed: false,
    });
  });

  it('reminds, breaches, passes on upward and lapses where no answer comes', () => {
    let clocks = asked;
    const happened: string[] = [];
    for (;;) {
      const record = clocks['offer'];
      const step = record && nextStep(record, policy, officeHours);
      if (record === undefined || step === undefined) break;
      const event = elapseStep({ record, step, nowMs: step.at });
      if (event === undefined) throw new Error(`${step.key} gave no event`);
      happened.push(event.type === 'ClockEscalated' ? `${event.type} ${event.data.to}` : event.type);
      clocks = evolveClocks(clocks, event);
    }
    expect(happened).toEqual([
      'ClockWarned',
      'ClockWarned',
      'ClockBreached',
      'ClockEscalated centreDirector',
      'ClockEscalated hqServiceManager',
      'ClockExpired',
    ]);
    expect(stands(clocks)).toEqual({ waiting: false, answered: false, lapsed: true });
  });

  it('neither waits nor lapses once dropped, or where none was begun', () => {
    const none = { waiting: false, answered: false, lapsed: false };
    expect(stands(stopAll(asked, LATER).reduce(evolveClocks, asked))).toEqual(none);
    expect(stands({})).toEqual(none);
  });
});
