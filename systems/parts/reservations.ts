import type { StockMovement, StockReservation } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { RESERVED } from './movements';
import type { Pick, Reservation } from './reservation-port';

const movementsOf = (tx: Transaction, reservationId: string): Promise<StockMovement[]> =>
  tx.stockMovement.findMany({ where: { reservationId }, orderBy: { n: 'asc' } });

/** The columns of a movement that a reservation is computed from. */
export type Moved = globalThis.Pick<
  StockMovement,
  'partNumber' | 'quantity' | 'fromLocationId' | 'toLocationId'
>;

/** Reserved quantities: the movements into `reserved` from depots. */
export const picksIn = (movements: readonly Moved[]): Pick[] =>
  movements
    .filter(({ toLocationId }) => toLocationId === RESERVED)
    .map(({ partNumber, quantity, fromLocationId }) => ({ partNumber, quantity, depot: fromLocationId }));

/** Quantities still reserved, by depot: reserved, less shipped from that depot. */
export const heldIn = (movements: readonly Moved[]): Pick[] => {
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
export const stateOf = ({ id, state }: { readonly id: string; readonly state: string }): State => {
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

/** A reservation as it stands. */
export const readReservation = async (tx: Transaction, id: string): Promise<Reservation> => {
  const row = await tx.stockReservation.findUnique({ where: { id } });
  if (row === null) throw unknown(id);
  return { id, reference: row.reference, state: stateOf(row), picks: picksIn(await movementsOf(tx, id)) };
};
