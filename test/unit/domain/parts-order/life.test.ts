import { describe, expect, it } from '@jest/globals';
import { partsOrder } from '../../../../domain/parts-order/decider';
import { aLine, ORDER, World } from './world';

import { bought, confirm, found, goods, requestOf, ship } from './given-orders';

describe('A parts order (R19)', () => {
  it('is reserved in a depot, shipped, and received by the user; the case is told each time', () => {
    const world = World.of({ 'P-1': 5 });
    expect(world.state.stage).toBe('reserved');
    expect(world.taskKinds()).toStrictEqual(['ship-parts']);
    world.give(ship());
    expect(world.state.stage).toBe('shipped');
    expect(world.taskKinds()).toStrictEqual(['confirm-parts']);
    world.give(confirm());
    expect(world.state.stage).toBe('closed');
    expect(partsOrder.isEnded(world.state)).toBe(true);
    expect(world.state.clocks['parts-delivery']?.metAt).toBeDefined();
    expect(world.books.withUser).toBe(2);
    expect(world.books.left).toBe(0);
    const delivered = world.books.delivered.map(({ command }) => command);
    expect(delivered).toMatchObject([
      { type: 'recordPartsProgress', data: { order: ORDER, progress: { stage: 'requested' } } },
      { data: { progress: { stage: 'reserved' } } },
      { data: { progress: { stage: 'shipped', shipments: [{ isOnTheWay: true, tracking: 'SF-1' }] } } },
      { data: { progress: { stage: 'closed', shipments: [{ isOnTheWay: false }] } } },
    ]);
  });

  it('is bought where no depot has it, and told when it is expected', () => {
    const world = World.of({ 'P-1': 1 });
    expect(world.state.stage).toBe('procuring');
    expect(world.taskKinds()).toStrictEqual(['buy-parts']);
    world.give(bought);
    expect(world.books.delivered.at(-1)).toMatchObject({
      command: { data: { progress: { stage: 'procuring', expectedOn: '2026-03-20' } } },
    });
    expect(world.taskKinds()).toStrictEqual(['receive-goods']);
    world.give(goods(1));
    expect(world.state.stage).toBe('procuring');
    world.give(ship(1)).give(goods(1));
    expect(world.state.stage).toBe('reserved');
    world.give(ship(1)).give(confirm(1)).give(confirm(2));
    expect(world.state.stage).toBe('closed');
    expect(world.books.bought).toBe(2);
    expect(world.books.stock.get('P-1')).toBe(1);
  });

  it('tells each depot how many pieces are its own to ship (R20)', () => {
    const world = World.of({ 'P-1': 5 });
    const held = world.events.find(({ type }) => type === 'PartsHeld');
    if (held?.type !== 'PartsHeld') throw new Error('nothing is held');
    const picks = [
      { depot: 'east', quantity: 1 },
      { depot: 'hq', quantity: 2 },
      { depot: 'east', quantity: 3 },
    ];
    const delivered = partsOrder
      .react(world.state, { ...held, data: { ...held.data, picks } })
      .flatMap((effect) => (effect.kind === 'notify' ? [effect.params] : []));
    expect(delivered).toMatchObject([{ quantity: 4 }, { quantity: 2 }]);
  });

  it('goes line by line: what is there is shipped while the rest is bought', () => {
    const world = World.of({ 'P-1': 5 }, aLine(1), aLine(2));
    expect(world.state.stage).toBe('procuring');
    world.give(ship()).give(confirm());
    expect(world.state.stage).toBe('procuring');
    world.give(bought).give(goods(2)).give(ship(2, 2)).give(confirm(2));
    expect(world.state.stage).toBe('closed');
  });

  it('that arrives in part is sent again for what is missing, and claimed from the carrier', () => {
    const world = World.of({ 'P-1': 5 })
      .give(ship())
      .give(found(1, 0, 1));
    expect(world.state.stage).toBe('reserved');
    expect(world.state.followUps).toMatchObject([{ kind: 'carrier-claim', reason: 'SF SF-1' }]);
    world.give(ship(1)).give(confirm(2));
    expect(world.state.stage).toBe('closed');
    expect(partsOrder.isEnded(world.state)).toBe(false);
    world.give({ type: 'completeFollowUp', data: { key: 'claim:1:missing', note: '已赔付' } });
    expect(partsOrder.isEnded(world.state)).toBe(true);
    expect(world.books).toMatchObject({ lost: 1, withUser: 2, left: 0 });
  });

  it('that arrives wrong is sent again at once, and the wrong pieces come back to a depot', () => {
    const world = World.of({ 'P-1': 5 }).give(ship()).give(found(0, 2));
    expect(world.state.stage).toBe('reserved');
    expect(world.taskKinds()).toEqual(expect.arrayContaining(['ship-parts', 'take-back-parts']));
    world.give(ship(2)).give(confirm(2));
    expect(world.state.stage).toBe('received');
    world.give({ type: 'takeBack', data: { shipment: 1, depot: 'east', items: [{ line: 1, quantity: 2 }] } });
    expect(world.state.stage).toBe('closed');
    expect(world.books.stock.get('P-1')).toBe(3);
  });

  it('that is lost is written off, claimed and sent again', () => {
    const world = World.of({ 'P-1': 5 })
      .give(ship())
      .give({ type: 'reportLost', data: { shipment: 1, note: '物流停滞' } });
    expect(world.state.stage).toBe('reserved');
    expect(world.books.lost).toBe(2);
    world.give(ship(2)).give(confirm(2));
    expect(world.state.stage).toBe('closed');
    expect(world.state.followUps).toMatchObject([{ key: 'claim:1:lost' }]);
  });

  it('whose parcel never left by the books may be shipped again', () => {
    const world = World.of({ 'P-1': 5 });
    world.failing = ['shipParts'];
    world.give(ship());
    expect(world.state.stage).toBe('reserved');
    expect(world.state.followUps).toMatchObject([{ kind: 'call-failed' }]);
    world.failing = [];
    world.give(ship()).give(confirm(1));
    expect(world.state.stage).toBe('closed');
  });

  it.each(['reserveParts', 'requestPurchase', 'receiveGoods'])(
    'whose %s fails for good waits for a person, who asks the depots again',
    (call) => {
      const world = World.of({ 'P-1': 0, 'P-9': 1 });
      const again = new World(world.books);
      again.failing = [call];
      again.books.stock.set('P-1', call === 'reserveParts' ? 5 : 0);
      again.give({ type: 'request', data: requestOf(world) }, { kind: 'system', id: 'case' });
      if (call === 'receiveGoods') again.give(bought).give(goods(2));
      expect(again.state.followUps).toMatchObject([{ kind: 'call-failed' }]);
      expect(again.taskKinds()).toContain('reserve-parts');
      again.failing = [];
      again.books.stock.set('P-1', 5);
      again.give({ type: 'reserve', data: { line: 1 } });
      expect(again.state.stage).toBe('reserved');
    },
  );

  it('is no longer told to a case that has ended', () => {
    const world = World.of({ 'P-1': 5 });
    const key = `${ORDER}:99:0`;
    const outcome = { ok: false, code: 'CASE.ENDED', reason: '' } as const;
    world.settle({ key, call: 'deliverCommand', undo: false, outcome });
    expect(world.state.followUps).toStrictEqual([]);
    world.settle({
      key,
      call: 'deliverCommand',
      undo: false,
      outcome: { ...outcome, code: 'CALL.TIMED_OUT' },
    });
    expect(world.state.followUps).toHaveLength(1);
  });

  it('that is late is told on its ladder to whoever has it', () => {
    const world = World.of({ 'P-1': 5 }).elapse('parts-delivery', 'warn').elapse('parts-delivery', 'breach');
    world.elapse('parts-delivery', 'escalate').elapse('parts-delivery', 'breach');
    const delivered = world.effects.flatMap((effect) =>
      effect.kind === 'notify' && effect.template.startsWith('clock-') ? [[effect.template, effect.to]] : [],
    );
    expect(delivered).toStrictEqual([
      ['clock-warned', { role: 'warehouse-keeper', organisationId: 'east' }],
      ['clock-breached', { role: 'warehouse-keeper', organisationId: 'east' }],
      ['clock-escalated', { role: 'centre-director', organisationId: 'east' }],
    ]);
  });
});
