import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, Instant, Key, Reference, type Keyed } from '../shared/wire';
import { DepotId, PartNumber, Remark, Stock } from './shapes';

// A depot is counted (盘点): what lies on its shelves, pieces held for cases and orders too, beside what the books say.

/** Parts of one count: a longer list is counted in several. */
const MOST_COUNTED = 200;

const Counted = Type.Integer({
  minimum: 0,
  maximum: 100_000,
  description: 'Pieces on the shelf, held ones too.',
});

const Revision = Type.Integer({
  minimum: 0,
  description: 'How often pieces of the part came to the depot’s shelves or left them.',
});

const CountedLine = Type.Object(
  {
    partNumber: PartNumber,
    counted: Counted,
    revision: Type.Integer({ minimum: 0, description: '`revision` of the sheet that was counted by.' }),
    remark: Type.Optional(Remark),
  },
  { additionalProperties: false },
);

export const StockTakeBody = Type.Object(
  {
    depot: DepotId,
    countedBy: Reference,
    remark: Type.Optional(Remark),
    lines: Type.Array(CountedLine, { minItems: 1, maxItems: MOST_COUNTED }),
    at: Instant,
  },
  { additionalProperties: false },
);

const OptionalRemark = Type.Union([Remark, Type.Null()]);

export const TakenLine = Type.Object({
  partNumber: PartNumber,
  nameEn: Type.String(),
  nameZh: Type.String(),
  expected: Type.Integer({ description: 'Pieces on the shelf by the books: free and held.' }),
  counted: Counted,
  posted: Type.Integer({ description: 'Pieces that the books gained (above zero) or lost.' }),
  short: Type.Integer({
    minimum: 0,
    description:
      'Pieces that are held for what follows, and are not there. The books keep them until it lets go.',
  }),
  shortFor: Type.Array(Type.Object({ reference: Reference, quantity: Type.Integer({ minimum: 1 }) })),
  unitCostCents: Amount({ description: 'Standard cost of a piece at the time of the count.' }),
  currency: Currency,
  remark: OptionalRemark,
});

export const StockTake = Type.Object({
  id: Key,
  depot: DepotId,
  at: Instant,
  recordedAt: Instant,
  countedBy: Reference,
  remark: OptionalRemark,
  lines: Type.Array(TakenLine),
});

export const StockTakesQuery = Type.Object(
  { depot: DepotId, after: Type.Optional(Key) },
  { additionalProperties: false },
);

export const StockTakesPage = Type.Object({
  stockTakes: Type.Array(StockTake, { description: 'The latest first.' }),
  next: Type.Union([Key, Type.Null()], { description: '`after` of the next page; null on the last.' }),
});

export const DepotStockQuery = Type.Object(
  {
    query: Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\u0000]*$' })),
    parts: Type.Optional(
      Type.Union([Type.Literal('held'), Type.Literal('all')], {
        description: 'held (default): parts that the depot has ever had; all: the whole catalogue.',
      }),
    ),
    after: Type.Optional(PartNumber),
  },
  { additionalProperties: false },
);

export const DepotStockLine = Type.Object({
  partNumber: PartNumber,
  nameEn: Type.String(),
  nameZh: Type.String(),
  model: Type.String(),
  material: Type.String(),
  available: Stock,
  reserved: Stock,
  revision: Revision,
  lastCount: Type.Union([
    Type.Object({ at: Instant, counted: Counted, short: Type.Integer({ minimum: 0 }) }),
    Type.Null(),
  ]),
});

export const DepotStockPage = Type.Object({
  lines: Type.Array(DepotStockLine),
  next: Type.Union([PartNumber, Type.Null()], { description: '`after` of the next page; null on the last.' }),
});

export const Depots = Type.Object({
  depots: Type.Array(Type.Object({ depot: DepotId, nameEn: Type.String(), nameZh: Type.String() })),
});

export type StockTakeBody = Static<typeof StockTakeBody>;
export type StockTake = Static<typeof StockTake>;
export type TakenLine = Static<typeof TakenLine>;
export type StockTakesQuery = Static<typeof StockTakesQuery>;
export type StockTakesPage = Static<typeof StockTakesPage>;
export type DepotStockQuery = Static<typeof DepotStockQuery>;
export type DepotStockLine = Static<typeof DepotStockLine>;
export type DepotStockPage = Static<typeof DepotStockPage>;
export type Depots = Static<typeof Depots>;

export type StockTakeRefusalCode =
  /** Two lines of one count are of the same part. */
  | 'PARTS.COUNTED_TWICE'
  /** Pieces came or went after the sheet was read: whether they are in the count cannot be known. */
  | 'PARTS.STOCK_MOVED';

export interface StockTakePort {
  listDepots(): Promise<Depots>;
  /**
   * Sheet of a depot: its parts by number, with the revision that a count of them gives.
   * @throws `PARTS.DEPOT_UNKNOWN`
   */
  depotStock(request: DepotStockQuery & { readonly depot: string }): Promise<DepotStockPage>;
  /**
   * Puts the books right by a count: all lines or none. Pieces that are held are never taken from those they are held for: those
   * missing are said to be short. The key becomes the stock-take's id.
   * @throws `PARTS.STOCK_MOVED`, `PARTS.COUNTED_TWICE`, `PARTS.PART_UNKNOWN`, `PARTS.DEPOT_UNKNOWN`
   */
  takeStock(request: StockTakeBody & Keyed): Promise<StockTake>;
  /** @throws `PARTS.DEPOT_UNKNOWN` */
  listStockTakes(query: StockTakesQuery): Promise<StockTakesPage>;
}
