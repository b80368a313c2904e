import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOrder } from '../../../../domain/parts-order/decider';
import { ORDER_STAGES, type OrderStage } from '../../../../domain/parts-order/terms';
import { DomainError } from '../../../../domain/errors';
import { refusalOf } from '../support/given';
import { Books } from './books';
import { aLine, aRequest, World } from './world';

const cancel = { type: 'cancel', data: { reason: 'the customer bought a new one' } } as const;
const ship = (quantity: number, line = 1) =>
  ({ type: 'ship', data: { depot: 'east', carrier: 'SF', items: [{ line, quantity }] } }) as const;
const goods = { type: 'receiveGoods', data: { purchase: 1, quantity: 1 } } as const;
const confirm = { type: 'confirmReceipt', data: { shipment: 1 } } as const;

/** Every stage at which an order can be cancelled, each way it can stand there; pieces in stock and with the user at the start. */
const STANDING: readonly (readonly [OrderStage, string, () => World, number])[] = [
  ['requested', 'depots have not answered', () => heldUp('reserveParts', 5), 5],
  ['procuring', 'the purchase has not been taken down', () => heldUp('requestPurchase', 1), 1],
  ['procuring', 'nothing has come', () => World.of({ 'P-1': 1 }), 1],
  ['procuring', 'a part of it is in the depot', () => World.of({ 'P-1': 1 }).give(goods), 2],
  ['procuring', 'a part of it is on its way', () => World.of({ 'P-1': 1 }).give(goods).give(ship(1)), 2],
  ['reserved', 'all of it', () => World.of({ 'P-1': 5 }), 5],
  ['reserved', 'a part of it is on its way', () => World.of({ 'P-1': 5 }).give(ship(1)), 5],
  ['reserved', 'a part of it is received', () => World.of({ 'P-1': 5 }).give(ship(1)).give(confirm), 5],
  ['shipped', 'in one parcel', () => World.of({ 'P-1': 5 }).give(ship(2)), 5],
  ['shipped', 'in two parcels', () => World.of({ 'P-1': 5 }).give(ship(1)).give(ship(1)), 5],
  ['shipped', 'the parcel is not in the books yet', () => shippedUnheard(), 5],
  ['shipped', 'wrong pieces come back', () => wrongAndSentAgain(), 5],
];

function heldUp(call: string, stock: number): World {
  const world = new World(new Books({ 'P-1': stock }));
  world.heldUp = [call];
  return world.give({ type: 'request', data: aRequest(aLine(1)) }, { kind: 'system', id: 'case' });
}
function shippedUnheard(): World {
  const world = World.of({ 'P-1': 5 });
  world.heldUp = ['shipParts'];
  return world.give(ship(2));
}
function wrongAndSentAgain(): World {
  const world = World.of({ 'P-1': 5 }).give(ship(2));
  const items = [{ line: 1, received: 0, wrong: 2, missing: 0 }];
  return world.give({ type: 'confirmReceipt', data: { shipment: 1, items } }).give(ship(2));
}

