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
import {
  DELIVERED,
  enterMovements,
  IN_TRANSIT,
  lockParts,
  LOST,
  move,
  refuseUnknownDepot,
  RESERVED,
} from './movements';
import { heldBy, lockReservation, stateOf, unknown } from './reservations';
import { ShipBody, type CorrectionBody, type SettleBody, type Shipment } from './shipment-port';

const Details = Type.Pick(ShipBody, ['depot', 'carrier', 'tracking', 'lines']);

const view = async (tx: Transaction, row: StockDocument): Promise<Shipment> => {
  if (row.reference === null)
    return {
      id: row.id,
      reference: null,
      state: 'closed',
      depot: null,
      carrier: null,
      tracking: null,
      lines: [],
    };
  const { depot, carrier, tracking, lines } = Value.Parse(Details, row.details);
  const moved = await Moved.of(tx, row.id);
  const isDepot = (place: string): boolean =>
    place !== IN_TRANSIT && place !== DELIVERED && place !== LOST && place !== RESERVED;
  return {
    id: row.id,
    reference: row.reference,
    state: row.state === 'open' ? 'in-transit' : row.state === 'recalled' ? 'recalled' : 'closed',
    depot,
    carrier,
    tracking: tracking ?? null,
    lines: totalled(lines).map((line) => {
      // On the way out each piece passes through its depot once.
      const returned = moved.into(isDepot, line.partNumber) - line.quantity;
      return {
        ...line,
        delivered: moved.in(only(DELIVERED), line.partNumber),
        returned,
        lost: moved.in(only(LOST), line.partNumber),
      };
    }),
  };
};

/** Reserved pieces leave a depot; refusals in the port. */
export const ship = async (tx: Transaction, id: string, request: ShipBody): Promise<Shipment> => {
  const { reference, at, ...details } = request;
  if (!(await openDocument(tx, { id, kind: 'shipment', reference, details, at })))
    throw new Refusal(409, 'PARTS.SHIPMENT_RECALLED', `Shipment ${id} was recalled before it was sent.`, {
      id,
    });
  const { depot, lines } = request;
  const reservations = [...new Set(lines.map(({ reservationId }) => reservationId))].sort();
  const held = new Map<string, { partNumber: string; depot: string; quantity: number }[]>();
  for (const reservationId of reservations) {
    const row = await lockReservation(tx, reservationId);
    if (row === null) throw unknown(reservationId);
    held.set(reservationId, stateOf(row) === 'reserved' ? await heldBy(tx, reservationId) : []);
  }
  await lockParts(
    tx,
    lines.map(({ partNumber }) => partNumber),
  );
  const cause = { key: id, at: new Date(at), documentId: id };
  const entries = lines.flatMap((line, n) => {
    take(held.get(line.reservationId) ?? [], line, { n, depot });
    const { reservationId, ...piece } = line;
    const entry = { ...piece, ...cause, reservationId };
    return [
      { ...entry, n: 2 * n, from: RESERVED, to: depot },
      { ...entry, n: 2 * n + 1, from: depot, to: IN_TRANSIT },
    ];
  });
  await enterMovements(tx, entries);
  for (const reservationId of reservations)
    if ((held.get(reservationId) ?? []).every(({ quantity }) => quantity === 0))
      await tx.stockReservation.update({
        where: { id: reservationId },
        data: { state: 'shipped', endedAt: at },
      });
  return view(tx, await findDocument(tx, 'shipment', id));
};

/** Takes a line from what its reservation holds in the depot. */
function take(
  held: readonly { partNumber: string; depot: string; quantity: number }[],
  line: ShipBody['lines'][number],
  { n, depot }: { readonly n: number; readonly depot: string },
): void {
  const there = held.filter((pick) => pick.partNumber === line.partNumber && pick.depot === depot);
  const available = there.reduce((sum, { quantity }) => sum + quantity, 0);
  if (available < line.quantity) {
    const detail = `Of part ${line.partNumber}, reservation ${line.reservationId} holds ${available} in ${depot}.`;
    const params = { partNumber: line.partNumber, requested: line.quantity, available };
    throw new Refusal(422, 'PARTS.NOT_RESERVED', detail, params, [{ pointer: `#/lines/${n}`, detail }]);
  }
  let missing = line.quantity;
  for (const pick of there) {
    const taken = Math.min(missing, pick.quantity);
    pick.quantity -= taken;
    missing -= taken;
  }
}

