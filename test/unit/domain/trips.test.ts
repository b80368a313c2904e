import { describe, expect, it } from '@jest/globals';
import { tripsOf } from '../../../domain/case/trips';
import { daysBegun } from '../../../domain/clock/local-days';
import { aCase } from './support/case-builder';
import * as commands from './support/commands';

const dispatched = () => aCase().answered().classified().dispatched();
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

  it('end with a cancellation where somebody had set out; else nobody went', () => {
    expect(outcomes(dispatched().cancelled())).toEqual([]);
    const broken = dispatched().does(commands.depart()).cancelled();
    expect(tripsOf(broken.state)).toMatchObject([{ outcome: 'cancelled', endedAt: broken.state.stageSince }]);
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
