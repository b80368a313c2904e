import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { Client } from '@temporalio/client';
import { stagesOf } from '../../../domain/case/rule';
import { RULES } from '../../../domain/case/rules';
import { STAGES, type Stage } from '../../../domain/case/terms';
import { connectTemporal, dataConverter } from '../../../platform/temporal';
import { auditLedger } from '../../support/audit-ledger';
import { auditStock } from '../../support/audit-stock';
import { TemporalWorkflows } from '../../../verify/workflows';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { CaseMoney } from '../../../api/cases/money-schema';
import type { TripPage } from '../../../api/dispatch/trip-schema';
import type { Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  dispatchTo,
  done,
  type Given,
  LANTING,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';
import { verifying } from '../verify/verifying';

const PART = 'SP-11075';
const ENGINEER = 'stf-027';
type Who = 'clerk' | 'director' | 'engineer';
/** A command with its author; built for each case, since an engineer cannot be in two places at once. */
type Step = readonly [Who, () => Given];

const parts = [{ partNumber: PART, quantity: 1 }];
const soon = () => new Date(Date.now() + 3 * 86_400_000).toISOString();
const as =
  (who: Who) =>
  (given: Given): Step => [who, () => given];
const [clerk, engineer] = [as('clerk'), as('engineer')];

const answered = [clerk(ANSWER)];
const classified = [...answered, clerk(CLASSIFY)];
const dispatched: readonly Step[] = [...classified, ['clerk', () => dispatchTo(ENGINEER, parts)]];
const diagnosed = [
  ...dispatched,
  engineer({ type: 'arrive', data: {} }),
  engineer({
    type: 'diagnose',
    data: {
      faultCode: 'high-temperature',
      causeCode: 'wear-out',
      finding: '滤芯堵塞',
      plan: '更换滤芯',
      parts,
    },
  }),
];
const left = [
  ...diagnosed,
  engineer({
    type: 'leaveUnfinished',
    data: {
      reason: 'parts-needed',
      note: '现场无同型号备件',
      labourMinutes: 50,
      travelMinutes: 40,
      labourCostCents: 10_000,
      travelCostCents: 6_000,
      currency: 'CNY',
    },
  }),
];
const order: Step = ['clerk', () => ({ type: 'orderParts', data: { neededBy: soon(), lines: parts } })];
/** Cost of the trip that the cancellation broke off. */
const COST_OF_TRIP = {
  type: 'recordTripCost',
  data: {
    trip: 1,
    labourMinutes: 0,
    travelMinutes: 40,
    labourCostCents: 0,
    travelCostCents: 6_000,
    currency: 'CNY',
  },
} as const;
const ATTRIBUTION = {
  type: 'attributeRepeat',
  data: { attribution: 'misdiagnosis', note: '首次未清洗冷却器' },
} as const;
/** Its warranty is over. */
const atTheirCost: readonly Step[] = [
  ...classified,
  ...diagnosed.slice(classified.length),
  clerk({ type: 'prepareQuote', data: { lines: [{ item: 'labour', minutes: 90 }] } }),
  [
    'clerk',
    () => ({
      type: 'decideQuote',
      data: {
        version: 1,
        decision: 'accept',
        consent: { by: 'customer', how: 'phone', at: new Date().toISOString() },
      },
    }),
  ],
];
const repaired = [...atTheirCost, engineer(REPAIR)];
const reported = [...repaired, engineer(REPORT)];
const surveyed = [...reported, clerk({ type: 'recordSurvey', data: { productScore: 5, serviceScore: 4 } })];

/**
 * Steps to each stage, with as many calls and orders as possible on the way. The compiler asks for each new
 * stage.
 */
const WAYS: Readonly<Record<Stage, readonly Step[] | undefined>> = {
  unregistered: undefined,
  registered: [],
  answered,
  classified: left,
  dispatched,
  'on-site': atTheirCost,
  'awaiting-parts': [...left, order],
  repaired,
  reported,
  surveyed,
  revisited: [
    ...surveyed,
    clerk({ type: 'recordRevisit', data: { outcome: 'satisfied', note: '运行正常' } }),
  ],
  closed: undefined,
  cancelled: undefined,
  joined: undefined,
};
const REACHED = STAGES.filter((stage) => WAYS[stage] !== undefined);

describe('a case that is cancelled, at each stage', () => {
  let system: TestSystem;
  let staff: Readonly<Record<Who, Reader>>;
  let before: Awaited<ReturnType<typeof stock>>;
  const numbers = new Map<Stage, string>();
  const numberAt = (stage: Stage): string => numbers.get(stage) ?? '';

  /** Locations of pieces that were not issued. */
  const stock = () =>
    system.database.stockBalance.findMany({
      where: { partNumber: PART, quantity: { gt: 0 }, locationId: { not: 'issued' } },
      include: { location: true },
    });

  beforeAll(async () => {
    system = await startSystem();
    staff = {
      clerk: await system.as('lu.xinran'),
      director: await system.as('gu.chengan'),
      engineer: await system.as('li.wei'),
    };
    before = await stock();
    for (const stage of REACHED) {
      const { caseNumber } = await registered(staff.clerk, { unitSerial: LANTING.unitSerial });
      numbers.set(stage, caseNumber);
      for (const [who, given] of WAYS[stage] ?? []) await done(staff[who], caseNumber, given());
    }
    const { body } = await staff.clerk.get<CaseDetail>(`/v1/cases/${numberAt('awaiting-parts')}`);
    expect(body.stage).toBe('awaiting-parts');
  }, 300_000);
  afterAll(() => system.close());

  it('every stage at which it can be cancelled is tried', () => {
    expect(REACHED).toEqual(stagesOf(RULES.cancel));
  });

  it.each(REACHED)('%s: has its calls taken back, and ends', async (stage) => {
    const number = numberAt(stage);
    const { body } = await staff.clerk.get<CaseDetail>(`/v1/cases/${number}`);
    expect(body.stage).toBe(stage);
    await done(staff.director, number, { type: 'cancel', data: { reason: '客户自行处理' } });
    // All are of one unit: a repair that was done is held against the one before, whatever becomes of its case (R14).
    for (const { kind } of await system.database.task.findMany({ where: { processId: number } })) {
      expect(['repeat-repair', 'record-trip-cost']).toContain(kind);
      await done(staff.director, number, kind === 'repeat-repair' ? ATTRIBUTION : COST_OF_TRIP);
    }
    const row = await eventually(
      () => system.database.process.findUniqueOrThrow({ where: { id: number } }),
      ({ ended }) => ended,
    );
    expect(row.ended).toBe(true);
  });

  it.each(REACHED)(
    '%s: leaves no slot, no reservation, no order, no task; money, trips and ledger agree',
    async (stage) => {
      const number = numberAt(stage);
      const { database } = system;
      // The last of its calls may still be under way where the case has nothing else to do.
      await eventually(
        () => database.stockReservation.count({ where: { reference: number, state: 'reserved' } }),
        (held) => held === 0,
      );
      const open = { processId: number };
      expect(await database.engineerSlot.count({ where: open })).toBe(0);
      expect(await database.task.findMany({ where: open })).toEqual([]);
      const { body: money } = await eventually(
        () => staff.director.get<CaseMoney>(`/v1/cases/${number}/money`),
        ({ body }) => body.finance.state === 'agrees',
      );
      expect(money.postings.every(({ state }) => state === 'posted')).toBe(true);
      const { items } = (await staff.director.get<Static<typeof TripPage>>(`/v1/trips?caseNumber=${number}`))
        .body;
      const trips = items.map(({ cost }) => (cost?.labourCostCents ?? NaN) + (cost?.travelCostCents ?? NaN));
      const isReported = ['reported', 'surveyed', 'revisited'].includes(stage);
      const cost = trips.reduce((sum, one) => sum + one, isReported ? REPORT.data.partsCostCents : 0);
      // A trip costs something, whatever became of the case (R13).
      expect(items.length > 0).toBe(!['registered', 'answered', 'dispatched'].includes(stage));
      for (const totals of [money.totals, money.finance.totals]) {
        expect(totals.reduce((sum, { costCents }) => sum + costCents, 0)).toBe(cost);
        expect(totals.some(({ revenueCents }) => revenueCents > 0)).toBe(isReported);
      }
    },
  );

  it('leaves the stock as it was but for what was issued, and its orders cancelled', async () => {
    const orders = await eventually(
      () => system.database.process.findMany({ where: { type: 'partsOrder' } }),
      (rows) => rows.every(({ ended }) => ended),
    );
    expect(orders).toHaveLength(1);
    const issued = await system.database.stockMovement.findMany({ where: { toLocationId: 'issued' } });
    const pieces = (rows: Awaited<ReturnType<typeof stock>>) =>
      rows.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(pieces(await stock())).toBe(
      pieces(before) - issued.reduce((sum, { quantity }) => sum + quantity, 0),
    );
    expect((await stock()).every(({ location }) => location.kind === 'depot')).toBe(true);
    expect(await auditStock(system.database)).toEqual([]);
    expect(await auditLedger(system.database)).toEqual([]);
  });

  it('leaves verify without a difference', async () => {
    const { config, database } = system;
    const connection = connectTemporal(config);
    const client = new Client({
      connection,
      namespace: config.TEMPORAL_NAMESPACE,
      dataConverter: dataConverter(config),
    });
    const { found, unverified, counts } = await verifying(
      database,
      {},
      new TemporalWorkflows(client, 20_000),
    );
    await connection.close();
    expect({ found, unverified }).toEqual({ found: [], unverified: [] });
    expect(counts.processes).toBe(REACHED.length + 1);
  });
});
