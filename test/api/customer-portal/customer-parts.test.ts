import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CustomerCase, CustomerCommandResult } from '../../../api/customer-portal/schema';
import { MessageBox } from '../../support/message-box';
import { PartsStack } from '../../support/parts-stack';
import { Reader, type Answer } from '../../support/reading';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

type View = Static<typeof CustomerCase>;
type Result = Static<typeof CustomerCommandResult>;

describe('R19, R36: the user says what has come, by their link', () => {
  let system: TestSystem;
  let stack: PartsStack;
  let box: MessageBox;
  beforeAll(async () => {
    system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/case' } });
    stack = await PartsStack.of(system);
    box = new MessageBox(system);
  });
  afterAll(() => system.close());

  const say = <T = Result>(by: Reader, data: object, id = newKey()): Promise<Answer<T>> =>
    by.send<T>('POST', '/v1/customer/case/commands', {}, { id, type: 'confirmReceipt', data });
  const viewOf = async (by: Reader) => (await by.get<View>('/v1/customer/case')).body;

  async function onItsWay(quantity: number) {
    const { number, orderNumber } = await stack.waiting({ quantity });
    await stack.shipped(orderNumber, quantity);
    await stack.until(orderNumber, 'shipped');
    const user = new Reader(system.app, await box.token(number, 'parts-shipped'));
    return { number, orderNumber, user };
  }

  it('sees the parcel, and the case goes on once all of it is confirmed: once, however often it is sent', async () => {
    const { number, orderNumber, user } = await onItsWay(2);
    const before = await viewOf(user);
    expect(before.actions).toContain('confirmReceipt');
    expect(before.partsOrders).toMatchObject([
      {
        number: orderNumber,
        stageNames: { zh: '已发货' },
        sentTo: { name: '澜汀' },
        lines: [{ partNumber: 'SP-11022', quantity: 2, received: 0 }],
        shipments: [{ carrier: '顺丰', tracking: 'SF100', canBeConfirmed: true, items: [{ toConfirm: 2 }] }],
      },
    ]);
    expect(JSON.stringify(before)).not.toMatch(/Cents|stf-|cus-|depot|supplier/);
    const id = newKey();
    const data = { order: orderNumber, shipment: 1 };
    expect(await say(user, data, id)).toMatchObject({
      status: 200,
      body: { duplicate: false, actions: ['recordMessage'] },
    });
    expect(await say(user, data, id)).toMatchObject({ status: 200, body: { duplicate: true } });
    expect(await say(user, data)).toMatchObject({ status: 409, body: { code: 'CUSTOMER.NOT_NOW' } });
    expect((await stack.orderOf(orderNumber)).shipments).toMatchObject([
      { confirmedBy: 'customer', items: [{ received: 2 }] },
    ]);
    await eventually(
      () => stack.caseOf(number),
      ({ stage }) => stage === 'classified',
    );
    const after = await viewOf(user);
    expect(after.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['PartsOrdered', 'PartsArrived']),
    );
  });

  it('tells what is wrong and what is missing: the one comes back, the other is claimed, and both are sent again', async () => {
    const { number, orderNumber, user } = await onItsWay(4);
    const items = [{ line: 1, received: 2, wrong: 1, missing: 1 }];
    expect((await say(user, { order: orderNumber, shipment: 1, items })).status).toBe(200);
    const order = await stack.until(orderNumber, 'reserved');
    expect(order).toMatchObject({
      lines: [{ received: 2, reserved: 2 }],
      shipments: [{ items: [{ received: 2, wrong: 1, lost: 1 }] }],
      followUps: [{ kind: 'carrier-claim' }],
    });
    expect(order.tasks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ship-parts', 'take-back-parts', 'carrier-claim']),
    );
    expect((await viewOf(user)).actions).not.toContain('confirmReceipt');
    await stack.shipped(orderNumber, 2);
    expect((await say(user, { order: orderNumber, shipment: 2 })).status).toBe(200);
    await eventually(
      () => stack.caseOf(number),
      ({ stage }) => stage === 'classified',
    );
  });

  it('is told by the field what cannot be', async () => {
    const { orderNumber, user } = await onItsWay(2);
    const of = (received: number, line = 1) => [{ line, received, wrong: 0, missing: 0 }];
    const other = await stack.waiting();
    const wrong: readonly [object, number, string, string][] = [
      [{ order: other.orderNumber, shipment: 1 }, 422, 'REQUEST.REFERENCE_UNKNOWN', 'data.order'],
      [{ order: orderNumber, shipment: 9 }, 422, 'PARTS_ORDER.NO_SUCH', 'data.shipment'],
      [
        { order: orderNumber, shipment: 1, items: of(3) },
        422,
        'PARTS_ORDER.TOO_MANY',
        'data.items.0.quantity',
      ],
      [{ order: orderNumber, shipment: 1, items: of(1, 7) }, 422, 'PARTS_ORDER.NO_SUCH', 'data.items.0.line'],
      [{ order: orderNumber, shipment: 1, items: of(0) }, 422, 'RECEIPT.NOTHING_SAID', 'data.items'],
      [{ order: 'PO-1', shipment: 1 }, 400, 'REQUEST.INVALID', 'data.order'],
      [{ order: orderNumber }, 400, 'REQUEST.INVALID', 'data.shipment'],
    ];
    for (const [data, status, code, field] of wrong) {
      const answer = await say<{ code: string; errors: { field: string; reason: string }[] }>(user, data);
      expect([data, answer.status, answer.body.code, answer.body.errors[0]?.field]).toEqual([
        data,
        status,
        code,
        field,
      ]);
    }
    const id = newKey();
    expect((await say(user, { order: orderNumber, shipment: 1, items: of(1) }, id)).status).toBe(200);
    expect(await say(user, { order: orderNumber, shipment: 1 }, id)).toMatchObject({
      status: 422,
      body: { code: 'COMMAND.ID_REUSED' },
    });
    expect(await say(stack.clerk, { order: orderNumber, shipment: 1 })).toMatchObject({ status: 401 });
  });
});
