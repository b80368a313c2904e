import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isActive } from '../../../../domain/clock/clocks';
import { DomainError } from '../../../../domain/errors';
import { partsOrder } from '../../../../domain/parts-order/decider';
import type { OrderState } from '../../../../domain/parts-order/state';
import { cancel, confirm, ship } from './given-orders';
import { aLine, World } from './world';

const running = (state: OrderState) =>
  Object.values(partsOrder.clocks(state))
    .filter(isActive)
    .map(({ name }) => name);

const quantity = fc.integer({ min: 1, max: 3 });
const shipment = fc.integer({ min: 1, max: 3 });
const move = fc.oneof(
  quantity.map((pieces) => ship(pieces)),
  fc.tuple(shipment, fc.nat(2), fc.nat(2), fc.nat(2)).map(
    ([one, received, wrong, missing]) =>
      ({
        type: 'confirmReceipt',
        data: { shipment: one, items: [{ line: 1, received, wrong, missing }] },
      }) as const,
  ),
  fc.tuple(shipment, quantity).map(
    ([one, pieces]) =>
      ({
        type: 'takeBack',
        data: { shipment: one, depot: 'east', items: [{ line: 1, quantity: pieces }] },
      }) as const,
  ),
  shipment.map((one) => ({ type: 'reportLost', data: { shipment: one, note: '物流停滞' } }) as const),
  quantity.map(
    (pieces) =>
      ({ type: 'receiveOldParts', data: { depot: 'east', items: [{ line: 1, quantity: pieces }] } }) as const,
  ),
  fc.constantFrom(
    confirm(),
    cancel,
    { type: 'forwardOldParts', data: {} } as const,
    { type: 'chargeOldParts', data: { reason: '遗失' } } as const,
  ),
);
const steps = fc.oneof(
  { weight: 8, arbitrary: move },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'part-return',
      'old-part-forwarding',
      'action-item',
      'old-part-return' as const,
    ),
  },
);

describe('No open parts order is without a deadline', () => {
  it('whatever happens to it, and what people have to do on it has a clock that runs', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 20, size: 'max' }), fc.nat(6), (taken, stock) => {
        const world = World.of({ 'P-1': stock }, aLine(1, { oldPartDue: true }));
        for (const step of taken) {
          try {
            if (typeof step === 'string') world.elapse(step, 'breach');
            else world.give(step);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          const names: readonly string[] = running(world.state);
          if (partsOrder.isEnded(world.state)) continue;
          expect(names).not.toEqual([]);
          for (const { kind, clock } of partsOrder.tasks(world.state))
            expect({ kind, clock, runs: names.includes(clock ?? '') }).toEqual({ kind, clock, runs: true });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('where its old parts wait in a depot, and nobody forwards them', () => {
    const world = World.of({ 'P-1': 5 }, aLine(1, { oldPartDue: true }))
      .give(ship())
      .give(confirm())
      .give({ type: 'receiveOldParts', data: { depot: 'east', items: [{ line: 1, quantity: 2 }] } });
    expect(partsOrder.tasks(world.state)).toMatchObject([
      { kind: 'forward-old-parts', clock: 'old-part-forwarding' },
    ]);
    world.elapse('old-part-forwarding', 'breach');
    expect(world.effects.at(-1)).toMatchObject({
      template: 'clock-breached',
      to: { role: 'warehouse-keeper', organisationId: 'east' },
    });
    world.give({ type: 'forwardOldParts', data: {} });
    expect(world.state.clocks['old-part-forwarding']).toMatchObject({
      metAt: world.events.find(({ type }) => type === 'OldPartsForwarded')?.at,
    });
  });
});
