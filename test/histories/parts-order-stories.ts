import { HQ } from '../../domain/identity/scope';
import type { CaseCommand } from '../../domain/case/commands';
import type { PlanJudging } from '../../domain/case/approval/plan-judging-terms';
import type { LineQuantity, OrderCommand } from '../../domain/parts-order/commands';
import {
  answered,
  appointmentIn,
  by,
  cancelled,
  classified,
  clerk,
  closed,
  customer,
  director,
  diagnosis,
  none,
  repair,
  report,
  revisited,
  staff,
  surveyed,
  toOrder,
} from './cast';
import { AT_ONCE, type Step, type Story } from './story';

const engineer = staff('engineer', 'repair-engineer', 'outlet');
const keeper = staff('keeper', 'warehouse-keeper', HQ);
const accountant = staff('accountant', 'stock-accountant');
const buyer = staff('buyer', 'purchasing', HQ);

const NEAR = 'CONTACTOR-1';
const FAR = 'BEARING-1';
const NOWHERE = 'SEAL-1';

const dispatchedIn = (year: number): Step =>
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: 'engineer', name: '工程师', outletId: 'outlet', regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(year),
      parts: [],
    },
  });
const ordered = (number: string, partNumber: string, oldPartDue: boolean): Step =>
  by(engineer, orderOf(number, partNumber, oldPartDue));
const orderOf = (number: string, partNumber: string, oldPartDue: boolean): CaseCommand => ({
    type: 'orderParts',
    data: {
      number,
      neededBy: new Date(Date.now() + 86_400_000).toISOString(),
      consignee: { name: '华东机械', address: '上海市', contact: '王芳', phone: '+8613912345678' },
      lines: [{ line: 1, partNumber, nameEn: 'Part', nameZh: '备件', model: 'M-1', material: 'steel', quantity: 2, unitCostCents: 12_800, currency: 'CNY', oldPartDue }],
    },
  });

const pieces = (quantity: number): readonly LineQuantity[] => [{ line: 1, quantity }];
const held = (times = 1): Step => ({ until: 'PartsHeld', of: 'order', times });
const shipped = (depot: string, quantity = 2): Step =>
  toOrder(keeper, { type: 'ship', data: { depot, carrier: '顺丰', tracking: 'SF100', items: pieces(quantity) } });
const confirmed = (shipment = 1): Step => toOrder(customer, { type: 'confirmReceipt', data: { shipment } });
const found = (what: { readonly received: number; readonly wrong?: number; readonly missing?: number }): Step =>
  toOrder(customer, { type: 'confirmReceipt', data: { shipment: 1, items: [{ line: 1, wrong: 0, missing: 0, ...what }] } });
const takenBack = (depot: string, quantity: number): Step =>
  toOrder(keeper, { type: 'takeBack', data: { shipment: 1, depot, items: pieces(quantity) } });
const claimed = (what: 'missing' | 'lost'): Step =>
  toOrder(accountant, { type: 'completeFollowUp', data: { key: `claim:1:${what}`, note: 'the carrier pays' } });
const oldPartsBack: readonly OrderCommand[] = [
  { type: 'receiveOldParts', data: { depot: 'outlet', items: pieces(2) } },
  { type: 'forwardOldParts', data: none },
];

/** An order of two pieces from its request on; each engineer is in a year of its own with it. */
const order = (
  name: string,
  { year, partNumber = NEAR, oldPartDue = false }: { readonly year: number; readonly partNumber?: string; readonly oldPartDue?: boolean },
  ...steps: readonly Step[]
): Story => ({
  name: `${name}-case`,
  order: name,
  kept: [name],
  steps: [
    answered,
    classified('repair'),
    dispatchedIn(year),
    by(engineer, { type: 'arrive', data: none }, diagnosis()),
    ordered(name, partNumber, oldPartDue),
    { until: 'ReservationAsked', of: 'order' },
    ...steps,
  ],
});

