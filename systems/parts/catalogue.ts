import type { Part, Prisma, PrismaClient } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import { RESERVED } from './movements';
import {
  AbcClass,
  type CataloguePart,
  type PartsPage,
  type PartsQuery,
  type PartStock,
  type StockPage,
} from './port';

const PAGE_SIZE = 100;

const abcClassOf = ({
  partNumber,
  abcClass,
}: Pick<Part, 'partNumber' | 'abcClass'>): CataloguePart['abcClass'] => {
  const known = AbcClass.anyOf.find((literal) => literal.const === abcClass);
  if (known === undefined) throw new Error(`Part ${partNumber} has the unknown class ${abcClass}.`);
  return known.const;
};

const toPart = ({
  balances,
  unitCostCents,
  ...part
}: Part & { readonly balances: readonly { quantity: number }[] }) => ({
  ...part,
  unitCostCents: Number(unitCostCents),
  abcClass: abcClassOf(part),
  available: balances.reduce((sum, { quantity }) => sum + quantity, 0),
});

const unknownPart = (partNumber: string): Refusal =>
  new Refusal(404, 'PARTS.PART_UNKNOWN', `There is no part ${partNumber}.`, { partNumber });

/** Prisma passes LIKE's wildcards through; here they are text like any other. */
const literally = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

export const matching = (query: string): Prisma.PartWhereInput => {
  const contains = { contains: literally(query), mode: 'insensitive' } as const;
  return {
    OR: [
      { partNumber: contains },
      { nameEn: contains },
      { nameZh: contains },
      { model: contains },
      { material: contains },
    ],
  };
};

const IN_DEPOTS = {
  balances: {
    where: { location: { kind: 'depot' } },
    include: { location: true },
    orderBy: { locationId: 'asc' },
  },
} as const satisfies Prisma.PartInclude;
type StoredPart = Prisma.PartGetPayload<{ include: typeof IN_DEPOTS }>;

const readPage = async (
  tx: Prisma.TransactionClient,
  { query, after }: PartsQuery,
): Promise<{ readonly rows: readonly StoredPart[]; readonly next: string | null }> => {
  const found = await tx.part.findMany({
    where: {
      AND: [
        query === undefined ? {} : matching(query),
        after === undefined ? {} : { partNumber: { gt: after } },
      ],
    },
    include: IN_DEPOTS,
    orderBy: { partNumber: 'asc' },
    take: PAGE_SIZE + 1,
  });
  const rows = found.slice(0, PAGE_SIZE);
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.partNumber ?? null) : null };
};

/** Parts by number, with the pieces that can be reserved; `after` is the last number of the page before. */
export const listParts = async (prisma: PrismaClient, query: PartsQuery): Promise<PartsPage> => {
  const { rows, next } = await readPage(prisma, query);
  return { parts: rows.map(toPart), next };
};

/** The same with the pieces in each depot: free, and held by open reservations. */
export const listStock = async (prisma: PrismaClient, query: PartsQuery): Promise<StockPage> =>
  // One snapshot, or a piece on its way from free to held would be seen in both or neither.
  prisma.$transaction(
    async (tx) => {
      const { rows, next } = await readPage(tx, query);
      const reservedIn = await reservedPieces(
        tx,
        rows.map(({ partNumber }) => partNumber),
      );
      return { parts: rows.map((row) => ({ ...toPart(row), depots: depotsOf(row, reservedIn) })), next };
    },
    { isolationLevel: 'RepeatableRead' },
  );

/** One part, by its number in any spelling; spelt just so where several could be meant. */
export const partOf = async (prisma: PrismaClient, partNumber: string): Promise<CataloguePart> => {
  const find = (number: string) =>
    prisma.part.findUnique({
      where: { partNumber: number },
      include: { balances: { where: { location: { kind: 'depot' } } } },
    });
  const row = (await find(partNumber)) ?? (await find(await spelling(prisma, partNumber)));
  if (row === null) throw unknownPart(partNumber);
  return toPart(row);
};

/** The number as the catalogue spells it, where that tells one part. */
const spelling = async (prisma: PrismaClient, partNumber: string): Promise<string> => {
  const [one, another] = await prisma.$queryRaw<{ number: string }[]>`
    SELECT "part_number" AS "number" FROM "parts"."part"
    WHERE public.serial_key("part_number") = public.serial_key(${partNumber}) LIMIT 2`;
  return one === undefined || another !== undefined ? partNumber : one.number;
};

/** Pieces of a part in each depot that ever held it: free, and held by open reservations. */
export const stockOf = async (prisma: PrismaClient, partNumber: string): Promise<PartStock> =>
  prisma.$transaction(
    async (tx) => {
      const part = await tx.part.findUnique({ where: { partNumber }, include: IN_DEPOTS });
      if (part === null) throw unknownPart(partNumber);
      return { partNumber, depots: depotsOf(part, await reservedPieces(tx, [partNumber])) };
    },
    { isolationLevel: 'RepeatableRead' },
  );

type ReservedIn = (partNumber: string, depot: string) => number;

const depotsOf = ({ partNumber, balances }: StoredPart, reservedIn: ReservedIn): PartStock['depots'] =>
  balances.map(({ location, quantity }) => ({
    depot: location.id,
    nameEn: location.nameEn,
    nameZh: location.nameZh,
    available: quantity,
    reserved: reservedIn(partNumber, location.id),
  }));

/** Pieces that open reservations hold, less those already shipped, by part and depot. */
const reservedPieces = async (
  tx: Prisma.TransactionClient,
  partNumbers: readonly string[],
): Promise<ReservedIn> => {
  const open = { partNumber: { in: [...partNumbers] }, reservation: { state: 'reserved' } };
  const held = await tx.stockMovement.groupBy({
    by: ['partNumber', 'fromLocationId'],
    where: { ...open, toLocationId: RESERVED },
    _sum: { quantity: true },
  });
  const shipped = await tx.stockMovement.groupBy({
    by: ['partNumber', 'toLocationId'],
    where: { ...open, fromLocationId: RESERVED },
    _sum: { quantity: true },
  });
  const key = (partNumber: string, depot: string): string => JSON.stringify([partNumber, depot]);
  const pieces = new Map<string, number>();
  for (const { partNumber, fromLocationId, _sum } of held)
    pieces.set(key(partNumber, fromLocationId), _sum.quantity ?? 0);
  for (const { partNumber, toLocationId, _sum } of shipped) {
    const at = key(partNumber, toLocationId);
    pieces.set(at, (pieces.get(at) ?? 0) - (_sum.quantity ?? 0));
  }
  return (partNumber, depot) => pieces.get(key(partNumber, depot)) ?? 0;
};
