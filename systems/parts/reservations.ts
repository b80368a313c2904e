import type { StockMovement, StockReservation } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { allocate, type Available } from './allocate';
import { ISSUED, lockKnownParts, lockParts, move, RESERVED } from './movements';
import type { Pick, Release, Reservation, ReserveBody } from './reservation-port';

const availableOf = async (tx: Transaction, partNumbers: readonly string[]): Promise<Available[]> => {
  const rows = await tx.stockBalance.findMany({
    where: {
      partNumber: { in: [...new Set(partNumbers)] },
      location: { kind: 'depot' },
      quantity: { gt: 0 },
    },
  });
  return rows.map(({ partNumber, locationId, quantity }) => ({ partNumber, depot: locationId, quantity }));
};

const movementsOf = (tx: Transaction, reservationId: string): Promise<StockMovement[]> =>
  tx.stockMovement.findMany({ where: { reservationId }, orderBy: { n: 'asc' } });

/** What was reserved: the movements into `reserved` from depots. */
const picksIn = (movements: readonly StockMovement[]): Pick[] =>
  movements
    .filter(({ toLocationId }) => toLocationId === RESERVED)
    .map(({ partNumber, quantity, fromLocationId }) => ({ partNumber, quantity, depot: fromLocationId }));

/** What is still held, by depot: what was reserved, less what has left that depot in shipments. */
const heldIn = (movements: readonly StockMovement[]): Pick[] => {
  const left = movements
    .filter(({ fromLocationId }) => fromLocationId === RESERVED)
    .map(({ partNumber, toLocationId, quantity }) => ({ partNumber, depot: toLocationId, quantity }));
  const held: Pick[] = [];
  for (const pick of picksIn(movements)) {
    let missing = pick.quantity;
    for (const gone of left) {
      if (gone.partNumber !== pick.partNumber || gone.depot !== pick.depot) continue;
      const taken = Math.min(missing, gone.quantity);
      gone.quantity -= taken;
      missing -= taken;
    }
    if (missing > 0) held.push({ ...pick, quantity: missing });
  }
  return held;
};

export const heldBy = async (tx: Transaction, reservationId: string): Promise<Pick[]> =>
  heldIn(await movementsOf(tx, reservationId));

type State = Reservation['state'];
const STATES: readonly State[] = ['reserved', 'issued', 'released', 'shipped'];
export const stateOf = ({ id, state }: StockReservation): State => {
  const known = STATES.find((name) => name === state);
  if (known === undefined) throw new Error(`Reservation ${id} has the unknown state ${state}.`);
  return known;
};

export const released = (id: string) =>
  new Refusal(409, 'PARTS.RELEASED', `Reservation ${id} has been released.`, { id });
export const unknown = (id: string) =>
  new Refusal(404, 'PARTS.RESERVATION_UNKNOWN', `There is no reservation ${id}.`, { id });

/** Enters the reservation; where its row is there (or is being entered, which is waited for), nothing is written. */
export const enter = async (
  tx: Transaction,
  row: { id: string; reference: string | null; state: State; at: string; endedAt?: string },
) => (await tx.stockReservation.createMany({ data: [row], skipDuplicates: true })).count === 1;

/** The reservation's row, locked until the end of the transaction. Locks are taken in one order: key, document, reservations by id, parts. */
export const lockReservation = async (tx: Transaction, id: string): Promise<StockReservation | null> => {
  await tx.$queryRaw`SELECT 1 FROM "parts"."stock_reservation" WHERE "id" = ${id} FOR UPDATE`;
  return tx.stockReservation.findUnique({ where: { id } });
};

/** Reserves all lines or none; refusals in the port. */
export const reserve = async (tx: Transaction, id: string, request: ReserveBody): Promise<Reservation> => {
  const { reference, lines, preferredDepots = [], at } = request;
  // A reservation that was made is answered under its key before it comes here: what is there already is a tombstone.
  if (!(await enter(tx, { id, reference, state: 'reserved', at }))) throw released(id);
  const partNumbers = lines.map(({ partNumber }) => partNumber);
  await lockKnownParts(tx, lines);

  const allocation = allocate(lines, await availableOf(tx, partNumbers), preferredDepots);
  if (allocation.kind === 'short') {
    const { line, available } = allocation;
    const { partNumber = '', quantity: requested = 0 } = lines[line] ?? {};
    const detail = `Of part ${partNumber}, ${requested} are asked for and ${available} are in stock.`;
    throw new Refusal(422, 'PARTS.OUT_OF_STOCK', detail, { line, partNumber, requested, available }, [
      { pointer: `#/lines/${line}`, detail },
    ]);
  }
  const movements = allocation.picks.map(({ depot, ...pick }) => ({ ...pick, from: depot, to: RESERVED }));
  await move(tx, movements, { key: id, at: new Date(at), reservationId: id });
  return { id, reference, state: 'reserved', picks: [...allocation.picks] };
};

/** Puts reserved pieces back; a reservation never seen becomes a tombstone. */
export const release = async (tx: Transaction, key: string, id: string, at: string): Promise<Release> => {
  if (await enter(tx, { id, reference: null, state: 'released', at, endedAt: at }))
    return { id, state: 'released', returned: [] };
  const row = await lockReservation(tx, id);
  if (row === null) throw unknown(id);
  const state = stateOf(row);
  if (state !== 'reserved') return { id, state, returned: [] };

  const picks = await heldBy(tx, id);
  await lockParts(
    tx,
    picks.map(({ partNumber }) => partNumber),
  );
  const movements = picks.map(({ depot, ...pick }) => ({ ...pick, from: RESERVED, to: depot }));
  await move(tx, movements, { key, at: new Date(at), reservationId: id });
  await tx.stockReservation.update({ where: { id }, data: { state: 'released', endedAt: at } });
  return { id, state: 'released', returned: picks };
};

/** Hands the pieces to the engineer; a second request for the same reservation finds it done. */
export const issue = async (tx: Transaction, key: string, id: string, at: string): Promise<Reservation> => {
  const row = await lockReservation(tx, id);
  if (row === null) throw unknown(id);
  const state = stateOf(row);
  const movements = await movementsOf(tx, id);
  if (state === 'released') throw released(id);
  if (state === 'shipped')
    throw new Refusal(409, 'PARTS.SHIPPED', `All of reservation ${id} has been shipped.`, { id });
  if (state === 'reserved') {
    const held = heldIn(movements);
    await lockParts(
      tx,
      held.map(({ partNumber }) => partNumber),
    );
    const handedOut = held.map(({ partNumber, quantity }) => ({
      partNumber,
      quantity,
      from: RESERVED,
      to: ISSUED,
    }));
    await move(tx, handedOut, { key, at: new Date(at), reservationId: id });
    await tx.stockReservation.update({ where: { id }, data: { state: 'issued', endedAt: at } });
  }
  return { id, reference: row.reference, state: 'issued', picks: picksIn(movements) };
};

/** A reservation as it stands. */
export const readReservation = async (tx: Transaction, id: string): Promise<Reservation> => {
  const row = await tx.stockReservation.findUnique({ where: { id } });
  if (row === null) throw unknown(id);
  return { id, reference: row.reference, state: stateOf(row), picks: picksIn(await movementsOf(tx, id)) };
};
