import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROCESS_KINDS } from '../../../activities/processes';
import { auditStock } from '../../support/audit-stock';
import { order, PART, PartsStack, soon } from '../../support/parts-stack';
import type { NotificationView } from '../../../api/notifications/schema';
import type { Problem, Reader } from '../../support/reading';
import { compareMoney } from '../../../verify/money';
import {
  ANSWER,
  CLASSIFY,
  command,
  done,
  type Given,
  give,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const SEAL = 'SP-11075';
const ENGINEER = 'stf-027';
const ARRIVE: Given = { type: 'arrive', data: {} };
const CLOSE: Given = { type: 'close', data: {} };
const COSTS = {
  labourMinutes: 30,
  travelMinutes: 30,
  labourCostCents: 5_000,
  travelCostCents: 5_000,
  currency: 'CNY',
};
const diagnose = (parts: { partNumber: string; quantity: number }[] = []): Given => ({
  type: 'diagnose',
  data: { faultCode: 'oil-leak', causeCode: 'wear-out', finding: '油封渗油', plan: '更换油封', parts },
});
const LEAVE: Given = {
  type: 'leaveUnfinished',
  data: { reason: 'site-not-ready', note: '产线不能停', ...COSTS },
};
const SERVED: readonly Given[] = [
  { type: 'recordSurvey', data: { productScore: 5, serviceScore: 5 } },
  { type: 'recordRevisit', data: { outcome: 'satisfied', note: '运行正常' } },
];

describe('R19, R20: what becomes of parts when their case ends', () => {
  let system: TestSystem;
  let stack: PartsStack;
  let clerk: Reader;
  let engineer: Reader;
  let days = 0;
  beforeAll(async () => {
    system = await startSystem();
    stack = await PartsStack.of(system);
    ({ clerk, engineer } = stack);
  });
  afterAll(() => system.close());

  const stock = async (partNumber: string) => {
    const { depots } = await system.parts.stockOf(partNumber);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    return {
      available: sum(depots.map(({ available }) => available)),
      reserved: sum(depots.map((depot) => depot.reserved)),
    };
  };
  const dispatch = (parts: { partNumber: string; quantity: number }[] = [], engineerId = ENGINEER): Given => {
    days += 1;
    return {
      type: 'dispatch',
      data: {
        engineerId,
        appointment: { from: soon(days), to: soon(days + 0.1) },
        outsideHours: true,
        parts,
      },
    };
  };
  async function onSite(parts: { partNumber: string; quantity: number }[] = []): Promise<string> {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatch(parts));
    await done(engineer, caseNumber, ARRIVE);
    return caseNumber;
  }
  const tasksOf = async (number: string) => (await stack.caseOf(number)).tasks;
  const refusedToClose = async (number: string) =>
    (await give<Problem>(clerk, number, [command(CLOSE)])).body;

  /** Repaired with what the engineer had, and revisited: only the parts order is left. */
  async function repairedWithout(wanted: Parameters<typeof order>[0] = {}) {
    const number = await onSite();
    await done(engineer, number, diagnose(), order(wanted), REPAIR, REPORT);
    await done(clerk, number, ...SERVED);
    const orderNumber = (await stack.caseOf(number)).partsOrders[0]?.number ?? '';
    await stack.until(orderNumber, 'reserved');
    return { number, orderNumber };
  }

  it('a case is not closed while its parts order is undelivered: the desk cancels it, and the stock is free', async () => {
    const before = await stock(PART);
    const { number, orderNumber } = await repairedWithout();
    expect(await tasksOf(number)).toMatchObject([
      { kind: 'settle-parts-orders', role: 'enquiry-clerk', params: { orders: [orderNumber] } },
    ]);
    expect((await stack.caseOf(number)).allowedCommands).not.toContain('close');
    expect(await refusedToClose(number)).toMatchObject({
      code: 'CASE.PARTS_UNSETTLED',
      status: 409,
      detail: expect.stringContaining(orderNumber),
    });

    await stack.tell(clerk, orderNumber, { type: 'cancel', data: { reason: '现场已修好' } });

    await eventually(
      () => tasksOf(number),
      ([task]) => task?.kind === 'close',
    );
    await done(clerk, number, CLOSE);
    await eventually(
      () => stock(PART),
      (now) => now.reserved === before.reserved && now.available === before.available,
    );
  });

  /** The pieces that came late were fitted, and the report says so now: only then are old ones owed. */
  async function fittedAfterAll(number: string, orderNumber: string): Promise<void> {
    expect((await stack.orderOf(orderNumber)).oldParts).toBeNull();
    await done(await system.as('gu.chengan'), number, {
      type: 'amendReport',
      data: { changes: { partsUsed: [{ partNumber: PART, quantity: 2 }] }, reason: '到货后已换上' },
    });
    await eventually(
      () => stack.orderOf(orderNumber),
      ({ oldParts }) => oldParts !== null,
    );
  }

  it('it is closed though old parts of the order are still due back; they are chased without it', async () => {
    const { number, orderNumber } = await repairedWithout({ oldPartDue: true });
    await stack.shipped(orderNumber);
    expect(await refusedToClose(number)).toMatchObject({ code: 'CASE.PARTS_UNSETTLED' });
    await stack.tell(engineer, orderNumber, { type: 'confirmReceipt', data: { shipment: 1 } });
    await eventually(
      () => tasksOf(number),
      ([task]) => task?.kind === 'close',
    );
    await fittedAfterAll(number, orderNumber);
    await done(clerk, number, CLOSE);

    const { depotIds } = await stack.orderOf(orderNumber);
    const back = { depot: depotIds.at(-1) ?? 'hq', items: [{ line: 1, quantity: 2 }] };
    expect(
      (await stack.tell(stack.keeper, orderNumber, { type: 'receiveOldParts', data: back })).status,
    ).toBe(200);
    expect((await stack.tell(stack.keeper, orderNumber, { type: 'forwardOldParts', data: {} })).status).toBe(
      200,
    );
    const closed = await stack.until(orderNumber, 'closed');
    expect(closed.followUps).toEqual([]);
    expect(await stack.caseOf(number)).toMatchObject({ stage: 'closed', followUps: [] });
  });

  it('old parts that the outlet says will never come are charged to it at once, by those who may', async () => {
    const { number, orderNumber } = await repairedWithout({ oldPartDue: true });
    await stack.shipped(orderNumber);
    await stack.tell(engineer, orderNumber, { type: 'confirmReceipt', data: { shipment: 1 } });
    await stack.until(orderNumber, 'received');
    await fittedAfterAll(number, orderNumber);
    const charged = { type: 'chargeOldParts', data: { reason: '旧滤芯已按危废处理' } };
    expect((await stack.tell(engineer, orderNumber, charged)).body.code).toBe('PARTS_ORDER.NOT_PERMITTED');
    const accountant = await system.as('zhang.jingzhi');
    const unexplained = await stack.tell(accountant, orderNumber, { ...charged, data: { reason: '' } });
    expect(unexplained.body.errors).toMatchObject([{ field: 'commands.0.data.reason' }]);
    expect((await stack.tell(accountant, orderNumber, charged)).status).toBe(200);
    await done(clerk, number, CLOSE);

    const closed = await stack.until(orderNumber, 'closed');
    expect(closed.oldParts?.items).toMatchObject([{ quantity: 2, received: 0, charged: 2 }]);
    expect(closed.oldParts?.charge).toMatchObject({
      early: true,
      reason: charged.data.reason,
      amountCents: 25_600,
    });
    const entries = await eventually(
      () =>
        system.database.ledgerEntry.findMany({ where: { reference: orderNumber }, include: { lines: true } }),
      ({ length }) => length > 0,
    );
    expect(entries).toMatchObject([{ kind: 'outlet-charge' }]);
    expect(entries[0]?.lines.map(({ amountCents }) => Number(amountCents))).toEqual([25_600, 25_600]);
    // By its own account the ledger is right (R10).
    const { database, finance } = system;
    const checked = { database, kinds: PROCESS_KINDS, waitsMs: [200, 500, 1_000] };
    expect(await compareMoney(checked, finance, orderNumber)).toEqual({ kind: 'compared', differences: [] });
    const notifications = await engineer.get<{ items: NotificationView[] }>('/v1/notifications?limit=100');
    const charge = notifications.body.items.find(({ template }) => template === 'old-parts-charged-early');
    expect(charge?.text).toMatch(/未到返还期限，已提前向上海浦东授权服务站扣款。原因：旧滤芯已按危废处理$/);
    expect(await auditStock(system.database)).toEqual([]);
  });

  describe('a second visit reserves beside what the first still holds', () => {
    const SEALS = [{ partNumber: SEAL, quantity: 1 }];
    const FILTERS = [{ partNumber: PART, quantity: 1 }];
    const both = async () => ({ seals: await stock(SEAL), filters: await stock(PART) });

    /** A seal for the first visit, a filter for the plan, another seal for the second visit. */
    async function twice(engineerId = ENGINEER) {
      const before = await both();
      const number = await onSite(SEALS);
      await done(engineer, number, diagnose(FILTERS), LEAVE);
      await done(clerk, number, dispatch(SEALS, engineerId));
      const { reservations } = await eventually(
        () => stack.caseOf(number),
        (seen) =>
          seen.reservations.length === 3 && seen.reservations.every(({ depotIds }) => depotIds !== null),
      );
      await eventually(
        both,
        ({ seals, filters }) =>
          seals.reserved === before.seals.reserved + 2 && filters.reserved === before.filters.reserved + 1,
      );
      return { number, before, reservations };
    }

    it('all of it is issued with the repair, and nothing stays reserved', async () => {
      const { number, before } = await twice();
      await done(engineer, number, ARRIVE, REPAIR, REPORT);
      await done(clerk, number, ...SERVED, CLOSE);
      const after = await eventually(
        both,
        ({ seals, filters }) =>
          seals.reserved === before.seals.reserved && filters.reserved === before.filters.reserved,
      );
      expect(after.seals.available).toBe(before.seals.available - 2);
      expect(after.filters.available).toBe(before.filters.available - 1);
      expect((await stack.caseOf(number)).reservations).toEqual([]);
      expect(await auditStock(system.database)).toEqual([]);
    });

    it.each([
      ['by the same outlet', ENGINEER, 'sh-pudong'],
      ['by another, which takes over what the first held', 'stf-030', 'suzhou'],
    ])('cancelled, all of it is back: %s', async (_name, engineerId, outletId) => {
      const { number, before, reservations } = await twice(engineerId);
      expect(reservations.map((one) => one.outletId)).toEqual([outletId, outletId, outletId]);
      await done(await system.as('gu.chengan'), number, { type: 'cancel', data: { reason: '客户换机' } });
      const after = await eventually(
        both,
        ({ seals, filters }) =>
          seals.reserved === before.seals.reserved && filters.reserved === before.filters.reserved,
      );
      expect(after).toEqual(before);
      expect(await auditStock(system.database)).toEqual([]);
    });
  });
});
