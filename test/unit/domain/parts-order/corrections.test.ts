import { describe, expect, it } from '@jest/globals';
import type { OrderCommandData } from '../../../../domain/parts-order/commands';
import { partsOrder } from '../../../../domain/parts-order/decider';
import { SYSTEM } from '../../../../domain/identity/actor';
import { refusalOf } from '../support/given';
import { Books } from './books';
import { confirm, ship } from './given-orders';
import { aLine, aRequest, World } from './world';

/** Two pieces that have been sent and, as was said, received; the order follows its case. */
const received = (stock = 5, changes: Parameters<typeof aLine>[1] = {}): World => {
  const world = new World(new Books({ 'P-1': stock }));
  const request = { ...aRequest(aLine(1, changes)), followsCase: true } as const;
  return world.give({ type: 'request', data: request }, SYSTEM).give(ship()).give(confirm());
};
type Corrected = Omit<OrderCommandData['correctReceipt']['items'][number], 'line'>;
const correct = (said: Corrected, shipment = 1) =>
  ({
    type: 'correctReceipt',
    data: { shipment, items: [{ line: 1, ...said }], reason: 'counted again' },
  }) as const;
const used = (quantity: number) => ({ type: 'recordUse', data: { items: [{ line: 1, quantity }] } }) as const;
const over = { type: 'recordUse', data: { isOver: true } } as const;
const booksOf = ({ books }: World) => ({
  stock: books.stock.get('P-1'),
  withUser: books.withUser,
  lost: books.lost,
  left: books.left,
});

describe('A receipt that was confirmed wrongly (R19)', () => {
  it('is corrected with a reason on record; quantities and stock follow, and what is short is sent again', () => {
    const world = received().give(correct({ received: 1, wrong: 0, missing: 1 }));
    expect(world.state.shipments).toMatchObject([
      { corrections: [{ by: 'enquiry-clerk', reason: 'counted again' }], items: [{ received: 1, lost: 1 }] },
    ]);
    expect(world.state.stage).toBe('reserved');
    expect(booksOf(world)).toEqual({ stock: 2, withUser: 1, lost: 1, left: 1 });
    // The promise of the delivery runs again.
    expect(world.state.clocks['parts-delivery']).not.toHaveProperty('metAt');
    world.give(ship(1)).give({ type: 'confirmReceipt', data: { shipment: 2 } });
    expect(world.state.stage).toBe('received');
    expect(booksOf(world)).toEqual({ stock: 2, withUser: 2, lost: 1, left: 0 });
  });

  it('of pieces that are not what was ordered has them come back', () => {
    const world = received().give(correct({ received: 1, wrong: 1, missing: 0 }));
    expect(booksOf(world)).toEqual({ stock: 2, withUser: 1, lost: 0, left: 2 });
    expect(world.taskKinds()).toContain('take-back-parts');
    world.give({ type: 'takeBack', data: { shipment: 1, depot: 'east', items: [{ line: 1, quantity: 1 }] } });
    expect(booksOf(world)).toMatchObject({ stock: 3, withUser: 1 });
    expect(refusalOf(() => world.give(correct({ received: 2, wrong: 0, missing: 0 })))?.field).toBe(
      'data.items.0.wrong',
    );
  });

  it('and had all come after all gives up what was to replace them', () => {
    const world = received().give(correct({ received: 1, wrong: 0, missing: 1 }));
    world.give(correct({ received: 2, wrong: 0, missing: 0 }));
    expect(world.state.stage).toBe('received');
    expect(world.state.holds).toEqual([]);
    expect(booksOf(world)).toEqual({ stock: 3, withUser: 2, lost: 0, left: 0 });
  });

  it('and was to be bought again is not bought any more', () => {
    const world = received(2).give(correct({ received: 1, wrong: 0, missing: 1 }));
    expect(world.taskKinds()).toContain('buy-parts');
    world.give(correct({ received: 2, wrong: 0, missing: 0 }));
    expect(world.taskKinds()).not.toContain('buy-parts');
    expect(booksOf(world)).toEqual({ stock: 0, withUser: 2, lost: 0, left: 0 });
  });

  it('says something else than before, of a shipment that was confirmed, and no more than was sent', () => {
    const world = received();
    expect(refusalOf(() => world.give(correct({ received: 2, wrong: 0, missing: 0 })))?.code).toBe(
      'COMMAND.INVALID',
    );
    expect(refusalOf(() => world.give(correct({ received: 2, wrong: 1, missing: 0 })))).toMatchObject({
      code: 'PARTS_ORDER.TOO_MANY',
      field: 'data.items.0.received',
    });
    expect(refusalOf(() => world.give(correct({ received: 1, wrong: 0, missing: 0 }, 2)))?.code).toBe(
      'PARTS_ORDER.NO_SUCH',
    );
  });

  it('can be corrected until the case is over, not after', () => {
    const world = received();
    expect(world.state.stage).toBe('received');
    world.give(over, SYSTEM);
    expect(world.state.stage).toBe('closed');
    expect(partsOrder.isEnded(world.state)).toBe(true);
    expect(refusalOf(() => world.give(correct({ received: 1, wrong: 0, missing: 1 })))?.code).toBe(
      'PARTS_ORDER.ENDED',
    );
  });

  it('stays with the user where the case is cancelled; a person sees to it', () => {
    const world = received().give({ type: 'cancel', data: { reason: 'AS-2026-000001' } }, SYSTEM);
    expect(world.state.stage).toBe('closed');
    expect(world.state.followUps).toMatchObject([{ kind: 'parts-with-user' }]);
    expect(booksOf(world)).toMatchObject({ withUser: 2, left: 0 });
  });

  it('has the missing pieces claimed from the carrier, until they turn up', () => {
    const world = received().give(correct({ received: 1, wrong: 0, missing: 1 }));
    expect(world.state.followUps).toMatchObject([{ key: 'claim:1:missing', kind: 'carrier-claim' }]);
    expect(world.give(correct({ received: 2, wrong: 0, missing: 0 })).state.followUps).toEqual([]);
  });

  it('leaves its claim to a person where the command is of before that followed, as in a history of then', () => {
    const world = received().give(correct({ received: 1, wrong: 0, missing: 1 }));
    const ofThen = { ...correct({ received: 2, wrong: 0, missing: 0 }), endsTasks: false };
    world.give(ofThen);
    expect(world.state.followUps).toMatchObject([{ key: 'claim:1:missing' }]);
  });

  it('of a cancelled order leaves nothing to fetch where nothing came, and the other way about', () => {
    const world = new World(new Books({ 'P-1': 5 }));
    world.give({ type: 'request', data: aRequest(aLine(1)) }, SYSTEM).give(ship());
    world.give({ type: 'cancel', data: { reason: 'not needed' } });
    world.give({
      type: 'confirmReceipt',
      data: { shipment: 1, items: [{ line: 1, received: 1, wrong: 0, missing: 0 }] },
    });
    const kinds = () => world.state.followUps.map(({ kind }) => kind);
    expect(kinds()).toEqual(['parts-with-user']);
    world.give(correct({ received: 0, wrong: 0, missing: 1 }));
    expect(kinds()).toEqual(['carrier-claim']);
    world.give(correct({ received: 1, wrong: 0, missing: 0 }));
    expect(kinds()).toEqual(['parts-with-user']);
  });
});

