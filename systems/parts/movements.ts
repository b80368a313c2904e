import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';

/** Locations that are no depot; rows of `parts.stock_location` from the migration. */
export const RESERVED = 'reserved';
export const ISSUED = 'issued';
export const OPENING_BALANCE = 'opening-balance';
export const SUPPLIER = 'supplier';
export const IN_TRANSIT = 'in-transit';
export const DELIVERED = 'delivered';
export const LOST = 'lost';
export const CUSTOMER_SITE = 'customer-site';
export const OLD_PARTS_DUE = 'old-parts-due';
export const FACTORY = 'factory';
export const WRITTEN_OFF = 'written-off';
/** Pieces that a stock-take found, or missed. */
export const STOCK_DIFFERENCE = 'stock-difference';

export interface Movement {
  readonly from: string;
  readonly to: string;
  readonly partNumber: string;
  readonly quantity: number;
}

export interface Cause {
  /** Idempotency key of the request. */
  readonly key: string;
  readonly at: Date;
  readonly reservationId?: string;
  readonly documentId?: string;
}

/**
 * Locks the parts for this transaction, always in the same order, so that all who move them queue and none deadlock.
 * Gives the numbers that are known.
 */
export const lockParts = async (
  tx: Transaction,
  partNumbers: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.$queryRaw<{ part_number: string }[]>`
    SELECT "part_number" FROM "parts"."part" WHERE "part_number" = ANY(${[...new Set(partNumbers)]}::text[])
    ORDER BY "part_number" FOR NO KEY UPDATE`;
  return new Set(rows.map((row) => row.part_number));
};

/** @throws {Refusal} for a part that is not in the catalogue, naming its line. */
export const lockKnownParts = async (
  tx: Transaction,
  lines: readonly { readonly partNumber: string }[],
): Promise<void> => {
  const known = await lockParts(
    tx,
    lines.map(({ partNumber }) => partNumber),
  );
  refuseUnknownParts(lines, known);
};

/** @throws {Refusal} for a part that is not among those known, naming its line. */
export const refuseUnknownParts = (
  lines: readonly { readonly partNumber: string }[],
  known: ReadonlySet<string>,
): void => {
  const line = lines.findIndex(({ partNumber }) => !known.has(partNumber));
  const partNumber = lines[line]?.partNumber;
  if (partNumber === undefined) return;
  const detail = `There is no part ${partNumber}.`;
  throw new Refusal(422, 'PARTS.PART_UNKNOWN', detail, { partNumber }, [
    { pointer: `#/lines/${line}/partNumber`, detail },
  ]);
};

/** @throws {Refusal} for a place that keeps no stock. */
export const refuseUnknownDepot = async (tx: Transaction, depot: string): Promise<void> => {
  const found = await tx.stockLocation.findFirst({ where: { id: depot, kind: 'depot' } });
  if (found === null) throw new Refusal(422, 'PARTS.DEPOT_UNKNOWN', `There is no depot ${depot}.`, { depot });
};

/** A movement of a cause, with its number within it. */
type Entry = Movement & Cause & { readonly n: number };

/**
 * The only way that pieces move. Lock the parts first. A trigger carries each movement into the balances at both ends, and
 * the database refuses a balance below zero.
 */
export const enterMovements = async (tx: Transaction, entries: readonly Entry[]): Promise<void> => {
  await tx.stockMovement.createMany({
    data: entries.map(({ from, to, ...entry }) => ({ ...entry, fromLocationId: from, toLocationId: to })),
  });
};

/** Enters the movements of one cause. */
export const move = (tx: Transaction, movements: readonly Movement[], cause: Cause): Promise<void> =>
  enterMovements(
    tx,
    movements.map((movement, n) => ({ ...movement, ...cause, n })),
  );
