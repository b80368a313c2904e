import type { QuoteInput } from '../../../domain/case/quote/terms';
import { ROLES } from '../../../domain/identity/roles';
import type { Database } from '../../../platform/database';
import { aCase, CLERK, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { anOrder } from '../parts-orders/order-row';
import { ORDER } from './permission-resources';
import { aStaffRow } from '../support/rows';

/** Amounts that stand for nothing else: wherever one comes out, a cost has. */
export const COSTS = {
  tripLabour: 770_001,
  tripTravel: 770_002,
  labour: 770_003,
  travel: 770_004,
  parts: 770_005,
  corrected: 770_006,
  plan: 770_007,
  unit: 770_008,
  price: 770_009,
} as const;

const ENGINEER = engineerActor(LI_WEI);
const POST = { role: 'centre-director', organisationId: 'east' } as const;
const RULE = { ruleId: 'dear', reasonEn: 'It is dear', reasonZh: '金额较大' } as const;
const LINE = { nameEn: 'x', nameZh: '某', source: 'price-list', unitCostCents: COSTS.unit } as const;
const DIAGNOSIS = {
  fault: { code: 'F1', nameEn: 'Leak', nameZh: '漏油' },
  cause: { code: 'C1', nameEn: 'Wear', nameZh: '磨损', category: 'wear' },
  finding: '轴封磨损',
  parts: [],
  history: { earlier: [], repeatWithinDays: 30 },
} as const;
const QUOTE: QuoteInput = {
  lines: [{ ...LINE, item: 'travel', quantity: 1, unit: 'trip', unitPriceCents: 880_000 }],
  terms: {
    priceListId: 'prices-1',
    currency: 'CNY',
    taxBasisPoints: 1_300,
    declinedCharge: 'travel',
    validDays: 15,
  },
  approvalRules: [
    {
      rule: {
        id: RULE.ruleId,
        reasonEn: RULE.reasonEn,
        reasonZh: RULE.reasonZh,
        kind: 'quote',
        reach: 'company',
        over: { amountCents: 1, currency: 'CNY' },
        role: 'centre-director',
        tier: 'centre',
      },
      posts: [POST],
    },
  ],
};

export interface CostedWorld {
  /** Reported, after a visit that was not finished; its report was corrected by somebody else. */
  readonly shown: CaseBuilder;
  /** Its plan waits for approval. */
  readonly planned: CaseBuilder;
  readonly numbers: readonly [string, ...string[]];
}

/** Cases of one outlet in which everything has its cost, and somebody of every role at these places. */
export async function costedWorld(database: Database, places: readonly string[]): Promise<CostedWorld> {
  await database.staff.createMany({
    data: ROLES.flatMap((role) =>
      places.map((organisationId) =>
        aStaffRow({ id: `${role}@${organisationId}`, organisationId, roles: [role] }),
      ),
    ),
  });
  const onSite = () => aCase(database).of('cus-0001').answered().classified().dispatched().arrived();
  const shown = await onSite()
    .give('leaveUnfinished', { ...tripCosts, reason: 'parts-needed', note: '缺件' }, ENGINEER)
    .dispatched()
    .arrived()
    .repaired()
    .give('report', { ...reportCosts, signedBy: '邵文娟' }, ENGINEER)
    .give(
      'amendReport',
      { changes: { partsCostCents: COSTS.corrected, remarks: '下次换油' }, reason: '录入错误' },
      DIRECTOR,
    )
    .commit();
  const planned = await onSite()
    .give(
      'diagnose',
      {
        ...DIAGNOSIS,
        plan: '更换主机',
        cost: { amountCents: COSTS.plan, currency: 'CNY', source: 'standard' },
        approval: { ...RULE, kind: 'repair-plan', with: POST, above: [] },
      },
      ENGINEER,
    )
    .commit();
  const quoted = await onSite()
    .give('diagnose', { ...DIAGNOSIS, plan: '更换轴封' }, ENGINEER)
    .give(
      'overruleEntitlement',
      { verdict: { labour: 0, parts: 0, travel: 0 }, reason: '人为损坏' },
      DIRECTOR,
    )
    .give('prepareQuote', QUOTE, CLERK)
    .give('orderParts', partsOrdered, ENGINEER)
    .commit();
  await anOrder(database, ORDER, shown.number, { regionId: 'east', outletId: LI_WEI.outletId });
  await database.partPrice.create({
    data: {
      id: 'dear',
      partNumber: 'SP-77',
      nameEn: 'Air end',
      nameZh: '主机',
      currency: 'CNY',
      priceCents: 990_000,
      costCents: COSTS.price,
      effectiveFrom: new Date('2026-01-01T00:00:00Z'),
    },
  });
  return { shown, planned, numbers: [shown.number, planned.number, quoted.number] };
}

const tripCosts = {
  labourMinutes: 30,
  travelMinutes: 50,
  labourCostCents: COSTS.tripLabour,
  travelCostCents: COSTS.tripTravel,
  currency: 'CNY',
} as const;
const reportCosts = {
  labourMinutes: 60,
  travelMinutes: 50,
  labourCostCents: COSTS.labour,
  travelCostCents: COSTS.travel,
  partsCostCents: COSTS.parts,
  currency: 'CNY',
} as const;
const partsOrdered = {
  number: 'PO-2026-000077',
  neededBy: '2026-12-01T00:00:00.000Z',
  consignee: { name: '华东机械', address: '上海', contact: '王芳', phone: '+8613800000001' },
  lines: [
    {
      line: 1,
      partNumber: 'SP-77',
      nameEn: 'Air end',
      nameZh: '主机',
      model: 'A-1',
      material: 'steel',
      quantity: 1,
      unitCostCents: COSTS.unit,
      currency: 'CNY',
      oldPartDue: false,
    },
  ],
} as const;
