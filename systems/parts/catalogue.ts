import type { Part, Prisma, PrismaClient } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import { RESERVED } from './movements';
import { AbcClass, type CataloguePart, type PartsPage, type PartsQuery, type PartStock } from './port';

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

const matching = (query: string): Prisma.PartWhereInput => {
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

/** Parts by number, with the pieces that can be reserved; `after` is the last number of the page before. */
export const listParts = async (prisma: PrismaClient, { query, after }: PartsQuery): Promise<PartsPage> => {
  const rows = await prisma.part.findMany({
    where: {
      AND: [
        query === undefined ? {} : matching(query),
        after === undefined ? {} : { partNumber: { gt: after } },
      ],
    },
    include: { balances: { where: { location: { kind: 'depot' } } } },
    orderBy: { partNumber: 'asc' },
    take: PAGE_SIZE + 1,
  });
  const parts = rows.slice(0, PAGE_SIZE).map(toPart);
  return { parts, next: rows.length > PAGE_SIZE ? (parts.at(-1)?.partNumber ?? null) : null };
};

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
  // One snapshot, or a piece on its way from free to held would be seen in both or neither.
  prisma.$transaction(
    async (tx) => {
      const part = await tx.part.findUnique({
        where: { partNumber },
        include: {
          balances: {
            where: { location: { kind: 'depot' } },
            include: { location: true },
            orderBy: { locationId: 'asc' },
          },
        },
      });
      if (part === null) throw unknownPart(partNumber);
      const open = { partNumber, reservation: { state: 'reserved' } };
      const held = await tx.stockMovement.groupBy({
        by: ['fromLocationId'],
        where: { ...open, toLocationId: RESERVED },
        _sum: { quantity: true },
      });
      const shipped = await tx.stockMovement.groupBy({
        by: ['toLocationId'],
        where: { ...open, fromLocationId: RESERVED },
        _sum: { quantity: true },
      });
      const reservedIn = (depot: string): number =>
        (held.find(({ fromLocationId }) => fromLocationId === depot)?._sum.quantity ?? 0) -
        (shipped.find(({ toLocationId }) => toLocationId === depot)?._sum.quantity ?? 0);
      const depots = part.balances.map(({ location, quantity }) => ({
        depot: location.id,
        nameEn: location.nameEn,
        nameZh: location.nameZh,
        available: quantity,
        reserved: reservedIn(location.id),
      }));
      return { partNumber, depots };
    },
    { isolationLevel: 'RepeatableRead' },
  );
