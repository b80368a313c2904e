import { describe, expect, it } from '@jest/globals';
import { CALL_NAMES } from '../../../../domain/notices/failed-call';
import type { OrderCall } from '../../../../domain/parts-order/call-terms';
import { partsOrder } from '../../../../domain/parts-order/decider';
import { SYSTEM } from '../../../../domain/identity/actor';
import { refusalOf } from '../support/given';
import { Books } from './books';
import { bought, cancel, confirm, goods, ship } from './given-orders';
import { aLine, aRequest, World } from './world';

type Given = Parameters<World['give']>[0];

interface Making {
  readonly stock: number;
  readonly given: readonly Given[];
  /** The old parts are never sent back. */
  readonly isLapsing?: true;
  readonly isUndo?: true;
  readonly followsCase?: true;
}

const oldParts = {
  type: 'receiveOldParts',
  data: { depot: 'east', items: [{ line: 1, quantity: 2 }] },
} as const;

const corrected = {
  type: 'correctReceipt',
  data: { shipment: 1, items: [{ line: 1, received: 1, wrong: 1, missing: 0 }], reason: 'counted again' },
} as const;

/**
 * Steps that make an order issue each call; the compiler asks for each new one. The last two would undo facts
 * beyond cancelling.
 */
const MAKING: Readonly<Record<OrderCall, Making | undefined>> = {
  reserveParts: { stock: 5, given: [] },
  releaseParts: { stock: 5, given: [cancel], isUndo: true },
  requestPurchase: { stock: 0, given: [] },
  recordPurchase: { stock: 0, given: [bought] },
  receiveGoods: { stock: 0, given: [bought, goods(2)] },
  cancelPurchase: { stock: 0, given: [cancel], isUndo: true },
  shipParts: { stock: 5, given: [ship()] },
  settleShipment: { stock: 5, given: [ship(), confirm()] },
  recallShipment: { stock: 5, given: [ship(), cancel], isUndo: true },
  expectReturn: { stock: 5, given: [ship(), confirm()] },
  takeInReturn: { stock: 5, given: [ship(), confirm(), oldParts] },
  forwardReturn: { stock: 5, given: [ship(), confirm(), oldParts, { type: 'forwardOldParts', data: {} }] },
  writeOffReturn: { stock: 5, given: [ship(), confirm()], isLapsing: true },
  chargeOutlet: { stock: 5, given: [ship(), confirm()], isLapsing: true },
  correctShipment: { stock: 5, given: [ship(), confirm(), corrected], followsCase: true },
  cancelReturn: undefined,
  reverseCost: undefined,
};

function ordered(call: string, { stock, given, isLapsing, followsCase }: Making): World {
  const world = new World(new Books({ 'P-1': stock }));
  world.failing = [call];
  world.give(
    {
      type: 'request',
      data: { ...aRequest(aLine(1, { oldPartDue: true })), ...(followsCase && { followsCase }) },
    },
    SYSTEM,
  );
  for (const command of given) world.give(command);
  return isLapsing ? world.elapse('old-part-return', 'breach').elapse('old-part-return', 'expire') : world;
}

describe('A call of a parts order that is refused for good', () => {
  const made = Object.entries(MAKING).flatMap(([call, making]) => (making ? [{ call, making }] : []));

  it.each(made)('$call becomes a task for a person, that says why', ({ call, making }) => {
    const world = ordered(call, making);
    const names = new Map(Object.entries(CALL_NAMES).map(([name, { en }]) => [name, en]));
    const kind = making.isUndo ? 'undo-failed' : 'call-failed';
    expect(world.state.followUps).toContainEqual(
      expect.objectContaining({
        kind,
        reason: `${names.get(call)} failed: no usable answer arrived within three days.`,
      }),
    );
    expect(world.taskKinds()).toContain(kind);
    expect(partsOrder.isEnded(world.state)).toBe(false);
  });

  it.each(made)('$call is not asked for twice by itself', ({ call, making }) => {
    const world = ordered(call, making);
    const asked = world.effects.filter((effect) => effect.kind === 'call' && effect.call === call);
    expect(asked).toHaveLength(making.isUndo ? 0 : 1);
  });

  it('an order whose parts have all come is not cancelled any more', () => {
    const world = ordered('', { stock: 5, given: [ship(), confirm()] });
    expect(refusalOf(() => world.give(cancel))?.code).toBe('PARTS_ORDER.WRONG_STAGE');
  });
});
