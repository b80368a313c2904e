import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { ISSUED, RESERVED } from './movements';

/** A hold of a depot's pieces, the oldest first. */
export interface Hold {
  readonly partNumber: string;
  readonly reference: string;
  readonly quantity: number;
}

/** Pieces of a part on the shelves of a depot, by its books. */
export interface Shelf {
  readonly available: number;
  readonly reserved: number;
  /** How often pieces came or left. Holding and letting go moves nothing on the shelf. */
  readonly revision: number;
  readonly holds: readonly Hold[];
}

/** @throws {Refusal} 404 for a place that keeps no stock. */
export const refuseNoDepot = async (tx: Transaction, depot: string): Promise<void> => {
  const found = await tx.stockLocation.findFirst({ where: { id: depot, kind: 'depot' } });
  if (found === null) throw new Refusal(404, 'PARTS.DEPOT_UNKNOWN', `There is no depot ${depot}.`, { depot });
};

/** Shelves of a depot by part. Lock the parts first, or read in one snapshot. */
export const shelvesOf = async (
  tx: Transaction,
  depot: string,
  partNumbers: readonly string[],
): Promise<(partNumber: string) => Shelf> => {
  const numbers = [...partNumbers];
  const free = await tx.stockBalance.findMany({ where: { locationId: depot, partNumber: { in: numbers } } });
  const holds = await tx.$queryRaw<Hold[]>`
    SELECT m."part_number" AS "partNumber", r."reference",
      sum(CASE WHEN m."to_location_id" = ${RESERVED} THEN m."quantity" ELSE -m."quantity" END)::int AS quantity
    FROM "parts"."stock_reservation" r JOIN "parts"."stock_movement" m ON m."reservation_id" = r."id"
    WHERE r."state" = 'reserved' AND m."part_number" = ANY(${numbers}::text[])
      AND ((m."from_location_id" = ${depot} AND m."to_location_id" = ${RESERVED})
        OR (m."from_location_id" = ${RESERVED} AND m."to_location_id" = ${depot}))
    GROUP BY r."id", m."part_number" ORDER BY r."at", r."id"`;
  const revisions = await tx.$queryRaw<{ partNumber: string; revision: number }[]>`
    SELECT m."part_number" AS "partNumber", count(*)::int AS revision FROM "parts"."stock_movement" m
    WHERE m."part_number" = ANY(${numbers}::text[]) AND (
      (m."from_location_id" = ${depot} AND m."to_location_id" <> ${RESERVED})
      OR (m."to_location_id" = ${depot} AND m."from_location_id" <> ${RESERVED})
      -- Held pieces are handed out without a return to the depot's balance.
      OR (m."from_location_id" = ${RESERVED} AND m."to_location_id" = ${ISSUED} AND EXISTS (
        SELECT FROM "parts"."stock_movement" p WHERE p."reservation_id" = m."reservation_id"
          AND p."part_number" = m."part_number" AND p."from_location_id" = ${depot} AND p."to_location_id" = ${RESERVED})))
    GROUP BY 1`;
  return (partNumber) => {
    const held = holds.filter((hold) => hold.partNumber === partNumber && hold.quantity > 0);
    return {
      available: free.find((row) => row.partNumber === partNumber)?.quantity ?? 0,
      reserved: held.reduce((sum, { quantity }) => sum + quantity, 0),
      revision: revisions.find((row) => row.partNumber === partNumber)?.revision ?? 0,
      holds: held,
    };
  };
};
