import type { PrismaClient } from '../../prisma/generated/client';

/** A balance that is not the sum of its movements, or a reservation that does not hold what its state says. */
export type StockDifference =
  | {
      readonly kind: 'balance';
      readonly location: string;
      readonly partNumber: string;
      readonly balance: number;
      readonly movements: number;
    }
  | { readonly kind: 'reservation'; readonly id: string; readonly state: string; readonly held: number }
  /** Pieces on their way without an open shipment, or owed without an open return; or the other way round. */
  | { readonly kind: 'document'; readonly id: string; readonly state: string; readonly held: number }
  /** A line of a stock-take that its movements do not make, or the other way round. */
  | {
      readonly kind: 'stock-take';
      readonly id: string;
      readonly partNumber: string;
      readonly posted: number;
      readonly moved: number;
    };

/**
 * Compares the balances with the movements, the reservations with what is held for them, shipments with what is in transit,
 * returns with what is owed or kept for them, and stock-takes with what the books gained or lost by them. Empty where all agree.
 */
export const auditStock = async (prisma: PrismaClient): Promise<StockDifference[]> => {
  const balances = await prisma.$queryRaw<
    { location: string; partNumber: string; balance: number; movements: number }[]
  >`
    WITH moved AS (
      SELECT location, part_number, sum(quantity)::int AS quantity FROM (
        SELECT "to_location_id" AS location, "part_number", "quantity" FROM "parts"."stock_movement"
        UNION ALL SELECT "from_location_id", "part_number", -"quantity" FROM "parts"."stock_movement") m
      JOIN "parts"."stock_location" l ON l."id" = location AND NOT l."external"
      GROUP BY location, part_number)
    SELECT coalesce(b."location_id", m.location) AS location, coalesce(b."part_number", m.part_number) AS "partNumber",
      coalesce(b."quantity", 0) AS balance, coalesce(m.quantity, 0) AS movements
    FROM "parts"."stock_balance" b
    FULL JOIN moved m ON m.location = b."location_id" AND m.part_number = b."part_number"
    WHERE coalesce(b."quantity", 0) <> coalesce(m.quantity, 0)`;
  const reservations = await prisma.$queryRaw<{ id: string; state: string; held: number }[]>`
    SELECT r."id", r."state", coalesce(h.held, 0) AS held FROM "parts"."stock_reservation" r
    LEFT JOIN (
      SELECT "reservation_id", sum(CASE WHEN "to_location_id" = 'reserved' THEN "quantity"
        WHEN "from_location_id" = 'reserved' THEN -"quantity" ELSE 0 END)::int AS held
      FROM "parts"."stock_movement" GROUP BY 1) h ON h."reservation_id" = r."id"
    WHERE (r."state" = 'reserved') <> (coalesce(h.held, 0) > 0) OR coalesce(h.held, 0) < 0`;
  const documents = await prisma.$queryRaw<{ id: string; state: string; held: number }[]>`
    WITH moved AS (
      SELECT "document_id", "to_location_id" AS place, "quantity" FROM "parts"."stock_movement"
      UNION ALL SELECT "document_id", "from_location_id", -"quantity" FROM "parts"."stock_movement"),
    held AS (
      SELECT coalesce("document_id", 'none') AS id, sum("quantity")::int AS held FROM moved
      JOIN "parts"."stock_location" l ON l."id" = place AND l."kind" IN ('in-transit', 'old-parts-due', 'old-parts')
      GROUP BY 1)
    SELECT coalesce(d."id", h.id) AS id, coalesce(d."state", 'missing') AS state, coalesce(h.held, 0) AS held
    FROM (SELECT * FROM "parts"."stock_document" WHERE "kind" <> 'purchase') d FULL JOIN held h ON h.id = d."id"
    WHERE (coalesce(d."state", 'closed') <> 'closed') <> (coalesce(h.held, 0) > 0) OR coalesce(h.held, 0) < 0`;
  const stockTakes = await prisma.$queryRaw<
    { id: string; partNumber: string; posted: number; moved: number }[]
  >`
    WITH moved AS (
      SELECT "key" AS id, "part_number", sum(CASE WHEN "from_location_id" = 'stock-difference' THEN "quantity"
        ELSE -"quantity" END)::int AS quantity
      FROM "parts"."stock_movement" WHERE 'stock-difference' IN ("from_location_id", "to_location_id") GROUP BY 1, 2)
    SELECT coalesce(l."stock_take_id", m.id) AS id, coalesce(l."part_number", m."part_number") AS "partNumber",
      coalesce(l."posted", 0) AS posted, coalesce(m.quantity, 0) AS moved
    FROM "parts"."stock_take_line" l
    FULL JOIN moved m ON m.id = l."stock_take_id" AND m."part_number" = l."part_number"
    WHERE coalesce(l."posted", 0) <> coalesce(m.quantity, 0)`;
  return [
    ...balances.map((row) => ({ kind: 'balance' as const, ...row })),
    ...reservations.map((row) => ({ kind: 'reservation' as const, ...row })),
    ...documents.map((row) => ({ kind: 'document' as const, ...row })),
    ...stockTakes.map((row) => ({ kind: 'stock-take' as const, ...row })),
  ];
};
