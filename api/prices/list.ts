import { Prisma, type Database } from '../../platform/database';
import { containing } from '../http/containing';
import { Keyset, type SortColumn } from '../http/paging';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import { partPriceOf, type PartPriceRow } from './rows';
import type { PartPriceQuery } from './schema';

interface Key {
  readonly id: string;
  readonly partNumber: string;
  readonly effectiveFrom: Date;
}

const ID: SortColumn<Key> = {
  column: Prisma.sql`part_price.id`,
  kind: 'text',
  direction: 'asc',
  of: ({ id }) => id,
};
const ORDER: Readonly<Record<NonNullable<PartPriceQuery['sort']>, readonly SortColumn<Key>[]>> = {
  id: [ID],
  part: [
    {
      column: Prisma.sql`part_price.part_number`,
      kind: 'text',
      direction: 'asc',
      of: ({ partNumber }) => partNumber,
    },
    {
      column: Prisma.sql`part_price.effective_from`,
      kind: 'instant',
      direction: 'desc',
      of: ({ effectiveFrom }) => effectiveFrom,
    },
    ID,
  ],
};

/** One page of the prices of parts. @throws {ApiError} for a cursor of another list. */
export async function listPartPrices(
  database: Database,
  { limit = DEFAULT_LIMIT, cursor, sort = 'id', ...filters }: PartPriceQuery,
  now: Date,
): Promise<{ readonly rows: readonly PartPriceRow[]; readonly nextCursor: string | null }> {
  const { partNumber, q, standing } = filters;
  const keyset = new Keyset<Key>(ORDER[sort], { ...filters, sort, list: 'part-prices' });
  const conditions = [
    Prisma.sql`TRUE`,
    ...(partNumber === undefined
      ? []
      : [Prisma.sql`serial_key(part_price.part_number) = serial_key(${partNumber})`]),
    ...(q === undefined ? [] : [containing(q, TEXTS)]),
    ...(standing === undefined ? [] : [isStanding(standing, now)]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Key[]>`
    SELECT part_price.id, part_price.part_number AS "partNumber", part_price.effective_from AS "effectiveFrom"
    FROM part_price WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  const whole = await database.partPrice.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return {
    rows: rows.flatMap(({ id }) => whole.filter((row) => row.id === id)).map(partPriceOf),
    nextCursor,
  };
}

const TEXTS = [
  Prisma.sql`part_price.part_number`,
  Prisma.sql`part_price.name_en`,
  Prisma.sql`part_price.name_zh`,
];

/** By the rule of `in-force`: of the prices in force that began last counts. Prices that gave way to another are past. */
function isStanding(standing: NonNullable<PartPriceQuery['standing']>, now: Date): Prisma.Sql {
  if (standing === 'to-come') return Prisma.sql`part_price.effective_from > ${now}`;
  const isInForce = Prisma.sql`((part_price.effective_to IS NULL OR part_price.effective_to > ${now})
    AND NOT EXISTS (SELECT FROM part_price AS later WHERE later.part_number = part_price.part_number
      AND later.currency = part_price.currency AND later.effective_from > part_price.effective_from
      AND later.effective_from <= ${now} AND (later.effective_to IS NULL OR later.effective_to > ${now})))`;
  const hasBegun = Prisma.sql`part_price.effective_from <= ${now}`;
  return standing === 'in-force'
    ? Prisma.sql`${hasBegun} AND ${isInForce}`
    : Prisma.sql`${hasBegun} AND NOT ${isInForce}`;
}
