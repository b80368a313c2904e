import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callKey } from '../../../domain/parts-order/state';
import { auditStock } from '../../support/audit-stock';
import { PartsStack } from '../../support/parts-stack';
import { eventually, startSystem, type TestSystem } from '../../support/system';

describe('R19, R20: a parts system that does not answer for a while', () => {
  let system: TestSystem;
  let stack: PartsStack;
  beforeAll(async () => {
    system = await startSystem();
    stack = await PartsStack.of(system);
  });
  afterAll(() => system.close());

  /** Under this the next event's first call goes to the parts system, once the order has heard of all its calls so far. */
  async function keyOfNextCall(orderNumber: string): Promise<string> {
    const answer = await eventually(
      () => system.processes.inspect(orderNumber),
      (seen) => seen.kind === 'done' && seen.result.pendingCalls.length === 0,
    );
    return callKey(orderNumber, answer.kind === 'done' ? answer.result.seq + 1 : 0);
  }
  const parcelInTheBooks = (id: string) => system.database.stockDocument.findUnique({ where: { id } });

  it('is told of parcel, receipt, correction and return in turn when it is back, and nobody has a task of it', async () => {
    const { faults } = system.systems;
    const { clerk, keeper } = stack;
    const { orderNumber } = await stack.waiting();
    await stack.until(orderNumber, 'reserved');
    const shipping = await keyOfNextCall(orderNumber);
    faults.set(shipping, 'is away');
    const depot = await stack.shipped(orderNumber);
    await eventually(
      () => Promise.resolve(faults.attemptsOf(shipping)),
      (attempts) => attempts > 0,
    );

    const items = [{ line: 1, received: 1, wrong: 1, missing: 0 }];
    for (const [who, type, data] of [
      [clerk, 'confirmReceipt', { shipment: 1 }],
      [clerk, 'correctReceipt', { shipment: 1, items, reason: '一件型号不符' }],
      [keeper, 'takeBack', { shipment: 1, depot, items: [{ line: 1, quantity: 1 }] }],
    ] as const)
      expect((await stack.tell(who, orderNumber, { type, data })).status).toBe(200);
    expect(await parcelInTheBooks(shipping)).toBeNull();
    expect((await stack.orderOf(orderNumber)).followUps).toEqual([]);

    faults.clear();
    await eventually(
      () => parcelInTheBooks(shipping),
      (parcel) => parcel?.state === 'closed',
    );
    // One piece came back, and another is sent in its place.
    const { followUps, shipments, lines } = await stack.until(orderNumber, 'reserved');
    expect(followUps).toEqual([]);
    expect(shipments).toMatchObject([
      { corrections: [{ reason: '一件型号不符' }], items: [{ received: 1, wrong: 1, back: 1 }] },
    ]);
    expect(lines).toMatchObject([{ received: 1 }]);
    expect(await auditStock(system.database)).toEqual([]);
  });
});
