import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseDetail } from '../../schemas/case-detail';
import type { OrderDetail } from '../../schemas/parts-order';
import { auditStock } from '../../systems/parts/audit';
import type { Problem, Reader } from '../support/reading';
import { type Given, ANSWER, CLASSIFY, done, give, command, registered } from '../support/requests';
import { eventually, startSystem, type TestSystem } from '../support/system';

const PART = 'SP-11022';
const DAY_MS = 86_400_000;
const soon = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const DIAGNOSE = {
  type: 'diagnose',
  data: {
    faultCode: 'high-temperature',
    causeCode: 'wear-out',
    finding: '油过滤器堵塞',
    plan: '更换滤芯',
  },
} as const;
const LEAVE = {
  type: 'leaveUnfinished',
  data: {
    reason: 'parts-needed',
    note: '缺少滤芯',
    labourMinutes: 30,
    travelMinutes: 30,
    labourCostCents: 5_000,
    travelCostCents: 5_000,
    currency: 'CNY',
  },
} as const;
const order = (oldPartDue = false): Given => ({
  type: 'orderParts',
  data: {
    neededBy: soon(5),
    lines: [{ partNumber: PART, quantity: 2, oldPartDue }],
    consignee: { name: '澜汀', address: '上海市浦东新区', contact: '邵文娟', phone: '+8615124474580' },
  },
});

describe('R19: a case waits for its parts, and goes on by itself', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let keeper: Reader;
  let day = 0;
  beforeAll(async () => {
    system = await startSystem();
    [clerk, engineer, keeper] = [
      await system.as('lu.xinran'),
      await system.as('li.wei'),
      await system.as('lu.licheng'),
    ];
  });
  afterAll(() => system.close());

  const caseOf = async (number: string) => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const orderOf = async (number: string) =>
    (await keeper.get<OrderDetail>(`/v1/parts-orders/${number}`)).body;
  const tell = (who: Reader, number: string, one: { type: string; data: object }) =>
    who.send<OrderDetail & Problem>(
      'POST',
      `/v1/parts-orders/${number}/commands`,
      {},
      {
        commands: [{ id: randomUUID(), ...one }],
      },
    );

  async function waiting(): Promise<{ number: string; orderNumber: string }> {
    const { caseNumber: number } = await registered(clerk);
    const appointment = { from: soon((day += 2)), to: soon(day + 0.1) };
    await done(clerk, number, ANSWER, CLASSIFY);
    await done(clerk, number, { type: 'dispatch', data: { engineerId: 'stf-027', appointment } });
    await done(engineer, number, { type: 'arrive', data: {} }, DIAGNOSE);
    await done(engineer, number, order(), LEAVE);
    const { stage, partsOrders } = await caseOf(number);
    expect(stage).toBe('awaiting-parts');
    return { number, orderNumber: partsOrders[0]?.number ?? '' };
  }

  it('from the order to the receipt, and the case is ready to be dispatched again', async () => {
    const { number, orderNumber } = await waiting();
    expect(orderNumber).toMatch(/^PO-\d{4}-\d{6}$/);
    const reserved = await eventually(
      () => orderOf(orderNumber),
      (seen) => seen.stage === 'reserved',
    );
    expect(reserved).toMatchObject({ caseNumber: number, lines: [{ partNumber: PART, reserved: 2 }] });
    const depot = reserved.depotIds[0] ?? '';
    const ship = {
      type: 'ship',
      data: { depot, carrier: '顺丰', tracking: 'SF100', items: [{ line: 1, quantity: 2 }] },
    };
    expect((await tell(keeper, orderNumber, ship)).status).toBe(200);
    await eventually(
      () => caseOf(number),
      ({ partsOrders }) => partsOrders[0]?.stage === 'shipped',
    );
    const confirm = { type: 'confirmReceipt', data: { shipment: 1 } };
    expect((await tell(engineer, orderNumber, confirm)).status).toBe(200);
    const after = await eventually(
      () => caseOf(number),
      ({ stage }) => stage === 'classified',
    );
    expect(after.tasks).toMatchObject([{ kind: 'dispatch' }]);
    expect((await tell(keeper, orderNumber, ship)).body.code).toBe('PARTS_ORDER.ENDED');
    const listed = await keeper.get<{ items: { number: string }[] }>(`/v1/parts-orders?caseNumber=${number}`);
    expect(listed.body.items).toMatchObject([{ number: orderNumber, stage: 'closed' }]);
    const elsewhere = await system.as('luo.weiye');
    expect((await elsewhere.get(`/v1/parts-orders/${orderNumber}`)).status).toBe(404);
  });

  it('cancelled with its case, nothing stays reserved', async () => {
    const { number, orderNumber } = await waiting();
    await eventually(
      () => orderOf(orderNumber),
      (seen) => seen.stage === 'reserved',
    );
    const director = await system.as('gu.chengan');
    await done(director, number, { type: 'cancel', data: { reason: '客户换机' } });
    await eventually(
      () => orderOf(orderNumber),
      (seen) => seen.stage === 'cancelled',
    );
    const held = await eventually(
      async () => (await system.parts.stockOf(PART)).depots.reduce((sum, { reserved }) => sum + reserved, 0),
      (reserved) => reserved === 0,
    );
    expect(held).toBe(0);
    expect(await auditStock(system.database)).toEqual([]);
  });

  it('a part that is not in the catalogue is refused by its field', async () => {
    const { caseNumber: number } = await registered(clerk);
    const { status, body } = await give<Problem>(clerk, number, [
      command({
        type: 'orderParts',
        data: { neededBy: soon(3), lines: [{ partNumber: 'NO-SUCH', quantity: 1 }] },
      }),
    ]);
    expect([status, body.code, body.errors[0]?.field]).toEqual([
      422,
      'REQUEST.REFERENCE_UNKNOWN',
      'commands.0.data.lines.0.partNumber',
    ]);
  });
});