/** Settles pieces in transit; the port lists the refusals. */
export const settleShipment = async (
  tx: Transaction,
  key: string,
  id: string,
  { lines, at }: SettleBody,
): Promise<Shipment> => {
  await lockDocument(tx, 'shipment', id);
  await lockParts(
    tx,
    lines.map(({ partNumber }) => partNumber),
  );
  const before = await Moved.of(tx, id);
  for (const { partNumber, quantity } of totalled(lines)) {
    const available = before.in(only(IN_TRANSIT), partNumber);
    if (quantity <= available) continue;
    const detail = `Of part ${partNumber}, ${available} are still on their way.`;
    throw new Refusal(422, 'PARTS.NOT_IN_TRANSIT', detail, { partNumber, quantity, available });
  }
  const movements = [];
  for (const line of lines) {
    if (line.outcome === 'returned') await refuseUnknownDepot(tx, line.depot);
    const { partNumber, quantity } = line;
    movements.push({ partNumber, quantity, from: IN_TRANSIT, to: placeOf(line) });
  }
  await move(tx, movements, { key, at: new Date(at), documentId: id });
  const after = await Moved.of(tx, id);
  if (after.in(only(IN_TRANSIT)) === 0) await setState(tx, id, 'closed', at);
  return view(tx, await findDocument(tx, 'shipment', id));
};

function placeOf(line: SettleBody['lines'][number]): string {
  switch (line.outcome) {
    case 'delivered':
      return DELIVERED;
    case 'lost':
      return LOST;
    case 'returned':
      return line.depot;
  }
}

const PLACES = { delivered: DELIVERED, lost: LOST, 'in-transit': IN_TRANSIT } as const;

/** Corrects a wrong settlement; the port lists the refusals. */
export const correctShipment = async (
  tx: Transaction,
  key: string,
  id: string,
  { lines, at }: CorrectionBody,
): Promise<Shipment> => {
  const row = await lockDocument(tx, 'shipment', id);
  await lockParts(
    tx,
    lines.map(({ partNumber }) => partNumber),
  );
  const before = await Moved.of(tx, id);
  const movements = lines
    .map(({ from, to, ...piece }) => ({ ...piece, from: PLACES[from], to: PLACES[to] }))
    .filter(({ from, to }) => from !== to);
  for (const place of Object.values(PLACES))
    for (const { partNumber, quantity } of totalled(movements.filter(({ from }) => from === place))) {
      const available = before.in(only(place), partNumber);
      if (quantity <= available) continue;
      const detail = `Of part ${partNumber}, ${available} are in ${place}.`;
      throw new Refusal(422, 'PARTS.NOT_SETTLED', detail, { partNumber, quantity, available });
    }
  await move(tx, movements, { key, at: new Date(at), documentId: id });
  const isOpen = (await Moved.of(tx, id)).in(only(IN_TRANSIT)) > 0;
  // One that was recalled stays so, while something of it is on its way.
  if (!isOpen) await setState(tx, id, 'closed', at);
  else if (row.state === 'closed') await setState(tx, id, 'open', at);
  return view(tx, await findDocument(tx, 'shipment', id));
};

/** Calls a shipment back; bars an id never seen. */
export const recallShipment = async (tx: Transaction, id: string, at: string): Promise<Shipment> => {
  const isNew = await barDocument(tx, { id, kind: 'shipment', at });
  const row = await lockDocument(tx, 'shipment', id);
  if (!isNew && row.state === 'open') await setState(tx, id, 'recalled', at);
  return view(tx, await findDocument(tx, 'shipment', id));
};

export const readShipment = async (tx: Transaction, id: string): Promise<Shipment> =>
  view(tx, await findDocument(tx, 'shipment', id));
