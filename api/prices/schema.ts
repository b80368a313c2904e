import { Type, type Static } from '@sinclair/typebox';
import { DECLINED_CHARGES } from '../../domain/quote/terms';
import { SERVICE_LEVELS } from '../../domain/identity/roles';
import { Amount, Currency } from '../http/schema/amount';
import { CostCents } from '../http/schema/cost';
import { Closed, Id, Instant, literals, Nullable, PartNumber, Text } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';

const PriceCents = Amount('Minor units, before tax');

const Retroactive = Type.Optional(
  Type.Boolean({ description: 'Needed where effectiveFrom lies in the past' }),
);

const PRICES = {
  id: { ...Id, description: 'The same when sending it again' },
  nameEn: Text(200),
  nameZh: Text(200),
  currency: Currency,
  labourPer: literals(['hour', 'visit'], { description: 'By the hour, or flat for a visit' }),
  labourPriceCents: PriceCents,
  labourCostCents: PriceCents,
  travelPer: literals(['trip', 'hour']),
  travelPriceCents: PriceCents,
  travelCostCents: PriceCents,
  taxBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000, description: '1300 is 13 %' }),
  quoteValidDays: Type.Integer({ minimum: 1, maximum: 366 }),
  declinedCharge: literals(DECLINED_CHARGES, {
    description: 'Of a customer who declines: the trips that were made, or nothing',
  }),
};

const list = {
  id: 'prices-2026-a',
  nameEn: 'Service level A, 2026',
  nameZh: '2026 年 A 级服务价目',
  serviceLevel: 'A' as const,
  currency: 'CNY',
  labourPer: 'hour' as const,
  labourPriceCents: 28_000,
  labourCostCents: 12_000,
  travelPer: 'trip' as const,
  travelPriceCents: 20_000,
  travelCostCents: 12_000,
  taxBasisPoints: 1_300,
  quoteValidDays: 15,
  declinedCharge: 'travel' as const,
};

export const NewPriceList = Closed(
  {
    ...PRICES,
    serviceLevel: Type.Optional(
      literals(SERVICE_LEVELS, { description: 'Left out: any that has no list of its own' }),
    ),
    effectiveFrom: Instant(
      'Governs quotes prepared from here on; a later one takes the place of an earlier one',
    ),
    effectiveTo: Type.Optional(Instant('Not included')),
    retroactive: Retroactive,
  },
  { title: 'NewPriceList', examples: [{ ...list, effectiveFrom: '2027-01-01T00:00:00+08:00' }] },
);
export type NewPriceList = Static<typeof NewPriceList>;

const PriceListSchema = Type.Object(
  {
    ...PRICES,
    labourCostCents: CostCents,
    travelCostCents: CostCents,
    serviceLevel: Nullable(literals(SERVICE_LEVELS)),
    effectiveFrom: At,
    effectiveTo: Nullable(At),
  },
  { title: 'PriceList' },
);
export type PriceListView = Static<typeof PriceListSchema>;
const shown = { ...list, effectiveFrom: '2025-12-31T16:00:00.000Z', effectiveTo: null };
export const PriceListAnswer = { ...PriceListSchema, examples: [shown] };
export const PriceLists = Type.Object(
  { items: Type.Array(PriceListSchema) },
  { title: 'PriceLists', examples: [{ items: [shown] }] },
);

const PART = {
  id: { ...Id, description: 'The same when sending it again' },
  partNumber: PartNumber,
  nameEn: Text(200),
  nameZh: Text(200),
  currency: Currency,
  priceCents: PriceCents,
  costCents: PriceCents,
};
const part = {
  id: 'SP-21022-2026',
  partNumber: 'SP-21022',
  nameEn: 'Shaft seal kit, 22 kW',
  nameZh: '轴封组件 22 kW',
  currency: 'CNY',
  priceCents: 46_000,
  costCents: 23_600,
};

export const NewPartPrice = Closed(
  {
    ...PART,
    effectiveFrom: Instant(
      'Governs quotes prepared from here on; a later one takes the place of an earlier one',
    ),
    effectiveTo: Type.Optional(Instant('Not included')),
    retroactive: Retroactive,
  },
  { title: 'NewPartPrice', examples: [{ ...part, effectiveFrom: '2027-01-01T00:00:00+08:00' }] },
);
export type NewPartPrice = Static<typeof NewPartPrice>;
const PartPriceSchema = Type.Object(
  {
    ...PART,
    costCents: CostCents,
    effectiveFrom: At,
    effectiveTo: Nullable(At),
  },
  { title: 'PartPrice' },
);
export type PartPriceView = Static<typeof PartPriceSchema>;
const shownPart = { ...part, effectiveFrom: '2025-12-31T16:00:00.000Z', effectiveTo: null };
export const PartPriceAnswer = { ...PartPriceSchema, examples: [shownPart] };
export const PartPriceQuery = Closed({
  partNumber: Type.Optional(PartNumber),
  q: Type.Optional(Text(100, { description: 'Part of its number, or of its name in either language' })),
  standing: Type.Optional(
    literals(['in-force', 'to-come', 'past'], {
      description: 'Today; `past` is also a price that gave way to a later one',
    }),
  ),
  sort: Type.Optional(
    literals(['id', 'part'], { description: '`part`: by part number, the latest price first' }),
  ),
  ...PAGING,
});
export type PartPriceQuery = Static<typeof PartPriceQuery>;
export const PartPricePage = {
  ...PageOf(PartPriceSchema),
  title: 'PartPricePage',
  examples: [{ items: [shownPart], nextCursor: null }],
};
