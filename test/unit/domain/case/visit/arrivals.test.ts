import { describe, expect, it } from '@jest/globals';
import { arrivalEnteredLate, arriveByOf, brokenArrival } from '../../../../../domain/case/visit/arrivals';
import { tripsOf } from '../../../../../domain/case/visit/trips';
import { aDirector, anotherEngineer, ENGINEER_ID } from '../../support/actors';
import { aCase, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { brokenIn, rowsOf } from '../../support/clock-rows';

const HOUR_MS = 3_600_000;
const DUE = commands.APPOINTMENT.to;
const after = (hours: number, instant = DUE): string =>
  new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();

const dispatched = () => aCase().answered().classified().dispatched();
/** A visit some hours after the ladder announced its breach. */
const overdue = (hours = 2) => dispatched().at(DUE).elapsed('arrival', { dueAt: DUE }).at(after(hours));
const inTime = { occurredAt: after(-0.5) };

/** How each visit says that the promise of its arrival stands. */
const visits = ({ state, now }: CaseBuilder) =>
  tripsOf(state).map((trip) => ({
    breachedAt: brokenArrival(trip, now),
    enteredLateAt: arrivalEnteredLate(trip),
  }));
/** The same of the case. */
const ofCase = ({ state, now }: CaseBuilder) => [
  ...new Set(
    brokenIn(state, now)
      .filter(({ name }) => name === 'arrival')
      .map(({ at }) => at),
  ),
];
const enteredAt = (it: CaseBuilder) => it.events.at(-1)?.at;
/** The visit ends without a repair, and the next is for the day after. */
const next = (it: CaseBuilder) =>
  it
    .diagnosed()
    .leftUnfinished()
    .does(commands.dispatch({ appointment: { from: after(20), to: after(24) } }));

describe('An arrival in time that is entered late (R4, R37)', () => {
  it('is kept, and says when it was entered, once the next trip has begun too', () => {
    const arrived = overdue().does(commands.arrive(), inTime);
    const kept = { breachedAt: undefined, enteredLateAt: enteredAt(arrived) };
    expect(visits(arrived)).toEqual([kept]);
    const again = next(arrived);
    expect(visits(again)[0]).toEqual(kept);
    expect(ofCase(again)).toEqual([]);
    expect(rowsOf(again.state, again.now).find(({ name }) => name === 'arrival')).toMatchObject({
      enteredLateAt: null,
      metAt: null,
    });
  });

  it('counts so where the ladder had told of nothing yet: it was due', () => {
    const arrived = dispatched().at(after(0.1)).does(commands.arrive(), inTime);
    expect(visits(arrived)).toEqual([{ breachedAt: undefined, enteredLateAt: enteredAt(arrived) }]);
  });

  it('is plainly kept where it was entered before it was due', () => {
    const arrived = dispatched().at(after(-0.1)).does(commands.arrive(), inTime);
    expect(visits(arrived)).toEqual([{ breachedAt: undefined, enteredLateAt: undefined }]);
  });

  it('is kept by whoever came, though the trip had been given to them only afterwards', () => {
    const onTheWay = dispatched().does(commands.depart()).at(DUE).elapsed('arrival', { dueAt: DUE });
    const reassigned = onTheWay.at(after(1)).does(commands.reassign());
    expect(visits(reassigned)).toMatchObject([{ breachedAt: DUE }, { breachedAt: DUE }]);
    const arrived = reassigned.does(commands.arrive(), {
      ...inTime,
      by: anotherEngineer({ id: 'engineer-2' }),
    });
    expect(visits(arrived)).toEqual([
      { breachedAt: undefined, enteredLateAt: undefined },
      { breachedAt: undefined, enteredLateAt: enteredAt(arrived) },
    ]);
    expect(ofCase(arrived)).toEqual([]);
  });
});

describe('An arrival that was late', () => {
  it('is broken in the case and in its visit for good, whatever the next trip is like', () => {
    const arrived = overdue().does(commands.arrive());
    const again = next(arrived);
    for (const it of [arrived, again]) {
      expect(visits(it)[0]).toEqual({ breachedAt: DUE, enteredLateAt: undefined });
      expect(ofCase(it)).toContain(DUE);
    }
  });

  it('was missed where the appointment was moved, and an arrival entered late is no proof against that', () => {
    const later = { from: after(20), to: after(24) };
    const moved = overdue().does(
      commands.moveAppointment({ appointment: later, consent: { by: 'customer', how: 'phone', at: DUE } }),
    );
    const arrived = moved.does(commands.arrive(), inTime);
    expect(visits(arrived)).toEqual([{ breachedAt: DUE, enteredLateAt: undefined }]);
    expect(ofCase(arrived)).toEqual([DUE]);
  });
});

describe('A visit that is entered afterwards', () => {
  const PAST = { from: after(-3), to: after(-2) };
  const entered = () =>
    aCase()
      .answered()
      .classified()
      .at(DUE)
      .does(commands.dispatch({ appointment: PAST, outsideHours: true }));

  it('was promised to nobody: neither the case nor the visit is broken', () => {
    expect(tripsOf(entered().state).map(arriveByOf)).toEqual([undefined]);
    const arrived = entered().does(commands.arrive());
    expect(visits(next(arrived))[0]).toEqual({
      breachedAt: undefined,
      enteredLateAt: undefined,
    });
    expect(ofCase(arrived)).toEqual([]);
  });

  it('has its true times, though its dispatch was entered after them', () => {
    const [departed, arrived, unfinished] = [after(-3.5), after(-2.9), after(-2.2)];
    const made = entered()
      .does(commands.depart(), { occurredAt: departed })
      .does(commands.arrive(), { occurredAt: arrived })
      .does(commands.leaveUnfinished(), { occurredAt: unfinished });
    expect(tripsOf(made.state)).toMatchObject([
      { departedAt: departed, arrivedAt: arrived, endedAt: unfinished },
    ]);
    expect(ofCase(made)).toEqual([]);
    // A departure cannot precede the request, nor the end of the last visit.
    const early = { occurredAt: after(-1, commands.RECEIVED_AT) };
    expect(() => entered().does(commands.depart(), early)).toThrow('The time of the event cannot be before');
    const again = made.does(commands.dispatch({ appointment: PAST, outsideHours: true }));
    expect(() => again.does(commands.depart(), { occurredAt: departed })).toThrow(
      'The time of the event cannot be before',
    );
    expect(again.does(commands.depart(), { occurredAt: unfinished }).state.visit?.departedAt).toBe(
      unfinished,
    );
  });

  it('is promised from when it is moved to a time to come', () => {
    const ahead = { from: after(4), to: after(6) };
    const consent = { by: 'customer', how: 'phone', at: DUE } as const;
    const moved = entered().does(commands.moveAppointment({ appointment: ahead, consent }));
    expect(moved.state.clocks.arrival).toMatchObject({ fixedDueAt: ahead.to });
    expect(tripsOf(moved.state).map(arriveByOf)).toEqual([ahead.to]);
    const missed = moved.at(after(1, ahead.to));
    expect([visits(missed)[0]?.breachedAt, ...ofCase(missed)]).toEqual([ahead.to, ahead.to]);
  });
});

describe('An appointment that is moved to a time that is over', () => {
  const consent = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT } as const;
  const back = { from: after(-5), to: after(-4) };
  const moved = (it: CaseBuilder) =>
    it.does(commands.moveAppointment({ appointment: back, consent, outsideHours: true }));

  it('leaves the promise of the arrival where it was, in the case and in the visit', () => {
    const before = moved(dispatched().at(after(-1)));
    expect(tripsOf(before.state).map(arriveByOf)).toEqual([DUE]);
    expect(visits(before)).toEqual([{ breachedAt: undefined, enteredLateAt: undefined }]);
    const kept = before.does(commands.arrive());
    expect([visits(kept)[0]?.breachedAt, ...ofCase(kept)]).toEqual([undefined]);
    const late = before.at(after(1));
    expect([visits(late)[0]?.breachedAt, ...ofCase(late)]).toEqual([DUE, DUE]);
  });

  it('once that was due, proof that it had been kept is still taken', () => {
    const proved = moved(overdue()).does(commands.arrive(), inTime);
    expect(visits(proved)).toEqual([{ breachedAt: undefined, enteredLateAt: enteredAt(proved) }]);
    expect(ofCase(proved)).toEqual([]);
  });
});

describe('A trip that is broken off by a cancellation', () => {
  it('is broken where that was entered once it was due, whenever it is said to have been', () => {
    const onTheWay = dispatched().does(commands.depart()).at(after(1));
    const cancelled = onTheWay.does(commands.cancel(), {
      occurredAt: after(-0.1),
      by: aDirector(),
    });
    expect(visits(cancelled)).toMatchObject([{ breachedAt: DUE }]);
    expect(ofCase(cancelled)).toEqual([DUE]);
    expect(tripsOf(cancelled.state)).toMatchObject([{ engineer: { id: ENGINEER_ID }, outcome: 'cancelled' }]);
  });
});