const leftForParts = by(engineer, {
  type: 'leaveUnfinished',
  data: { reason: 'parts-needed', note: 'not in the van', labourMinutes: 30, travelMinutes: 30, labourCostCents: 10_000, travelCostCents: 5_000, currency: 'CNY' },
});
/** A case that waits for its parts; its history is kept beside its order's. */
const waiting = (name: string, year: number, ...steps: readonly Step[]): Story => {
  const number = `${name}-order`;
  const { steps: begun } = order(number, { year });
  return { name, order: number, kept: [name, number], steps: [...begun, leftForParts, held(), ...steps] };
};

/** Somebody looked again: the piece that was missing was in the parcel, and what was asked for in its place is given up. */
const foundAfterAll = (how: { readonly endsTasks?: true }): readonly Step[] => {
  const corrected = {
    type: 'correctReceipt',
    data: { shipment: 1, items: [{ line: 1, received: 2, wrong: 0, missing: 0 }], reason: '夹层中找到' },
    ...how,
  } as const;
  return [
    held(),
    toOrder(clerk, {
      type: 'readdress',
      data: { consignee: { name: '华东机械', address: '苏州市', contact: '王芳', phone: '+8613912345678' }, reason: '搬迁' },
    }),
    shipped('outlet'),
    found({ received: 1, missing: 1 }),
    held(2),
    toOrder(clerk, corrected),
  ];
};

/**
 * Every path of a parts order, and of the case that waits for one (R19, R20). @param suffix of their names.
 * @param later years, so that no engineer is in two places at a time.
 */
const stories = (suffix: string, later: number): readonly Story[] => [
  order(`order-from-the-nearest-depot-to-old-parts-back${suffix}`, { year: 2060 + later, oldPartDue: true }, held(), shipped('outlet'), confirmed(), toOrder(keeper, ...oldPartsBack)),
  order(`order-from-another-depot${suffix}`, { year: 2061 + later, partNumber: FAR }, held(), shipped('west'), confirmed()),
  order(`order-procured-with-progress${suffix}`,
    { year: 2062 + later, partNumber: NOWHERE },
    { until: 'PurchaseAsked', of: 'order' },
    toOrder(buyer, { type: 'orderFromSupplier', data: { purchase: 1, supplier: '密封件厂' } }),
    toOrder(buyer, { type: 'orderFromSupplier', data: { purchase: 1, supplier: '密封件厂', supplierOrder: 'Z-7', expectedOn: '2062-01-05' } }),
    toOrder(keeper, { type: 'receiveGoods', data: { purchase: 1, quantity: 1 } }),
    toOrder(keeper, { type: 'receiveGoods', data: { purchase: 1, quantity: 1 } }),
    held(2),
    shipped(HQ),
    confirmed(),
  ),
  order(`order-delivered-in-two-parcels${suffix}`, { year: 2063 + later }, held(), shipped('outlet', 1), confirmed(1), shipped('outlet', 1), confirmed(2)),
  order(`order-with-a-piece-missing${suffix}`, { year: 2064 + later }, held(), shipped('outlet'), found({ received: 1, missing: 1 }), held(2), shipped('outlet', 1), confirmed(2), claimed('missing')),
  order(`order-delivered-wrong${suffix}`, { year: 2065 + later }, held(), shipped('outlet'), found({ received: 0, wrong: 2 }), held(2), shipped('outlet'), confirmed(2), takenBack('outlet', 2)),
  order(`order-lost-on-its-way${suffix}`,
    { year: 2066 + later },
    held(),
    shipped('outlet'),
    toOrder(clerk, { type: 'reportLost', data: { shipment: 1, note: 'the carrier cannot find it' } }),
    held(2),
    shipped('outlet'),
    confirmed(2),
    claimed('lost'),
  ),
  // The keeper and the user are quicker than the parts system: what they say is passed on in turn.
  order(`order-faster-than-the-parts-system${suffix}`, { year: 2073 + later, oldPartDue: true }, held(), { parts: 'shut' }, shipped('outlet'), confirmed(), toOrder(keeper, ...oldPartsBack), { parts: 'open' }),
  order(`order-whose-old-parts-are-charged${suffix}`, { year: 2067 + later, oldPartDue: true }, held(), shipped('outlet'), confirmed(), { until: 'OldPartsCharged', of: 'order' }),
  {
    ...order(`order-continued-as-new${suffix}`, { year: 2074 + later, oldPartDue: true }, held(), shipped('outlet', 1), confirmed(1), shipped('outlet', 1), confirmed(2), toOrder(keeper, ...oldPartsBack)),
    orderUpdatesPerRun: 4,
  },
  order(`order-cancelled-before-shipping${suffix}`, { year: 2068 + later }, held(), toOrder(clerk, { type: 'cancel', data: { reason: 'found one in the van' } })),
  order(`order-recalled-on-its-way${suffix}`, { year: 2069 + later }, held(), shipped('outlet'), toOrder(clerk, { type: 'cancel', data: { reason: 'found one in the van' } }), takenBack('outlet', 2)),
  waiting(`waits-for-parts-then-goes-on${suffix}`,
    2070 + later,
    shipped('outlet'),
    confirmed(),
    { until: 'PartsArrived' },
    dispatchedIn(2071 + later),
    by(engineer, { type: 'arrive', data: none }, repair, report),
    surveyed,
    revisited,
    closed,
  ),
  waiting(`cancelled-while-waiting-for-parts${suffix}`, 2072 + later, shipped('outlet'), cancelled, { until: 'OrderCancelled', of: 'order' }, takenBack('outlet', 2)),
];

