import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { barDocument, lockDocument, openDocument, setState, totalled } from './documents';
import { ISSUED, lockKnownParts, lockParts, move, refuseUnknownDepot, type Movement } from './movements';
import type { Pick } from './reservation-port';
import type { PartLine } from './shapes';
import type { DrawBody, HandBackBody, Slip } from './slip-port';
import { lockReservation, picksIn, stateOf, unknown } from './reservations';

/** Writes a slip: its row is closed at once, since nothing of it stays open. @throws {Refusal} where it was reversed before. */
async function open(
  tx: Transaction,
  { id, reference, at }: { readonly id: string; readonly reference: string; readonly at: string },
): Promise<void> {
  if (!(await openDocument(tx, { id, kind: 'slip', reference, details: {}, at })))
    throw new Refusal(409, 'PARTS.SLIP_REVERSED', `Slip ${id} was reversed before it was written.`, { id });
  await setState(tx, id, 'closed', at);
}

const answer = (
  { id, reference }: { readonly id: string; readonly reference: string | null },
  lines: readonly PartLine[],
): Slip => ({ id, reference, state: lines.length > 0 ? 'posted' : 'reversed', lines: [...lines] });

/** @throws {Refusal} where a place has less of a part than is to leave it. Lock the parts first. */
async function refuseShort(tx: Transaction, movements: readonly Movement[]): Promise<void> {
  const wanted = new Map<string, { place: string; partNumber: string; quantity: number }>();
  for (const { from: place, partNumber, quantity } of movements) {
    const one = wanted.get(`${place} ${partNumber}`) ?? { place, partNumber, quantity: 0 };
    wanted.set(`${place} ${partNumber}`, { ...one, quantity: one.quantity + quantity });
  }
  for (const { place, partNumber, quantity: requested } of wanted.values()) {
    const row = await tx.stockBalance.findFirst({ where: { locationId: place, partNumber } });
    const available = row?.quantity ?? 0;
    if (available >= requested) continue;
    const detail = `Of part ${partNumber}, ${requested} are asked for and ${available} are in ${place}.`;
    throw new Refusal(422, 'PARTS.OUT_OF_STOCK', detail, { partNumber, requested, available });
  }
}

/** Pieces leave a depot's shelf for an engineer; refusals in the port. */
export async function draw(tx: Transaction, id: string, request: DrawBody): Promise<Slip> {
  const { reference, depot, at } = request;
  const lines = totalled(request.lines);
  await open(tx, { id, reference, at });
  await refuseUnknownDepot(tx, depot);
  await lockKnownParts(tx, request.lines);
  const movements = lines.map((line) => ({ ...line, from: depot, to: ISSUED }));
  await refuseShort(tx, movements);
  await move(tx, movements, { key: id, at: new Date(at), documentId: id });
  return answer({ id, reference }, lines);
}

/** Issued pieces go back to where they came from; refusals in the port. */
export async function handBack(tx: Transaction, id: string, request: HandBackBody): Promise<Slip> {
  const { reference, reservationId, at } = request;
  const lines = totalled(request.lines);
  await open(tx, { id, reference, at });
  const row = await lockReservation(tx, reservationId);
  if (row === null) throw unknown(reservationId);
  await lockParts(
    tx,
    lines.map(({ partNumber }) => partNumber),
  );
  const out = stateOf(row) === 'issued' ? await stillOut(tx, reservationId) : [];
  const movements = lines.flatMap((line) => {
    let missing = line.quantity;
    const back = out
      .filter(({ partNumber }) => partNumber === line.partNumber)
      .map(({ partNumber, depot, quantity }) => {
        const taken = Math.min(missing, quantity);
        missing -= taken;
        return { partNumber, quantity: taken, from: ISSUED, to: depot };
      });
    if (missing > 0) {
      const detail = `Of part ${line.partNumber}, ${line.quantity - missing} are out by reservation ${reservationId}.`;
      const params = {
        partNumber: line.partNumber,
        quantity: line.quantity,
        issued: line.quantity - missing,
      };
      throw new Refusal(422, 'PARTS.NOT_ISSUED', detail, params);
    }
    return back.filter(({ quantity }) => quantity > 0);
  });
  await move(tx, movements, { key: id, at: new Date(at), documentId: id, reservationId });
  return answer({ id, reference }, lines);
}

/** Quantities issued under a reservation and not returned, by origin depot. */
async function stillOut(tx: Transaction, reservationId: string) {
  const moved = await tx.stockMovement.findMany({ where: { reservationId }, orderBy: { n: 'asc' } });
  const isBetween = (depot: string, partNumber: string, isBack: boolean): number =>
    moved
      .filter((row) => row.partNumber === partNumber)
      .filter((row) =>
        isBack
          ? row.fromLocationId === ISSUED && row.toLocationId === depot
          : row.fromLocationId === depot && row.toLocationId === ISSUED,
      )
      .reduce((sum, { quantity }) => sum + quantity, 0);
  return totalledByDepot(picksIn(moved)).map(({ partNumber, depot, quantity }) => ({
    partNumber,
    depot,
    // A reversed return counts as issued again.
    quantity: quantity - isBetween(depot, partNumber, true) + isBetween(depot, partNumber, false),
  }));
}

function totalledByDepot(picks: readonly Pick[]): { partNumber: string; depot: string; quantity: number }[] {
  const totals = new Map<string, { partNumber: string; depot: string; quantity: number }>();
  for (const { partNumber, depot, quantity } of picks) {
    const one = totals.get(`${depot} ${partNumber}`) ?? { partNumber, depot, quantity: 0 };
    totals.set(`${depot} ${partNumber}`, { ...one, quantity: one.quantity + quantity });
  }
  return [...totals.values()];
}

/** Moves a slip's pieces back to their origin; bars an unknown id. */
export async function reverseSlip(tx: Transaction, key: string, id: string, at: string): Promise<Slip> {
  await barDocument(tx, { id, kind: 'slip', at });
  const row = await lockDocument(tx, 'slip', id);
  const moved = await tx.stockMovement.findMany({ where: { documentId: id }, orderBy: { n: 'asc' } });
  // The movements of its reversal are its own, too.
  if (moved.some((one) => one.key !== id)) return answer(row, []);
  await lockParts(
    tx,
    moved.map(({ partNumber }) => partNumber),
  );
  const movements = moved.map(({ partNumber, quantity, fromLocationId, toLocationId }) => ({
    partNumber,
    quantity,
    from: toLocationId,
    to: fromLocationId,
  }));
  await refuseShort(tx, movements);
  const [first] = moved;
  if (first) {
    const { reservationId } = first;
    const cause = { key, at: new Date(at), documentId: id };
    await move(tx, movements, reservationId === null ? cause : { ...cause, reservationId });
  }
  return answer(row, []);
}
