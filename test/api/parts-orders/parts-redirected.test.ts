import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditStock } from '../../support/audit-stock';
import { CustomerLinks } from '../../../platform/customer-links';
import type { CustomerCase } from '../../../api/customer-portal/schema';
import type { TaskView } from '../../../api/tasks/schema';
import { PartsStack, soon } from '../../support/parts-stack';
import { type Page, Reader } from '../../support/reading';
import { done, LANTING, type Given } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const PLANT = {
  name: '澜汀二厂',
  address: '江苏省昆山市前进东路 88 号',
  contact: '顾工',
  phone: '+8613812345678',
};
const readdress = (consignee: object) => ({
  type: 'readdress',
  data: { consignee, reason: '设备已移至二厂' },
});
/** An oil seal, of which depots hold a few. */
const SEAL = 'SP-11075';
const [LI, DING] = ['stf-027', 'stf-030'];

describe('R19, R20: parts go where they are needed now', () => {
  let system: TestSystem;
  let stack: PartsStack;
  let clerk: Reader;
  let engineer: Reader;
  beforeAll(async () => {
    system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/case' } });
    stack = await PartsStack.of(system);
    ({ clerk, engineer } = stack);
  });
  afterAll(() => system.close());

  const reserved = async (partNumber: string) =>
    (await system.parts.stockOf(partNumber)).depots.reduce((sum, depot) => sum + depot.reserved, 0);
  const eventsOf = async (processId: string, type: string) =>
    (await system.database.processEvent.findMany({ where: { processId, type } })).map(({ data }) => data);

  it('parcels that are still to leave go to the new consignee, whom the desk alone names', async () => {
    const { number, orderNumber } = await stack.waiting();
    await stack.until(orderNumber, 'reserved');
    const before = await stack.orderOf(orderNumber);
    const same = { name: before.consignee, ...before.consigneeAddress };
    expect((await stack.tell(clerk, orderNumber, readdress(same))).body).toMatchObject({
      code: 'COMMAND.INVALID',
      errors: [{ field: 'data.consignee' }],
    });
    for (const nobody of [engineer, stack.keeper])
      expect((await stack.tell(nobody, orderNumber, readdress(PLANT))).body.code).toBe(
        'PARTS_ORDER.NOT_PERMITTED',
      );
    const { phone: _phone, ...incomplete } = PLANT;
    expect((await stack.tell(clerk, orderNumber, readdress(incomplete))).status).toBe(400);
    const once = { id: 'readdress-to-the-plant', ...readdress(PLANT) };
    expect((await stack.tell(clerk, orderNumber, once)).status).toBe(200);
    expect((await stack.tell(clerk, orderNumber, once)).status).toBe(200);

    const { name, ...address } = PLANT;
    // As the shipper of the parcel reads it.
    expect(await stack.orderOf(orderNumber)).toMatchObject({ consignee: name, consigneeAddress: address });
    const listed = await stack.keeper.get<Page<{ consignee: string }>>(
      `/v1/parts-orders?caseNumber=${number}`,
    );
    expect(listed.body.items).toMatchObject([{ consignee: name }]);
    expect(await eventsOf(orderNumber, 'OrderReaddressed')).toMatchObject([
      { consignee: PLANT, previous: same, reason: '设备已移至二厂' },
    ]);
    await stack.shipped(orderNumber);
    const late = await stack.tell(clerk, orderNumber, readdress({ ...PLANT, contact: '李工' }));
    expect([late.status, late.body.code]).toEqual([409, 'PARTS_ORDER.WRONG_STAGE']);
  });

  it('a parcel that has left stays on record with where it was sent', async () => {
    const { number, orderNumber } = await stack.waiting();
    await stack.shipped(orderNumber, 1);
    const { consignee: first } = await stack.orderOf(orderNumber);
    expect((await stack.tell(clerk, orderNumber, readdress(PLANT))).status).toBe(200);
    await stack.shipped(orderNumber, 1);
    expect((await stack.orderOf(orderNumber)).shipments).toMatchObject([
      { shipment: 1, sentTo: { name: first } },
      { shipment: 2, sentTo: PLANT },
    ]);
    const customer = await linkOf(number);
    const { body } = await customer.get<CustomerCase>('/v1/customer/case');
    expect(body.partsOrders).toMatchObject([
      {
        sentTo: { name: PLANT.name },
        shipments: [{ sentTo: { name: first } }, { sentTo: { name: PLANT.name, address: PLANT.address } }],
      },
    ]);
  });

  it('what depots hold, and whose the order is, follows the case to another outlet', async () => {
    const held = await reserved(SEAL);
    const { number, orderNumber } = await stack.waiting({ oldPartDue: true });
    await stack.shipped(orderNumber);
    await stack.tell(engineer, orderNumber, { type: 'confirmReceipt', data: { shipment: 1 } });
    await eventually(
      () => stack.caseOf(number),
      ({ stage }) => stage === 'classified',
    );
    const again: Given = {
      type: 'dispatch',
      data: {
        engineerId: LI,
        appointment: { from: soon(40), to: soon(40.1) },
        outsideHours: true,
        parts: [{ partNumber: SEAL, quantity: 2 }],
      },
    };
    await done(clerk, number, again);
    expect((await eventuallyHeld(number)).map(({ outletId }) => outletId)).toEqual(['sh-pudong']);
    expect((await stack.orderOf(orderNumber)).outletId).toBe('sh-pudong');

    await done(clerk, number, { type: 'reassign', data: { engineerId: DING, reason: '浦东站人手不足' } });

    const [follows, ...more] = await eventuallyHeld(number);
    expect(more).toEqual([]);
    expect(follows).toMatchObject({ outletId: 'suzhou', parts: [{ partNumber: SEAL, quantity: 2 }] });
    await eventually(
      () => reserved(SEAL),
      (now) => now === held + 2,
    );
    const to = { id: DING, outletId: 'suzhou', regionId: 'east' };
    expect(await eventsOf(number, 'PartsRedirected')).toEqual([
      { purpose: 'visit', engineer: to, parts: [{ partNumber: SEAL, quantity: 2 }] },
    ]);
    expect(await eventsOf(number, 'OrdersRedirected')).toEqual([{ engineer: to, orders: [orderNumber] }]);
    await eventually(
      () => stack.orderOf(orderNumber),
      ({ outletId }) => outletId === 'suzhou',
    );
    expect(await stack.orderOf(orderNumber)).toMatchObject({ stage: 'received', outletId: 'suzhou' });
    expect(await tasksOf(engineer, orderNumber)).toEqual([]);

    await done(await system.as('gu.chengan'), number, { type: 'cancel', data: { reason: '客户换机' } });
    await eventually(
      () => reserved(SEAL),
      (now) => now === held,
    );
    expect(await auditStock(system.database)).toEqual([]);
  });

  async function linkOf(caseNumber: string): Promise<Reader> {
    const links = CustomerLinks.of(system.database, system.config);
    const link = await links?.issue({ caseNumber, customerId: LANTING.id, purpose: 'case' }, new Date());
    return new Reader(system.app, link?.token ?? '');
  }
  /** Tasks of an order for one person. */
  const tasksOf = async (by: Reader, orderNumber: string) =>
    (await by.get<Page<TaskView>>('/v1/tasks?of=partsOrder&limit=100')).body.items
      .filter(({ partsOrder }) => partsOrder?.number === orderNumber)
      .map(({ kind }) => kind);
  /** Reservations of the case, once the parts system has answered. */
  const eventuallyHeld = async (number: string) =>
    (
      await eventually(
        () => stack.caseOf(number),
        ({ reservations }) => reservations.every(({ depotIds }) => depotIds !== null),
      )
    ).reservations;
});
