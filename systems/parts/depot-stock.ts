import type { PrismaClient } from '../../prisma/generated/client';
import { matching } from './catalogue';
import { refuseNoDepot, shelvesOf } from './shelves';
import type { Depots, DepotStockPage, DepotStockQuery } from './stock-take-port';

const PAGE_SIZE = 100;

export const listDepots = async (prisma: PrismaClient): Promise<Depots> => {
  const rows = await prisma.stockLocation.findMany({ where: { kind: 'depot' }, orderBy: { id: 'asc' } });
  return { depots: rows.map(({ id, nameEn, nameZh }) => ({ depot: id, nameEn, nameZh })) };
};

interface LastCount {
  readonly partNumber: string;
  readonly at: Date;
  readonly counted: number;
  readonly short: number;
}

/** Sheet of a depot, a page of parts at a time; `after` is the last number of the page before. */
export const depotStock = (
  prisma: PrismaClient,
  depot: string,
  { query, parts = 'held', after }: DepotStockQuery,
): Promise<DepotStockPage> =>
  // One snapshot, or a piece on its way from free to held would be seen in both or neither.
  prisma.$transaction(
    async (tx) => {
      await refuseNoDepot(tx, depot);
      const found = await tx.part.findMany({
        where: {
          AND: [
            query === undefined ? {} : matching(query),
            after === undefined ? {} : { partNumber: { gt: after } },
            parts === 'all' ? {} : { balances: { some: { locationId: depot } } },
          ],
        },
        orderBy: { partNumber: 'asc' },
        take: PAGE_SIZE + 1,
      });
      const rows = found.slice(0, PAGE_SIZE);
      const numbers = rows.map(({ partNumber }) => partNumber);
      const shelfOf = await shelvesOf(tx, depot, numbers);
      const counts = await tx.$queryRaw<LastCount[]>`
        SELECT DISTINCT ON (l."part_number") l."part_number" AS "partNumber", t."at", l."counted", l."short"
        FROM "parts"."stock_take_line" l JOIN "parts"."stock_take" t ON t."id" = l."stock_take_id"
        WHERE t."depot_id" = ${depot} AND l."part_number" = ANY(${numbers}::text[])
        ORDER BY l."part_number", t."recorded_at" DESC, t."id" DESC`;
      return {
        lines: rows.map(({ partNumber, nameEn, nameZh, model, material }) => {
          const { available, reserved, revision } = shelfOf(partNumber);
          const last = counts.find((count) => count.partNumber === partNumber);
          return {
            partNumber,
            nameEn,
            nameZh,
            model,
            material,
            available,
            reserved,
            revision,
            lastCount: last ? { at: last.at.toISOString(), counted: last.counted, short: last.short } : null,
          };
        }),
        next: found.length > PAGE_SIZE ? (numbers.at(-1) ?? null) : null,
      };
    },
    { isolationLevel: 'RepeatableRead' },
  );
