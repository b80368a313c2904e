import { describe, expect, it } from '@jest/globals';
import { tripsOf } from '../../../../../domain/case/visit/trips';
import { daysBegun } from '../../../../../domain/clock/local-days';
import { react } from '../../../../../domain/case/react';
import { isEnded } from '../../../../../domain/case/state';
import { tasks } from '../../../../../domain/case/tasks';
import { isFirstTimeFix } from '../../../../../domain/case/flows/repair/diagnosis';
import { anotherEngineer, ENGINEER_ID } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import { given } from '../../support/given';
import * as commands from '../../support/commands';

const dispatched = () => aCase().answered().classified().dispatched();
const anEngineerCalled = (id: string) => anotherEngineer({ id });
const outcomes = (built: ReturnType<typeof dispatched>) => tripsOf(built.state).map(({ outcome }) => outcome);

describe('The trips of a case (R13)', () => {
  it('are none until somebody is sent', () => {
    expect(tripsOf(aCase().answered().classified().state)).toEqual([]);
  });

  it('are each under way until it ends, with or without a repair', () => {
    const unfinished = dispatched().onSite().diagnosed().leftUnfinished();
    expect(outcomes(dispatched())).toEqual(['under-way']);
    expect(outcomes(unfinished)).toEqual(['unfinished']);
    expect(outcomes(unfinished.dispatched())).toEqual(['unfinished', 'under-way']);
    expect(outcomes(unfinished.dispatched().onSite().repaired())).toEqual(['unfinished', 'repaired']);
  });

  it('cost what was said on leaving, and the last what the report says as it reads now', () => {
    const left = dispatched().onSite().diagnosed().leftUnfinished();
    const { reason: _reason, note: _note, ...cost } = commands.UNFINISHED;
    expect(tripsOf(left.state)).toMatchObject([{ cost }]);
    const repaired = left.dispatched().onSite().repaired();
    expect(tripsOf(repaired.state)[1]).not.toHaveProperty('cost');
    const reported = repaired.reported({ labourCostCents: 4_200 });
    expect(tripsOf(reported.state)[1]?.cost).toMatchObject({ labourCostCents: 4_200 });
    const amended = reported.amended({ labourCostCents: 5_000 });
    expect(tripsOf(amended.state)[1]?.cost).toMatchObject({ labourCostCents: 5_000 });
  });

  it('are both kept where another engineer was sent after the first had set out, each with its own cost', () => {
    const onTheWay = dispatched().does(commands.depart());
    const before = onTheWay.does(commands.reassign());
    const second = anEngineerCalled('engineer-2');
    const after = before
      .does(commands.depart(), { by: second })
      .does(commands.arrive(), { by: second })
      .does(commands.repair(), { by: second });
    expect(tripsOf(after.state)).toMatchObject([
      {
        number: 1,
        engineer: { id: 'engineer-li' },
        appointment: commands.APPOINTMENT,
        departedAt: onTheWay.events.at(-1)?.at,
        endedAt: onTheWay.now,
        outcome: 'handed-over',
      },
      { number: 2, engineer: { id: 'engineer-2' }, outcome: 'repaired' },
    ]);
    // The customer was visited once (R14), and pays no trip but that (R7).
    expect(isFirstTimeFix(after.state)).toBe(true);
    expect(after.state.visits).toHaveLength(1);
    const recorded = after.does(commands.recordTripCost({ travelCostCents: 1_100 }));
    expect(tripsOf(recorded.state)[0]?.cost).toMatchObject({ travelCostCents: 1_100 });
    const event = recorded.events.at(-1);
    expect(event && react(recorded.state, event)).toMatchObject([
      { kind: 'call', call: 'accrueCost', input: { travelCostCents: 1_100 }, undo: { call: 'reverseCost' } },
    ]);
    given(recorded).when(commands.recordTripCost()).thenRefused('CASE.NO_TRIP_WITHOUT_COST');
    given(after)
      .when(commands.recordTripCost({ trip: 2 }))
      .thenRefused('COMMAND.INVALID', { field: 'data.trip' });
    given(after).when(commands.recordTripCost(), { by: second }).thenRefused('CASE.NOT_ASSIGNED_TO_YOU');
  });

  it('of an engineer who had not set out when another was sent are none', () => {
    expect(tripsOf(dispatched().does(commands.reassign()).state)).toMatchObject([
      { number: 1, engineer: { id: 'engineer-2' }, outcome: 'under-way' },
    ]);
  });

  it('of a case that was reopened cost each what its own report says', () => {
    const served = (given: ReturnType<typeof dispatched>, labourCostCents: number) =>
      given.dispatched().onSite().repaired().reported({ labourCostCents });
    const twice = served(served(aCase().answered().classified(), 100).does(commands.reopen()), 200);
    expect(tripsOf(twice.state)).toMatchObject([
      { cost: { labourCostCents: 100 } },
      { cost: { labourCostCents: 200 } },
    ]);
  });

  it('end with a cancellation where somebody had set out; else nobody went', () => {
    expect(outcomes(dispatched().cancelled())).toEqual([]);
    const broken = dispatched().does(commands.depart()).cancelled();
    expect(tripsOf(broken.state)).toMatchObject([{ outcome: 'cancelled', endedAt: broken.state.stageSince }]);
    expect(isEnded(dispatched().cancelled().state)).toBe(true);
  });

  it('cost what was told, though the case was cancelled on the way: until then it has not ended', () => {
    const broken = dispatched().does(commands.depart()).cancelled();
    expect(isEnded(broken.state)).toBe(false);
    expect(tasks(broken.state)).toMatchObject([
      { kind: 'record-trip-cost', role: 'repair-engineer', staffId: ENGINEER_ID, params: { trip: 1 } },
    ]);
    const recorded = broken.does(commands.recordTripCost());
    expect(tripsOf(recorded.state)).toMatchObject([
      { outcome: 'cancelled', cost: { travelCostCents: 3_000 } },
    ]);
    expect(tasks(recorded.state)).toEqual([]);
    expect(isEnded(recorded.state)).toBe(true);
  });

  it('cost what was told of a repair that was cancelled before its report, with its parts', () => {
    const repaired = dispatched().onSite().diagnosed().repaired().cancelled();
    const recorded = repaired.does(commands.recordTripCost({ partsCostCents: 4_500 }));
    expect(tripsOf(recorded.state)).toMatchObject([
      { outcome: 'repaired', cost: { travelCostCents: 3_000 } },
    ]);
    const event = recorded.events.at(-1);
    expect(event && react(recorded.state, event)).toMatchObject([
      { call: 'accrueCost', input: { partsCostCents: 4_500 } },
    ]);
    expect(isEnded(recorded.state)).toBe(true);
  });

  it('are all to be costed before the case is closed or joined to another', () => {
    const handedOver = dispatched().does(commands.depart()).does(commands.reassign());
    const second = anEngineerCalled('engineer-2');
    const served = handedOver
      .does(commands.arrive(), { by: second })
      .does(commands.diagnose(), { by: second });
    const left = served.does(commands.leaveUnfinished(), { by: second });
    given(left).when(commands.join()).thenRefused('CASE.TRIP_COST_MISSING');
    const surveyed = served
      .does(commands.repair(), { by: second })
      .does(commands.report(), { by: second })
      .surveyed()
      .revisited();
    given(surveyed).when(commands.close()).thenRefused('CASE.TRIP_COST_MISSING');
    expect(tasks(surveyed.state).map(({ kind }) => kind)).toEqual(['record-trip-cost']);
    expect(surveyed.does(commands.recordTripCost()).closed().state.stage).toBe('closed');
  });
});

describe('The days of a trip', () => {
  it.each([
    ['within a day', '2026-11-23T00:20:00.000Z', '2026-11-23T09:00:00.000Z', 1],
    [
      'over midnight in Shanghai, though not in UTC',
      '2026-11-23T15:00:00.000Z',
      '2026-11-23T17:00:00.000Z',
      2,
    ],
    [
      'over midnight in UTC, though not in Shanghai',
      '2026-11-23T23:00:00.000Z',
      '2026-11-24T01:00:00.000Z',
      1,
    ],
    ['over a new year', '2026-12-30T04:00:00.000Z', '2027-01-02T04:00:00.000Z', 4],
  ])('are the local days begun: %s', (_name, from, to, days) => {
    expect(daysBegun(from, to, 'Asia/Shanghai')).toBe(days);
  });
});
