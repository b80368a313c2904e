import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM, type Actor } from '../../domain/identity/actor';
import type { OrderCommand } from '../../domain/parts-order/commands';
import type { OrderState } from '../../domain/parts-order/state';
import type { Inspection } from '../../domain/process/protocol';
import { auditLedger } from '../support/audit-ledger';
import { auditStock } from '../support/audit-stock';
import { DAY_S } from '../support/policies';
import type { SkippingGround } from '../support/temporal';
import { freshId, skippingHarness, type Harness } from '../support/workflow';
import { expectAgreement } from './errands';

const DAY_MS = DAY_S * 1000;
const COST = 12_800;
const SOMEBODY: Actor = {
  kind: 'staff',
  id: 'stf-1',
  name: 'Keeper',
  roles: ['warehouse-keeper', 'enquiry-clerk'],
  organisationId: 'east',
};

/** Due back 15 days after the new parts came, warned at half of it, escalated a day and a week later, charged after 30. */
describe('R20: old parts that are due back', () => {
  let harness: Harness<SkippingGround>;
  let commands = 0;
  beforeAll(async () => {
    harness = await skippingHarness();
    await harness.startWorker({ maxCachedWorkflows: 0 });
  });
  afterAll(() => harness.close());

  const give = async (id: string, command: OrderCommand, actor: Actor = SOMEBODY): Promise<void> => {
    const batch = [{ ...command, id: `${id}-${(commands += 1)}`, actor }];
    const answer = await harness.processes.execute<OrderCommand>(id, { commands: batch });
    if (answer.kind !== 'done') throw new Error(`${command.type} was answered ${JSON.stringify(answer)}`);
  };
  const until = async (id: string, wish: (seen: OrderState) => boolean): Promise<void> => {
    const handle = harness.ground.client.workflow.getHandle(id);
    while (!wish((await handle.query<Inspection<OrderState>>('inspect')).state)) await sleep(50);
  };
  const days = (count: number) => harness.ground.skip(count * DAY_MS);
  const back = (quantity: number): OrderCommand => ({
    type: 'receiveOldParts',
    data: { depot: 'hq', items: [{ line: 1, quantity }] },
  });
  const eventsOf = async (id: string, ...types: string[]) =>
    harness.database.processEvent.findMany({
      where: { processId: id, type: { in: types } },
      orderBy: { seq: 'asc' },
    });
  const chargedTo = async (id: string) =>
    harness.database.ledgerEntry.findMany({
      where: { reference: id },
      select: { kind: true, lines: { select: { account: true, side: true, amountCents: true } } },
    });

  /** Two filters ordered, sent and received; the two that they replace are due. */
  async function owing(): Promise<string> {
    const number = freshId('PO');
    await harness.start('partsOrder', { processId: number });
    await give(
      number,
      {
        type: 'request',
        data: {
          number,
          caseNumber: freshId('AS'),
          regionId: 'east',
          outletId: 'suzhou',
          engineerId: 'engineer',
          preferredDepots: ['suzhou', 'east', 'hq'],
          neededBy: new Date((await harness.ground.now()) + DAY_MS).toISOString(),
          consignee: { name: '澜汀', address: '上海市', contact: '邵文娟', phone: '+8615124474580' },
          lines: [
            {
              line: 1,
              partNumber: 'FILTER-1',
              nameEn: 'Oil filter',
              nameZh: '油过滤器',
              model: 'OF-22',
              material: 'steel',
              quantity: 2,
              unitCostCents: COST,
              currency: 'CNY',
              oldPartDue: true,
            },
          ],
        },
      },
      SYSTEM,
    );
    await until(number, ({ stage }) => stage === 'reserved');
    const items = [{ line: 1, quantity: 2 }];
    await give(number, { type: 'ship', data: { depot: 'hq', carrier: 'SF', items } });
    await give(number, { type: 'confirmReceipt', data: { shipment: 1 } });
    await until(number, ({ stage }) => stage === 'received');
    return number;
  }

  const inOrder = async (id: string): Promise<void> => {
    expect(await auditStock(harness.database)).toEqual([]);
    expect(await auditLedger(harness.database)).toEqual([]);
    await expectAgreement(harness, id);
  };

  it('are chased up the ladder and charged to the outlet, once, when they never come', async () => {
    const id = await owing();
    await days(60);
    await until(id, ({ stage }) => stage === 'closed');
    const clock = await eventsOf(
      id,
      'OldPartsDue',
      'ClockWarned',
      'ClockBreached',
      'ClockEscalated',
      'ClockExpired',
    );
    const chasing = clock.filter(({ data }) => !JSON.stringify(data).includes('parts-delivery'));
    const dueMs = chasing[0]?.at.getTime() ?? NaN;
    expect(
      chasing.map(({ type, at }) => [type, Math.floor(((at.getTime() - dueMs) / DAY_MS) * 2) / 2]),
    ).toEqual([
      ['OldPartsDue', 0],
      ['ClockWarned', 7.5],
      ['ClockBreached', 15],
      ['ClockEscalated', 16],
      ['ClockEscalated', 22],
      ['ClockExpired', 30],
    ]);
    expect(await chargedTo(id)).toEqual([
      {
        kind: 'outlet-charge',
        lines: expect.arrayContaining([
          { account: 'receivable', side: 'debit', amountCents: BigInt(2 * COST) },
          { account: 'parts-cost', side: 'credit', amountCents: BigInt(2 * COST) },
        ]),
      },
    ]);
    expect((await eventsOf(id, 'OldPartsCharged')).map(({ data }) => data)).toEqual([
      expect.objectContaining({ outletId: 'suzhou', amountCents: 2 * COST }),
    ]);
    await inOrder(id);
  });

  it('that come late, and before the end of the ladder, are not charged', async () => {
    const id = await owing();
    await days(25);
    await give(id, back(2));
    await give(id, { type: 'forwardOldParts', data: {} });
    await days(30);
    await until(id, ({ stage }) => stage === 'closed');
    expect(await eventsOf(id, 'ClockExpired', 'OldPartsCharged')).toEqual([]);
    expect(await eventsOf(id, 'ClockBreached')).toHaveLength(1);
    expect(await chargedTo(id)).toEqual([]);
    await inOrder(id);
  });

  it('of which some come are charged for the rest, and what came goes to the factory', async () => {
    const id = await owing();
    await days(20);
    await give(id, back(1));
    await days(15);
    await until(id, ({ oldParts }) => oldParts?.items[0]?.charged === 1);
    await give(id, { type: 'forwardOldParts', data: {} });
    await until(id, ({ stage }) => stage === 'closed');
    const [charge, ...more] = await chargedTo(id);
    expect(more).toEqual([]);
    expect(charge?.lines.map(({ amountCents }) => Number(amountCents))).toEqual([COST, COST]);
    await inOrder(id);
  });
});