describe('An order that is cancelled leaves nothing behind', () => {
  it.each(STANDING)('while %s: %s', (stage, _how, begin, pieces) => {
    const world = begin();
    expect(world.state.stage).toBe(stage);
    world.give(cancel).release();
    world.takeAllBack();
    expect(world.state.stage).toBe('cancelled');
    expect(world.books.left).toBe(0);
    expect((world.books.stock.get('P-1') ?? 0) + world.books.withUser).toBe(pieces);
    expect(Object.values(world.state.clocks).every(({ metAt, stoppedAt }) => metAt ?? stoppedAt)).toBe(true);
    expect(world.state.followUps.map(({ kind }) => kind)).toStrictEqual(
      world.books.withUser > 0 ? ['parts-with-user'] : [],
    );
  });

  it('at every stage at which it can be cancelled', () => {
    expect(new Set(STANDING.map(([stage]) => stage))).toStrictEqual(new Set(ORDER_STAGES.slice(1, 5)));
  });

  it('and waits for its parcels meanwhile, with a task and a promise', () => {
    const world = World.of({ 'P-1': 5 }).give(ship(2)).give(cancel);
    expect(world.state.stage).toBe('recalling');
    expect(partsOrder.tasks(world.state)).toMatchObject([{ kind: 'take-back-parts', clock: 'parts-recall' }]);
    expect(partsOrder.isEnded(world.state)).toBe(false);
  });

  it('also where a recalled parcel is lost, or arrives all the same', () => {
    const lost = World.of({ 'P-1': 5 }).give(ship(2)).give(cancel);
    lost.give({ type: 'reportLost', data: { shipment: 1, note: '' } });
    expect([lost.state.stage, lost.books.left, lost.books.lost]).toEqual(['cancelled', 0, 2]);
    const arrived = World.of({ 'P-1': 5 }).give(ship(2)).give(cancel).give(confirm);
    expect([arrived.state.stage, arrived.books.left, arrived.books.withUser]).toEqual(['cancelled', 0, 2]);
    expect(arrived.state.followUps).toMatchObject([{ kind: 'parts-with-user' }]);
  });

  it('where it was cancelled before it came: it can never come', () => {
    const world = new World(new Books({ 'P-1': 5 })).give(cancel, { kind: 'system', id: 'case' });
    expect(world.state.stage).toBe('cancelled');
    const late = { type: 'request', data: aRequest() } as const;
    expect(refusalOf(() => world.give(late, { kind: 'system', id: 'case' }))?.code).toBe('PARTS_ORDER.ENDED');
  });
});

describe('Whatever happens to an order', () => {
  const quantity = fc.integer({ min: 1, max: 3 });
  const shipment = fc.integer({ min: 1, max: 3 });
  const line = fc.constantFrom(1, 1, 2);
  const move = fc.oneof(
    fc.tuple(quantity, line).map(([pieces, of]) => ship(pieces, of)),
    fc.tuple(fc.integer({ min: 1, max: 2 }), quantity).map(([purchase, pieces]) => ({
      type: 'receiveGoods' as const,
      data: { purchase, quantity: pieces },
    })),
    shipment.map((one) => ({ type: 'confirmReceipt' as const, data: { shipment: one } })),
    fc.tuple(shipment, line, fc.nat(2), fc.nat(2), fc.nat(2)).map(([one, of, received, wrong, missing]) => ({
      type: 'confirmReceipt' as const,
      data: { shipment: one, items: [{ line: of, received, wrong, missing }] },
    })),
    shipment.map((one) => ({ type: 'reportLost' as const, data: { shipment: one, note: '' } })),
    fc.tuple(shipment, line, quantity).map(([one, of, pieces]) => ({
      type: 'takeBack' as const,
      data: { shipment: one, depot: 'east', items: [{ line: of, quantity: pieces }] },
    })),
    line.map((of) => ({ type: 'reserve' as const, data: { line: of } })),
    fc.constant(cancel),
  );

  it('no piece is lost or doubled, and once it is cancelled nothing stays reserved or on its way', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20, size: 'max' }), fc.nat(6), (moves, stock) => {
        const world = World.of({ 'P-1': stock, 'P-2': 1 }, aLine(1, { quantity: 3 }), aLine(2));
        for (const one of moves)
          try {
            world.give(one);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
        if (!world.state.cancelled && world.state.stage !== 'received' && world.state.stage !== 'closed')
          world.give(cancel);
        world.takeAllBack();
        const { books } = world;
        const inStock = [...books.stock.values()].reduce((sum, one) => sum + one, 0);
        expect(books.left).toBe(0);
        expect(inStock + books.withUser + books.lost).toBe(stock + 1 + books.bought);
        expect(world.state.followUps.filter(({ kind }) => kind.endsWith('-failed'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
