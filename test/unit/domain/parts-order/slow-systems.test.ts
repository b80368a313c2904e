import { describe, expect, it } from '@jest/globals';
import type { OrderCall } from '../../../../domain/parts-order/call-terms';
import { partsOrder } from '../../../../domain/parts-order/decider';
import { SYSTEM } from '../../../../domain/identity/actor';
import { Books } from './books';
import { bought, cancel, confirm, goods, ship } from './given-orders';
import { aLine, aRequest, World } from './world';

type Given = Parameters<World['give']>[0];

const back = (quantity: number): Given => ({
  type: 'receiveOldParts',
  data: { depot: 'east', items: [{ line: 1, quantity }] },
});
const forward: Given = { type: 'forwardOldParts', data: {} };

/** The call that the parts system has not answered, while people go on. */
const SLOW: readonly (readonly [OrderCall, string, number, readonly Given[]])[] = [
  ['shipParts', 'the user has the parcel', 5, [ship(), confirm(), back(2), forward]],
  ['requestPurchase', 'the supplier has promised a day', 0, [bought, goods(2)]],
  ['expectReturn', 'the old parts are there', 5, [ship(), confirm(), back(2), forward]],
  [
    'takeInReturn',
    'the old parts have left for the factory',
    5,
    [ship(), confirm(), back(1), back(1), forward],
  ],
];

function ordered(slow: OrderCall, stock: number, given: readonly Given[]): World {
  const world = new World(new Books({ 'P-1': stock }));
  world.heldUp = [slow];
  world.give({ type: 'request', data: aRequest(aLine(1, { oldPartDue: true })) }, SYSTEM);
  for (const command of given) world.give(command);
  return world;
}

describe('A parts system that is slow to answer', () => {
  it.each(SLOW)('%s, and by then %s: it is told so afterwards, in turn', (slow, _then, stock, given) => {
    const world = ordered(slow, stock, given).release();
    // Purchased pieces are still to be sent.
    if (stock === 0) for (const command of [ship(), confirm(), back(2), forward]) world.give(command);
    expect(world.state.followUps).toEqual([]);
    expect(world.state.stage).toBe('closed');
    expect(partsOrder.isEnded(world.state)).toBe(true);
    expect(world.books).toMatchObject({ left: 0, withUser: 2, atFactory: 2 });
  });

  it('leaves nobody a task about a purchase that was cancelled meanwhile', () => {
    const world = ordered('recordPurchase', 0, [bought, cancel]).release();
    expect(world.books.left).toBe(0);
    expect(world.state.followUps).toEqual([]);
    expect(partsOrder.isEnded(world.state)).toBe(true);
  });
});