const judging: PlanJudging = {
  rules: [
    {
      rule: {
        id: 'plan-over',
        kind: 'repair-plan',
        reach: 'company',
        over: { amountCents: 20_000, currency: 'CNY' },
        role: 'centre-director',
        tier: 'centre',
        reasonEn: 'Dear parts',
        reasonZh: '备件昂贵',
      },
      posts: [{ role: 'centre-director', organisationId: 'east' }],
    },
  ],
  unitCosts: [{ partNumber: NEAR, unitCost: { amountCents: 12_800, currency: 'CNY' } }],
};
const judged = (command: CaseCommand): CaseCommand => ({ ...command, judging });
const approved = (approvalId: string): Step =>
  by(director, { type: 'decideApproval', data: { approvalId, decision: 'approve', reason: 'It is needed.' } });

const usedMore: CaseCommand = {
  type: 'report',
  data: {
    labourMinutes: 60,
    travelMinutes: 30,
    labourCostCents: 20_000,
    travelCostCents: 5_000,
    partsCostCents: 38_400,
    currency: 'CNY',
    signedBy: '李',
    partsUsed: [{ partNumber: NEAR, quantity: 3, fromStore: true }],
  },
};

/** Parts beyond the plan (ADR 45): ordered once approved; used, and approved afterwards. */
export const BEYOND_PLAN_STORIES: readonly Story[] = [
  {
    name: 'ordered-once-approved-and-used-beyond-plan',
    order: 'ordered-once-approved-order',
    steps: [
      answered,
      classified('repair'),
      dispatchedIn(2190),
      by(engineer, { type: 'arrive', data: none }, diagnosis()),
      by(engineer, judged(orderOf('ordered-once-approved-order', NEAR, false))),
      { ...by(engineer, judged(orderOf('refused-order', NEAR, false))), refused: 'CASE.APPROVAL_PENDING' },
      { ...by(engineer, repair), refused: 'CASE.APPROVAL_PENDING' },
      approved('repair-plan:1'),
      held(),
      shipped('outlet'),
      confirmed(),
      by(engineer, repair),
      by(engineer, judged(usedMore)),
      { until: 'SurveyLapsed' },
      revisited,
      { ...closed, refused: 'CASE.APPROVAL_PENDING' },
      approved('repair-plan:2'),
      closed,
    ],
  },
];

export const PARTS_ORDER_STORIES = stories('', 0);
/** The same, recorded since calls are tried with their commit (ADR 32). */
export const ANSWERED_PARTS_ORDER_STORIES = [
  ...stories(AT_ONCE, 100),
  // Before the claim ended by itself, and since.
  order('order-readdressed-and-its-receipt-corrected', { year: 2200 }, ...foundAfterAll({}), claimed('missing')),
  order('order-whose-corrected-receipt-ends-its-claim', { year: 2199 }, ...foundAfterAll({ endsTasks: true }), { until: 'FollowUpDone', of: 'order' }),
];
