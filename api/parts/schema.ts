import { Type, type Static } from '@sinclair/typebox';
import { CurrencyCode } from '../http/schema/amount';
import { Bilingual, Closed, literals, Nullable, PartNumber, Text } from '../http/schema/common';
import { CostCents } from '../http/schema/cost';
import { PageOf } from '../http/schema/paging';

export const PartListQuery = Closed({
  q: Type.Optional(
    Text(100, {
      description: 'Part of a number, a name in either language, a model or a material',
      examples: ['轴封'],
    }),
  ),
  cursor: Type.Optional(
    Type.Union([PartNumber], { description: '`nextCursor` of the page before, sent with the same `q`' }),
  ),
});
export type PartListQuery = Static<typeof PartListQuery>;

export const PartSchema = Type.Object(
  {
    partNumber: Type.String({ examples: ['SP-11075'] }),
    name: Type.String({ description: "In the reader's language" }),
    names: Bilingual,
    model: Type.String(),
    material: Type.String(),
    abcClass: literals(['A', 'B', 'C']),
    critical: Type.Boolean(),
    available: Type.Integer({ description: 'Pieces that can be reserved, over all depots' }),
    depots: Type.Array(
      Type.Object(
        {
          id: Type.String({ description: 'The organisation whose depot it is' }),
          name: Type.String({ description: "In the reader's language" }),
          isMine: Type.Boolean({ description: "The caller's own organisation" }),
          available: Type.Integer({ description: 'Pieces that can be reserved' }),
          reserved: Type.Integer({ description: 'Pieces that are held for cases and orders' }),
        },
        { title: 'DepotStock' },
      ),
      { description: "The caller's own first" },
    ),
    price: Type.Optional(
      Nullable(
        Type.Object(
          { amountCents: Type.Integer(), currency: CurrencyCode },
          { title: 'PartPriceInForce', description: 'To the customer; told to those who read prices' },
        ),
      ),
    ),
    unitCostCents: CostCents,
    costCurrency: Type.Optional(CurrencyCode),
  },
  { title: 'Part' },
);
export type PartView = Static<typeof PartSchema>;

export const PartPage = {
  ...PageOf(PartSchema),
  title: 'PartPage',
  examples: [
    {
      items: [
        {
          partNumber: 'SP-11075',
          name: '轴封组件',
          names: { en: 'Shaft seal kit', zh: '轴封组件' },
          model: 'SC-75F',
          material: 'PTFE',
          abcClass: 'A',
          critical: true,
          available: 6,
          depots: [{ id: 'east', name: '华东仓', isMine: true, available: 4, reserved: 1 }],
          price: { amountCents: 118_000, currency: 'CNY' },
        },
      ],
      nextCursor: null,
    },
  ],
};
