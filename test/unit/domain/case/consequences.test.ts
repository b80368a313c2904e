import { describe, expect, it } from '@jest/globals';
import { consequencesOf } from '../../../../domain/case/consequences';
import type { CaseBuilder } from '../support/case-builder';
import { CASE_AT } from '../support/stages';

const between = (before: CaseBuilder, after: CaseBuilder) =>
  consequencesOf(before.state, after.state, after.events.slice(before.events.length));

describe('The consequences of a command', () => {
  it('are none of a step forward', () => {
    expect(between(CASE_AT.registered(), CASE_AT.answered())).toEqual([]);
    expect(between(CASE_AT.dispatched(), CASE_AT['on-site']())).toEqual([]);
    expect(between(CASE_AT['on-site'](), CASE_AT.repaired())).toEqual([]);
  });

  it('name the visit that a cancellation ends', () => {
    const before = CASE_AT.dispatched();
    expect(between(before, before.cancelled())).toContainEqual({
      kind: 'visit-cancelled',
      engineer: expect.objectContaining({ id: before.state.dispatch?.engineer.id }),
      appointment: before.state.dispatch?.appointment,
    });
  });

  it('count the parts that are released, less those that are reserved again', () => {
    const before = CASE_AT.dispatched();
    const held = { purpose: 'visit', outletId: 'o', parts: [{ partNumber: 'SP-1', quantity: 3 }] } as const;
    const [one, other] = [
      { ...held, askedBy: 4 },
      { ...held, askedBy: 9, parts: [{ partNumber: 'SP-1', quantity: 1 }] },
    ];
    const holding = { ...before.state, reservations: [one] };
    const freed = { ...before.state, reservations: [{ ...one, givenUpBy: 8 }, other] };
    expect(consequencesOf(holding, freed, [])).toEqual([
      { kind: 'parts-released', pieces: 2, parts: 'SP-1 × 2' },
    ]);
    expect(consequencesOf(holding, { ...before.state, reservations: [] }, [])).toEqual([]);
  });

  it('count the orders that end with a cancelled case', () => {
    const before = CASE_AT['awaiting-parts']();
    expect(between(before, before.cancelled())).toContainEqual(
      expect.objectContaining({ kind: 'parts-orders-cancelled', count: 1 }),
    );
  });
});
