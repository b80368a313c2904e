import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditStock } from '../../support/audit-stock';
import { PART, PartsStack, soon } from '../../support/parts-stack';
import type { Problem } from '../../support/reading';
import { command, done, give, registered } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

describe('R19: a case waits for its parts, and goes on by itself', () => {
  let system: TestSystem;
  let stack: PartsStack;
  beforeAll(async () => {
    system = await startSystem();
    stack = await PartsStack.of(system);
  });
  afterAll(() => system.close());

  it('from the order to the receipt, and the case is ready to be dispatched again', async () => {
    const { engineer, keeper } = stack;
    const { number, orderNumber } = await stack.waiting();
    expect((await stack.caseOf(number)).stage).toBe('awaiting-parts');
    expect(orderNumber).toMatch(/^PO-\d{4}-\d{6}$/);
    const reserved = await eventually(
      () => stack.orderOf(orderNumber),
      (seen) => seen.stage === 'reserved',
    );
    expect(reserved).toMatchObject({ caseNumber: number, lines: [{ partNumber: PART, reserved: 2 }] });
    const depot = reserved.depotIds[0] ?? '';
    const ship = {
      type: 'ship',
      data: { depot, carrier: '顺丰', tracking: 'SF100', items: [{ line: 1, quantity: 2 }] },
    };
    expect((await stack.tell(keeper, orderNumber, ship)).status).toBe(200);
    await eventually(
      () => stack.caseOf(number),
      ({ partsOrders }) => partsOrders[0]?.stage === 'shipped',
    );
    const confirm = { type: 'confirmReceipt', data: { shipment: 1 } };
    expect((await stack.tell(engineer, orderNumber, confirm)).status).toBe(200);
    const after = await eventually(
      () => stack.caseOf(number),
      ({ stage }) => stage === 'classified',
    );
    expect(after.tasks).toMatchObject([{ kind: 'dispatch' }]);
    expect((await stack.tell(keeper, orderNumber, ship)).body.code).toBe('PARTS_ORDER.WRONG_STAGE');
    const listed = await keeper.get<{ items: { number: string }[] }>(`/v1/parts-orders?caseNumber=${number}`);
    expect(listed.body.items).toMatchObject([{ number: orderNumber, stage: 'received' }]);
    const elsewhere = await system.as('luo.weiye');
    expect((await elsewhere.get(`/v1/parts-orders/${orderNumber}`)).status).toBe(404);
  });

  it('cancelled with its case, nothing stays reserved', async () => {
    const { number, orderNumber } = await stack.waiting();
    await eventually(
      () => stack.orderOf(orderNumber),
      (seen) => seen.stage === 'reserved',
    );
    const director = await system.as('gu.chengan');
    await done(director, number, { type: 'cancel', data: { reason: '客户换机' } });
    await eventually(
      () => stack.orderOf(orderNumber),
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
    const { caseNumber: number } = await registered(stack.clerk);
    const { status, body } = await give<Problem>(stack.clerk, number, [
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
