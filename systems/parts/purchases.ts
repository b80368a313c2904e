import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { StockDocument } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import {
  at as only,
  barDocument,
  findDocument,
  lockDocument,
  Moved,
  openDocument,
  setState,
  totalled,
} from './documents';
import { lockKnownParts, move, refuseUnknownDepot, RESERVED, SUPPLIER } from './movements';
import { PurchaseBody, PurchaseProgressBody, type Purchase, type ReceiptBody } from './purchase-port';
import type { Reservation } from './reservation-port';
import { enter, released } from './reservations';

const Details = Type.Composite([
  Type.Pick(PurchaseBody, ['depot', 'lines']),
  Type.Partial(Type.Omit(PurchaseProgressBody, ['at'])),
]);

const cancelled = (id: string): Refusal =>
  new Refusal(409, 'PARTS.PURCHASE_CANCELLED', `Purchase ${id} has been cancelled.`, { id });

const view = async (tx: Transaction, row: StockDocument): Promise<Purchase> => {
  const none = { depot: null, lines: [], supplier: null, supplierOrder: null, expectedOn: null };
  if (row.reference === null) return { id: row.id, reference: null, state: 'cancelled', ...none };
  const { depot, lines, supplier, supplierOrder, expectedOn } = Value.Parse(Details, row.details);
  const moved = await Moved.of(tx, row.id);
  const received = lines.map((line) => ({
    ...line,
    received: moved.into(only(RESERVED), line.partNumber),
  }));
  return {
    id: row.id,
    reference: row.reference,
    state: stateOf(row.state, received),
    depot,
    lines: received,
    supplier: supplier ?? null,
    supplierOrder: supplierOrder ?? null,
    expectedOn: expectedOn ?? null,
  };
};

function stateOf(state: string, lines: Purchase['lines']): Purchase['state'] {
  if (state === 'open') return 'requested';
  if (state === 'ordered') return 'ordered';
  return lines.every(({ quantity, received }) => received >= quantity) ? 'received' : 'cancelled';
}

/** Asks for pieces that no depot has; refusals in the port. */
export const requestPurchase = async (
  tx: Transaction,
  id: string,
  { reference, depot, lines, at }: PurchaseBody,
): Promise<Purchase> => {
  const details = { depot, lines: totalled(lines) };
  if (!(await openDocument(tx, { id, kind: 'purchase', reference, details, at }))) throw cancelled(id);
  await refuseUnknownDepot(tx, depot);
  await lockKnownParts(tx, lines);
  return view(tx, await findDocument(tx, 'purchase', id));
};

/** Ordered, or expected on another day. */
export const recordPurchase = async (
  tx: Transaction,
  id: string,
  { at: _at, ...progress }: PurchaseProgressBody,
): Promise<Purchase> => {
  const row = await lockDocument(tx, 'purchase', id);
  if (row.state === 'closed') throw cancelled(id);
  const details = { ...Value.Parse(Details, row.details), ...progress };
  const data = { state: 'ordered', details };
  return view(tx, await tx.stockDocument.update({ where: { id }, data }));
};

/** Into the depot from the supplier, and held there under the key. */
export const receiveGoods = async (
  tx: Transaction,
  key: string,
  id: string,
  { lines, at }: ReceiptBody,
): Promise<Reservation> => {
  const row = await lockDocument(tx, 'purchase', id);
  if (row.reference === null) throw cancelled(id);
  const { depot } = Value.Parse(Details, row.details);
  const before = await view(tx, row);
  if (before.state === 'cancelled') throw cancelled(id);
  const { reference } = row;
  if (!(await enter(tx, { id: key, reference, state: 'reserved', at }))) throw released(key);
  await lockKnownParts(tx, lines);
  for (const { partNumber, quantity } of totalled(lines)) {
    const line = before.lines.find((one) => one.partNumber === partNumber);
    const outstanding = line === undefined ? 0 : line.quantity - line.received;
    if (quantity <= outstanding) continue;
    const detail = `Of part ${partNumber}, ${quantity} are received and ${outstanding} are still to come.`;
    throw new Refusal(422, 'PARTS.MORE_THAN_ORDERED', detail, { partNumber, quantity, outstanding });
  }
  const movements = lines.flatMap((line) => [
    { ...line, from: SUPPLIER, to: depot },
    { ...line, from: depot, to: RESERVED },
  ]);
  await move(tx, movements, { key, at: new Date(at), reservationId: key, documentId: id });
  const after = await view(tx, row);
  if (after.lines.every(({ quantity, received }) => received >= quantity))
    await setState(tx, id, 'closed', at);
  return { id: key, reference, state: 'reserved', picks: lines.map((line) => ({ ...line, depot })) };
};

/** Nothing more is to come; bars an id never seen. */
export const cancelPurchase = async (tx: Transaction, id: string, at: string): Promise<Purchase> => {
  const isNew = await barDocument(tx, { id, kind: 'purchase', at });
  const row = await lockDocument(tx, 'purchase', id);
  if (!isNew && row.state !== 'closed') await setState(tx, id, 'closed', at);
  return view(tx, await findDocument(tx, 'purchase', id));
};

export const readPurchase = async (tx: Transaction, id: string): Promise<Purchase> =>
  view(tx, await findDocument(tx, 'purchase', id));
