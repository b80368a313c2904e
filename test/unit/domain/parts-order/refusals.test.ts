import { describe, expect, it } from '@jest/globals';
import { allowedCommands } from '../../../../domain/parts-order/decide';
import { refusalOf } from '../support/given';
import { aLine, by, World } from './world';

import { bought, cancel, confirm, found, goods, requestOf, ship } from './given-orders';

describe('A parts order refuses', () => {
  const reserved = () => World.of({ 'P-1': 5 });

  it('what cannot be at its stage, and what is not there', () => {
    const { give } = {
      give: (command: Parameters<World['give']>[0]) => refusalOf(() => reserved().give(command)),
    };
    expect(give(bought)?.code).toBe('PARTS_ORDER.WRONG_STAGE');
    expect(give(confirm())?.code).toBe('PARTS_ORDER.NO_SUCH');
    expect(give(ship(3))?.params).toEqual({ line: 1, quantity: 3, available: 2 });
    expect(give(ship(1, 7))?.code).toBe('PARTS_ORDER.NO_SUCH');
    expect(give({ type: 'reserve', data: { line: 1 } })?.code).toBe('COMMAND.INVALID');
    expect(give({ type: 'completeFollowUp', data: { key: 'x', note: '' } })?.code).toBe('CASE.NO_SUCH_TASK');
    const twice = [1, 1].map((line) => ({ line, quantity: 1 }));
    const data = { depot: 'east', carrier: 'SF', items: twice };
    expect(give({ type: 'ship', data })?.code).toBe('COMMAND.INVALID');
  });

  it('more than the parcel or the purchase can hold', () => {
    expect(refusalOf(() => reserved().give(ship()).give(found(3)))?.code).toBe('PARTS_ORDER.TOO_MANY');
    expect(refusalOf(() => reserved().give(ship()).give(found(0)))?.code).toBe('COMMAND.INVALID');
    expect(refusalOf(() => World.of({}).give(goods(3)))?.code).toBe('PARTS_ORDER.TOO_MANY');
    const back = {
      type: 'takeBack',
      data: { shipment: 1, depot: 'east', items: [{ line: 1, quantity: 1 }] },
    } as const;
    expect(refusalOf(() => reserved().give(ship()).give(back))?.code).toBe('PARTS_ORDER.TOO_MANY');
  });

  it('whoever may not, and everything once it has ended', () => {
    expect(refusalOf(() => reserved().give(ship(), by('sales')))?.code).toBe('PARTS_ORDER.NOT_PERMITTED');
    const request = { type: 'request', data: requestOf(reserved()) } as const;
    expect(refusalOf(() => reserved().give(request, by('enquiry-clerk')))?.code).toBe(
      'PARTS_ORDER.NOT_PERMITTED',
    );
    expect(refusalOf(() => reserved().give(request, { kind: 'system', id: 'case' }))?.code).toBe(
      'PARTS_ORDER.REQUESTED_ALREADY',
    );
    const ended = reserved().give(cancel);
    expect(refusalOf(() => ended.give(cancel))?.code).toBe('PARTS_ORDER.ENDED');
    expect(allowedCommands(ended.state, by('enquiry-clerk'))).toStrictEqual([]);
    expect(allowedCommands(reserved().state, by('warehouse-keeper'))).toStrictEqual(['ship']);
  });

  it('another customer than its own, and its own all but the confirmation', () => {
    const user = { kind: 'customer', id: 'cus-1', name: '澜汀' } as const;
    const shipped = reserved().give(ship());
    expect(allowedCommands(shipped.state, user)).toStrictEqual(['confirmReceipt']);
    expect(refusalOf(() => shipped.give(cancel, user))?.code).toBe('PARTS_ORDER.NOT_PERMITTED');
    expect(refusalOf(() => shipped.give(confirm(), { ...user, id: 'cus-2' }))?.code).toBe(
      'PARTS_ORDER.NOT_PERMITTED',
    );
    expect(shipped.give(confirm(), user).state.shipments[0]).toMatchObject({ confirmedBy: 'customer' });
  });

  it('parts priced in two currencies', () => {
    expect(refusalOf(() => World.of({}, aLine(1), aLine(2, { currency: 'USD' })))?.code).toBe(
      'COMMAND.INVALID',
    );
  });
});
