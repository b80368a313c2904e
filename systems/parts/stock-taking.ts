import { Value } from '@sinclair/typebox/value';
import { Prisma, type PrismaClient } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { lockKnownParts, move, STOCK_DIFFERENCE } from './movements';
import { refuseNoDepot, shelvesOf, type Hold, type Shelf } from './shelves';
import {
  TakenLine,
  type StockTake,
  type StockTakeBody,
  type StockTakesPage,
  type StockTakesQuery,
} from './stock-take-port';

const PAGE_SIZE = 20;

type Counted = StockTakeBody['lines'][number];

/** @throws {Refusal} for a part in two lines, naming the later one: one of the two counts is wrong. */
function refuseCountedTwice(lines: readonly Counted[]): void {
  const numbers = lines.map(({ partNumber }) => partNumber);
  const line = numbers.findIndex((number, n) => numbers.indexOf(number) < n);
  const partNumber = numbers[line];
  if (partNumber === undefined) return;
  const detail = `Part ${partNumber} is counted in two lines.`;
  throw new Refusal(422, 'PARTS.COUNTED_TWICE', detail, { partNumber }, [
    { pointer: `#/lines/${line}/partNumber`, detail },
  ]);
}

/** @throws {Refusal} for parts whose pieces came or went after their sheet was read, naming each line. */
function refuseMoved(lines: readonly Counted[], shelfOf: (partNumber: string) => Shelf): void {
  const moved = lines.flatMap(({ partNumber, revision }, n) => {
    const shelf = shelfOf(partNumber);
    const detail = `Pieces of part ${partNumber} came or went; by the books there are ${shelf.available + shelf.reserved} now.`;
    return shelf.revision === revision ? [] : [{ partNumber, pointer: `#/lines/${n}`, detail }];
  });
  if (moved.length === 0) return;
  const parts = moved.map(({ partNumber }) => partNumber).join(', ');
  throw new Refusal(
    409,
    'PARTS.STOCK_MOVED',
    `Pieces came or went since these parts were counted: ${parts}.`,
    { count: moved.length, parts },
    moved.map(({ pointer, detail }) => ({ pointer, detail })),
  );
}

/** Holds that the counted pieces do not reach for: the oldest are served first. */
function shortIn(holds: readonly Hold[], counted: number): TakenLine['shortFor'] {
  let left = counted;
  return holds.flatMap(({ reference, quantity }) => {
    const there = Math.min(left, quantity);
    left -= there;
    return there < quantity ? [{ reference, quantity: quantity - there }] : [];
  });
}

/** Puts the books of a depot right by a count; refusals in the port. */
export async function takeStock(tx: Transaction, id: string, request: StockTakeBody): Promise<StockTake> {
  const { depot, at, countedBy, remark = null } = request;
  await refuseNoDepot(tx, depot);
  refuseCountedTwice(request.lines);
  await lockKnownParts(tx, request.lines);
  const numbers = request.lines.map(({ partNumber }) => partNumber);
  const shelfOf = await shelvesOf(tx, depot, numbers);
  refuseMoved(request.lines, shelfOf);
  const parts = await tx.part.findMany({ where: { partNumber: { in: numbers } } });
  const lines = request.lines.map((line) => {
    const { available, reserved, holds } = shelfOf(line.partNumber);
    const expected = available + reserved;
    // Held pieces are a promise that the parts system alone cannot take back: only free ones are written down.
    const posted = Math.max(line.counted - expected, -available);
    const part = parts.find(({ partNumber }) => partNumber === line.partNumber);
    if (part === undefined) throw new Error(`Part ${line.partNumber} was locked and has disappeared.`);
    return {
      partNumber: line.partNumber,
      expected,
      counted: line.counted,
      posted,
      short: expected + posted - line.counted,
      shortFor: line.counted < reserved ? shortIn(holds, line.counted) : [],
      unitCostCents: part.unitCostCents,
      currency: part.currency,
      remark: line.remark ?? null,
    };
  });
  await tx.stockTake.create({ data: { id, depotId: depot, at, countedBy, remark } });
  await tx.stockTakeLine.createMany({ data: lines.map((line, n) => ({ ...line, stockTakeId: id, n })) });
  const movements = lines
    .filter(({ posted }) => posted !== 0)
    .map(({ partNumber, posted }) => ({
      partNumber,
      quantity: Math.abs(posted),
      from: posted > 0 ? STOCK_DIFFERENCE : depot,
      to: posted > 0 ? depot : STOCK_DIFFERENCE,
    }));
  await move(tx, movements, { key: id, at: new Date(at) });
  return view(await tx.stockTake.findUniqueOrThrow({ where: { id }, include: WITH_LINES }));
}

const WITH_LINES = {
  lines: { orderBy: { n: 'asc' }, include: { part: { select: { nameEn: true, nameZh: true } } } },
} as const satisfies Prisma.StockTakeInclude;

const ShortFor = TakenLine.properties.shortFor;

const view = ({
  lines,
  depotId,
  at,
  recordedAt,
  ...row
}: Prisma.StockTakeGetPayload<{ include: typeof WITH_LINES }>): StockTake => ({
  ...row,
  depot: depotId,
  at: at.toISOString(),
  recordedAt: recordedAt.toISOString(),
  lines: lines.map(({ stockTakeId: _take, n: _n, part, unitCostCents, shortFor, ...line }) => ({
    ...line,
    ...part,
    unitCostCents: Number(unitCostCents),
    shortFor: Value.Parse(ShortFor, shortFor),
  })),
});

/** Stock-takes of a depot, the latest first; `after` is the last id of the page before. */
export const listStockTakes = async (
  prisma: PrismaClient,
  { depot, after }: StockTakesQuery,
): Promise<StockTakesPage> => {
  await refuseNoDepot(prisma, depot);
  const earlier =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`AND ("recorded_at", "id") < (SELECT "recorded_at", "id" FROM "parts"."stock_take" WHERE "id" = ${after})`;
  const found = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "parts"."stock_take" WHERE "depot_id" = ${depot} ${earlier}
    ORDER BY "recorded_at" DESC, "id" DESC LIMIT ${PAGE_SIZE + 1}`;
  const ids = found.slice(0, PAGE_SIZE).map(({ id }) => id);
  const rows = await prisma.stockTake.findMany({ where: { id: { in: ids } }, include: WITH_LINES });
  return {
    stockTakes: ids.flatMap((id) => rows.filter((row) => row.id === id).map(view)),
    next: found.length > PAGE_SIZE ? (ids.at(-1) ?? null) : null,
  };
};
