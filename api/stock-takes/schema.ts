import { Type, type Static } from '@sinclair/typebox';
import { CurrencyCode, MAX_INT } from '../http/schema/amount';
import { Bilingual, Closed, Instant, literals, Nullable, PartNumber, Text } from '../http/schema/common';
import { CostCents } from '../http/schema/cost';
import { At, PageOf } from '../http/schema/paging';
import { Depot } from '../parts-orders/command-schema';

/** As many as the parts system takes in one count. */
const MOST_COUNTED = 200;
const REMARK = 200;
const LINE_REMARK = 100;
const CURSOR = { description: '`nextCursor` of the page before, sent with the same query' };

const DepotSchema = Type.Object(
  {
    id: Type.String({ description: 'The organisation whose depot it is', examples: ['east'] }),
    name: Type.String({ description: "In the reader's language" }),
    isMine: Type.Boolean({ description: "The caller's own organisation" }),
    mayCount: Type.Boolean({ description: 'Whether the caller may post a stock-take of it' }),
  },
  { title: 'DepotInSight' },
);
export const DepotList = Type.Object(
  { items: Type.Array(DepotSchema, { description: "The caller's own first" }) },
  {
    title: 'DepotList',
    examples: [{ items: [{ id: 'east', name: '上海中心仓库', isMine: true, mayCount: true }] }],
  },
);

export const SheetQuery = Closed({
  depot: Depot,
  q: Type.Optional(
    Text(100, { description: 'Part of a number, a name in either language, a model or a material' }),
  ),
  parts: Type.Optional(
    literals(['held', 'all'], {
      description: 'held (default): parts that the depot has ever had; all: the whole catalogue',
    }),
  ),
  cursor: Type.Optional(Type.Union([PartNumber], CURSOR)),
});

const SheetLine = Type.Object(
  {
    partNumber: Type.String({ examples: ['SP-11075'] }),
    name: Type.String({ description: "In the reader's language" }),
    names: Bilingual,
    model: Type.String(),
    material: Type.String(),
    onShelf: Type.Integer({ description: 'Pieces that should be there by the books: free and held' }),
    available: Type.Integer({ description: 'Free pieces' }),
    reserved: Type.Integer({ description: 'Pieces held for cases and orders' }),
    revision: Type.Integer({
      description: 'How often pieces came or went; a count gives it back, so that it is of what was seen',
    }),
    lastCount: Nullable(
      Type.Object(
        {
          at: At,
          counted: Type.Integer(),
          short: Type.Integer({ description: 'Held pieces that were not there' }),
        },
        { title: 'LastCount' },
      ),
    ),
  },
  { title: 'StockSheetLine' },
);
export type SheetLine = Static<typeof SheetLine>;

export const SheetPage = {
  ...PageOf(SheetLine),
  title: 'StockSheetPage',
  examples: [
    {
      items: [
        {
          partNumber: 'SP-11075',
          name: '油过滤器滤芯 75 kW',
          names: { en: 'Oil filter element 75 kW', zh: '油过滤器滤芯 75 kW' },
          model: 'SC-75F',
          material: 'PTFE',
          onShelf: 5,
          available: 4,
          reserved: 1,
          revision: 7,
          lastCount: null,
        },
      ],
      nextCursor: null,
    },
  ],
};

export const NewStockTake = Closed(
  {
    depot: Depot,
    countedAt: Instant('When the pieces were counted; the same when sending the count again'),
    remark: Type.Optional(Text(REMARK, { description: 'Why it was counted, or what was found' })),
    lines: Type.Array(
      Closed(
        {
          partNumber: PartNumber,
          counted: Type.Integer({
            minimum: 0,
            maximum: 100_000,
            description: 'Pieces on the shelf, those held for cases and orders too',
          }),
          revision: Type.Integer({ minimum: 0, maximum: MAX_INT, description: 'As the sheet had it' }),
          remark: Type.Optional(Text(LINE_REMARK)),
        },
        { title: 'CountedLine' },
      ),
      { minItems: 1, maxItems: MOST_COUNTED },
    ),
  },
  {
    title: 'NewStockTake',
    examples: [
      {
        depot: 'east',
        countedAt: '2026-11-24T08:00:00.000Z',
        remark: '月度盘点',
        lines: [{ partNumber: 'SP-11075', counted: 4, revision: 7, remark: '一件包装破损' }],
      },
    ],
  },
);
export type NewStockTake = Static<typeof NewStockTake>;

const TakenLine = Type.Object(
  {
    partNumber: Type.String(),
    name: Type.String({ description: "In the reader's language" }),
    names: Bilingual,
    expected: Type.Integer({ description: 'Pieces by the books before the count' }),
    counted: Type.Integer(),
    posted: Type.Integer({ description: 'Pieces that the books gained (above zero) or lost' }),
    short: Type.Integer({ description: 'Held pieces that are not there; the books keep them' }),
    shortFor: Type.Array(
      Type.Object(
        {
          reference: Type.String({ description: 'Number of the case or parts order that holds them' }),
          quantity: Type.Integer(),
        },
        { title: 'ShortHold' },
      ),
    ),
    remark: Nullable(Type.String()),
    postedCents: CostCents,
    currency: Type.Optional(CurrencyCode),
  },
  { title: 'StockTakeLine' },
);

export const StockTakeSchema = Type.Object(
  {
    id: Type.String(),
    depot: Type.String(),
    countedAt: At,
    postedAt: At,
    countedBy: Type.Object({ id: Type.String(), name: Type.String() }, { title: 'CountedBy' }),
    remark: Nullable(Type.String()),
    lines: Type.Array(TakenLine),
  },
  {
    title: 'StockTake',
  },
);
export type StockTakeView = Static<typeof StockTakeSchema>;

const EXAMPLE: StockTakeView = {
  id: 'stock-take/stf-014/0f6c2d3e-8f0b-4b63-9c1f-2f1f0a3f9a11',
  depot: 'east',
  countedAt: '2026-11-24T08:00:00.000Z',
  postedAt: '2026-11-24T08:05:00.000Z',
  countedBy: { id: 'stf-014', name: '吴大川' },
  remark: '月度盘点',
  lines: [
    {
      partNumber: 'SP-11075',
      name: '油过滤器滤芯 75 kW',
      names: { en: 'Oil filter element 75 kW', zh: '油过滤器滤芯 75 kW' },
      expected: 5,
      counted: 4,
      posted: -1,
      short: 0,
      shortFor: [],
      remark: '一件包装破损',
    },
  ],
};

export const StockTakeAnswer = { ...StockTakeSchema, examples: [EXAMPLE] };

export const StockTakeListQuery = Closed({
  depot: Depot,
  cursor: Type.Optional(
    Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}$', ...CURSOR }),
  ),
});
export const StockTakePage = {
  ...PageOf(StockTakeSchema),
  title: 'StockTakePage',
  examples: [{ items: [EXAMPLE], nextCursor: null }],
};
