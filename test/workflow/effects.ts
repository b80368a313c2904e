import { setTimeout as sleep } from 'node:timers/promises';
import type { createFinanceCalls } from '../../activities/finance-calls';
import type { createPartsCalls } from '../../activities/parts-calls';
import type { Harness } from '../support/workflow';
import { command, type Errand } from './errands';
import type { CallAsked } from './processes/errand';

/** Every call to the parts and the finance system. */
export type EffectName =
  keyof ReturnType<typeof createPartsCalls> | keyof ReturnType<typeof createFinanceCalls>;

/**
 * Steps that make an errand issue a call: its preconditions first, each with the keys of the earlier ones,
 * and the call itself last.
 */
interface Making {
  readonly steps: readonly ((keys: readonly string[], errand: string) => CallAsked)[];
  /** It takes back what the last step asks for. */
  readonly isUndo?: true;
}

const HQ = 'hq';
const lines = [{ partNumber: 'FILTER-1', quantity: 1 }];
const reference = 'SC-1';
const first = (keys: readonly string[]): string => keys[0] ?? '';

const reserve = (): CallAsked => ({
  call: 'reserveParts',
  input: { reference, lines, preferredDepots: [HQ] },
  undo: { call: 'releaseParts', input: {} },
});
const issued: Making['steps'] = [
  reserve,
  (keys) => ({ call: 'issueParts', input: { reservationId: first(keys) } }),
];
const draw = (): CallAsked => ({
  call: 'drawParts',
  input: { reference, depot: HQ, lines },
  undo: { call: 'reverseSlip', input: {} },
});
const handBack = (keys: readonly string[]): CallAsked => ({
  call: 'handBackParts',
  input: { reference, reservationId: first(keys), lines },
  undo: { call: 'reverseSlip', input: {} },
});
const purchase = (): CallAsked => ({
  call: 'requestPurchase',
  input: { reference, depot: HQ, lines },
  undo: { call: 'cancelPurchase', input: {} },
});
const ship = (keys: readonly string[]): CallAsked => ({
  call: 'shipParts',
  input: {
    reference,
    depot: HQ,
    carrier: 'SF',
    lines: lines.map((line) => ({ ...line, reservationId: first(keys) })),
  },
  undo: { call: 'recallShipment', input: {} },
});
const settle = (keys: readonly string[]): CallAsked => ({
  call: 'settleShipment',
  input: { shipmentId: keys[1] ?? '', lines: lines.map((line) => ({ ...line, outcome: 'delivered' })) },
});
const owed = (): CallAsked => ({
  call: 'expectReturn',
  input: { reference, lines },
  undo: { call: 'cancelReturn', input: {} },
});
const takeIn = (keys: readonly string[]): CallAsked => ({
  call: 'takeInReturn',
  input: { returnId: first(keys), depot: HQ, lines },
});
const accrue = (): CallAsked => ({
  call: 'accrueCost',
  input: {
    reference,
    warranty: 'in-warranty',
    labourCostCents: 100,
    travelCostCents: 20,
    partsCostCents: 3,
    currency: 'CNY',
  },
  undo: { call: 'reverseCost', input: {} },
});
const invoice = (_keys: readonly string[], errand: string): CallAsked => ({
  call: 'issueInvoice',
  input: {
    number: `${errand}-I1`,
    reference,
    party: 'customer-1',
    currency: 'CNY',
    taxBasisPoints: 1_300,
    netCents: 100,
    taxCents: 13,
    totalCents: 113,
    lines: [{ item: 'labour', description: '人工 labour', amountCents: 100 }],
  },
  undo: { call: 'creditInvoice', input: { number: `${errand}-I1-C` } },
});