describe('Old parts of an order that follows its case (R20)', () => {
  const due = ({ books }: World) => [...books.returns.values()].map((one) => one.due);
  const owing = () => received(5, { oldPartDue: true });

  it('are due by what the report says was replaced, not by what was ordered', () => {
    const world = owing();
    expect(world.state.oldParts).toBeUndefined();
    world.give(used(1), SYSTEM);
    expect(world.state.oldParts?.items).toMatchObject([{ line: 1, quantity: 1 }]);
    expect(due(world)).toEqual([1]);
    expect(world.taskKinds()).toContain('return-old-parts');
  });

  it('are not due where nothing was fitted', () => {
    const world = owing().give(used(0), SYSTEM).give(over, SYSTEM);
    expect(world.state.oldParts).toBeUndefined();
    expect(world.state.stage).toBe('closed');
  });

  it('follow an amendment, until some are back', () => {
    const world = owing().give(used(2), SYSTEM).give(used(1), SYSTEM);
    expect(world.state.oldParts?.items).toMatchObject([{ quantity: 1 }]);
    expect(due(world)).toEqual([0, 1]);
    world.give({ type: 'receiveOldParts', data: { depot: 'east', items: [{ line: 1, quantity: 1 }] } });
    expect(world.give(used(2), SYSTEM).state.oldParts?.items).toMatchObject([{ quantity: 1, received: 1 }]);
  });

  it('that are charged early say so and why, in the message and on record', () => {
    const reason = 'scrapped on site';
    const world = owing().give(used(1), SYSTEM).give({ type: 'chargeOldParts', data: { reason } });
    expect(world.state.charge).toMatchObject({ amountCents: 12_800, reason });
    const messages = world.effects.flatMap((effect) =>
      effect.kind === 'notify' && effect.template.startsWith('old-parts-charged') ? [effect] : [],
    );
    expect(messages).toMatchObject([
      { template: 'old-parts-charged-early', params: { reason } },
      { template: 'old-parts-charged-early', params: { reason } },
    ]);
  });
});
