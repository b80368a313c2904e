import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../support/given';
import { cancel, confirm, requestOf, ship } from './given-orders';
import { by, World } from './world';

const SYSTEM = { kind: 'system', id: 'case' } as const;
const redirect = {
  type: 'redirect',
  data: { engineerId: 'stf-035', outletId: 'foshan', preferredDepots: ['foshan', 'south', 'hq'] },
} as const;
const CONSIGNEE = { name: '佛山服务站', address: '佛山市', contact: '麦启明', phone: '+8675782207135' };
const readdress = { type: 'readdress', data: { consignee: CONSIGNEE, reason: '改派佛山' } } as const;

describe('A parts order whose case is given to another outlet', () => {
  it('is that outlet’s, and reserves near it from then on', () => {
    const world = World.of({}).give(redirect, SYSTEM);
    expect(world.state.order).toMatchObject(redirect.data);
    expect(world.state.followUps).toEqual([]);
    world.give(redirect, SYSTEM);
    expect(world.types().filter((type) => type === 'OrderRedirected')).toHaveLength(1);
  });

  it('has somebody see to what has left already', () => {
    const world = World.of({ 'P-1': 5 }).give(ship(1)).give(redirect, SYSTEM);
    expect(world.state.followUps).toMatchObject([{ kind: 'parts-on-another-way' }]);
    expect(world.state.followUps[0]?.reason).toMatch(/^Shipment 1 is going to /);
    expect(world.state.shipments).toHaveLength(1);
  });

  it('that is cancelled or has ended, is as it was', () => {
    const world = World.of({ 'P-1': 5 }).give(cancel);
    const { order } = world.state;
    expect(world.give(redirect, SYSTEM).state.order).toEqual(order);
    const ended = World.of({ 'P-1': 5 }).give(ship()).give(confirm());
    expect(ended.give(redirect, SYSTEM).state.order).toEqual(requestOf(ended));
  });

  it('is told so by its case alone', () => {
    expect(refusalOf(() => World.of({}).give(redirect, by('enquiry-clerk')))?.code).toBe(
      'PARTS_ORDER.NOT_PERMITTED',
    );
  });
});

describe('The address of a parts order', () => {
  it('is changed for what is still to leave, and the depot is told', () => {
    const world = World.of({ 'P-1': 5 }).give(readdress);
    expect(world.state.order?.consignee).toEqual(CONSIGNEE);
    expect(world.effects.at(-1)).toMatchObject({
      template: 'parts-readdressed',
      to: { organisationId: 'east' },
    });
  });

  it('is not changed to itself, nor once all of it has left', () => {
    const world = World.of({ 'P-1': 5 }).give(readdress);
    expect(refusalOf(() => world.give(readdress))).toMatchObject({
      code: 'COMMAND.INVALID',
      field: 'data.consignee',
    });
    const gone = World.of({ 'P-1': 5 }).give(ship());
    expect(refusalOf(() => gone.give(readdress))?.code).toBe('PARTS_ORDER.WRONG_STAGE');
  });
});