/** Kept whole by the compiler: a call that is added has to be tried here. */
const EFFECTS: Readonly<Record<EffectName, Making>> = {
  reserveParts: { steps: [reserve] },
  releaseParts: { steps: [reserve], isUndo: true },
  issueParts: { steps: issued },
  drawParts: { steps: [draw] },
  handBackParts: { steps: [...issued, handBack] },
  reverseSlip: { steps: [draw], isUndo: true },
  requestPurchase: { steps: [purchase] },
  recordPurchase: {
    steps: [
      purchase,
      (keys) => ({ call: 'recordPurchase', input: { purchaseId: first(keys), supplier: '恒力' } }),
    ],
  },
  receiveGoods: {
    steps: [
      purchase,
      (keys) => ({
        call: 'receiveGoods',
        input: { purchaseId: first(keys), lines },
        undo: { call: 'releaseParts', input: {} },
      }),
    ],
  },
  cancelPurchase: { steps: [purchase], isUndo: true },
  shipParts: { steps: [reserve, ship] },
  settleShipment: { steps: [reserve, ship, settle] },
  correctShipment: {
    steps: [
      reserve,
      ship,
      settle,
      (keys) => ({
        call: 'correctShipment',
        input: {
          shipmentId: keys[1] ?? '',
          lines: lines.map((line) => ({ ...line, from: 'delivered', to: 'lost' })),
        },
      }),
    ],
  },
  recallShipment: { steps: [reserve, ship], isUndo: true },
  expectReturn: { steps: [owed] },
  takeInReturn: { steps: [owed, takeIn] },
  forwardReturn: {
    steps: [owed, takeIn, (keys) => ({ call: 'forwardReturn', input: { returnId: first(keys) } })],
  },
  writeOffReturn: {
    steps: [owed, (keys) => ({ call: 'writeOffReturn', input: { returnId: first(keys) } })],
  },
  cancelReturn: { steps: [owed], isUndo: true },
  accrueCost: { steps: [accrue] },
  reverseCost: { steps: [accrue], isUndo: true },
  chargeOutlet: {
    steps: [
      () => ({
        call: 'chargeOutlet',
        input: { reference, amountCents: 12_800, currency: 'CNY' },
        undo: { call: 'reverseCost', input: {} },
      }),
    ],
  },
  issueInvoice: { steps: [invoice] },
  creditInvoice: { steps: [invoice], isUndo: true },
};

export const EFFECT_NAMES: readonly EffectName[] = Object.keys(EFFECTS).filter(isEffect);
function isEffect(name: string): name is EffectName {
  return Object.hasOwn(EFFECTS, name);
}

/** An errand with everything there that the effect needs. */
export interface Prepared {
  readonly name: EffectName;
  readonly errand: Errand;
  /** Key of the effect's call. */
  readonly key: string;
  /** How many of its calls will have been settled in the end. */
  readonly calls: number;
  /** Asks for the effect. */
  ask(): Promise<unknown>;
}

export async function prepareEffect(errand: Errand, name: EffectName): Promise<Prepared> {
  const { steps, isUndo } = EFFECTS[name];
  const keys: string[] = [];
  const nextKey = async (): Promise<string> => `${errand.id}:${(await errand.stored()).length + 1}:0`;
  const asking = (step: Making['steps'][number]) =>
    errand.give(command({ type: 'call', data: step(keys, errand.id) }));
  for (const step of isUndo ? steps : steps.slice(0, -1)) {
    const key = await nextKey();
    await asking(step);
    keys.push(key);
    await settled(errand, keys.length);
  }
  const last = steps.at(-1);
  if (isUndo || !last) {
    // Everything that was asked for and has an undo is taken back, the last first.
    const undone = steps.filter((step) => step(keys, errand.id).undo).length;
    const ask = () => errand.give(command({ type: 'takeBack', data: {} }));
    return { name, errand, key: `${keys.at(-1) ?? ''}:undo`, calls: keys.length + undone, ask };
  }
  const key = await nextKey();
  return { name, errand, key, calls: steps.length, ask: () => asking(last) };
}

/** Entries of an errand in the ledgers of both systems, without its id. */
export async function booksOf({ database }: Harness, { id }: Errand): Promise<readonly string[]> {
  const own = { startsWith: `${id}:` };
  const bare = (key: string | null): string => (key ?? '-').replace(id, 'errand');
  const movements = await database.stockMovement.findMany({ where: { key: own } });
  const documents = await database.stockDocument.findMany({ where: { id: own } });
  const reservations = await database.stockReservation.findMany({ where: { id: own } });
  const entries = await database.ledgerEntry.findMany({ where: { id: own }, include: { lines: true } });
  const reversals = await database.ledgerReversal.findMany({ where: { entryId: own } });
  const invoices = await database.invoice.findMany({ where: { id: own }, include: { creditNote: true } });
  return [
    ...movements.map((one) =>
      [bare(one.key), one.n, one.fromLocationId, one.toLocationId, one.partNumber, one.quantity].join(' '),
    ),
    ...documents.map((one) => [bare(one.id), one.kind, one.state].join(' ')),
    ...reservations.map((one) => [bare(one.id), one.state].join(' ')),
    ...entries.flatMap(({ id: entry, lines }) =>
      lines.map((line) => [bare(entry), line.account, line.side, String(line.amountCents)].join(' ')),
    ),
    ...reversals.map((one) => [bare(one.entryId), 'reversed by', bare(one.mirrorId)].join(' ')),
    ...invoices.map((one) => [bare(one.id), 'credited by', bare(one.creditNote?.id ?? null)].join(' ')),
  ].toSorted();
}

/** Waits until the errand knows how so many of its calls ended; PostgreSQL is asked, for every question to a workflow is a task. */
export async function settled(errand: Errand, calls: number): Promise<void> {
  while ((await errand.stored()).filter(({ type }) => type === 'Settled').length < calls) await sleep(100);
}
