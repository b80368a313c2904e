import { Type, type Static } from '@sinclair/typebox';
import { DEFAULT_SPECIAL_TERMS, REPLACEMENT_TERMS, WARRANTY_STARTS } from '../../domain/entitlement/terms';
import { Closed, Id, literals, Nullable, Text } from '../http/schema/common';
import { Day } from '../cases/entitlement-schema';
import { InputDay, Retroactive } from '../entitlement/rule-schema';
import { At } from '../http/schema/paging';

const Term = Closed(
  {
    percent: Type.Integer({ minimum: 0, maximum: 100, description: 'Percent that is covered …' }),
    months: Type.Integer({ minimum: 0, maximum: 1_200, description: '… for so many months of the calendar' }),
  },
  { title: 'WarrantyTerm', description: 'Both 0: nothing is promised' },
);
const SPECIAL = {
  undatedStartMonths: Type.Integer({
    minimum: 0,
    maximum: 120,
    description:
      'Where it runs from the installation and that day is not known: it covers from the sale on, and is counted from so many months after the delivery',
  }),
  replacement: literals(REPLACEMENT_TERMS, {
    description:
      "Of a unit that comes in the place of another: the rest of that one's warranty, its own term, or the longer of both",
  }),
  replacementMonths: Type.Integer({
    minimum: 0,
    maximum: 1_200,
    description: 'The own term of such a unit, counted from the exchange',
  }),
  transferable: Type.Boolean({ description: 'False: the warranty ends when the unit changes owner' }),
};
const TERMS = {
  from: literals(WARRANTY_STARTS, { description: 'What the months are counted from' }),
  labour: Term,
  parts: Term,
  travel: Term,
};

const example = {
  soldFrom: '2027-01-01',
  from: 'installation' as const,
  labour: { percent: 100, months: 36 },
  parts: { percent: 100, months: 36 },
  travel: { percent: 100, months: 24 },
};

export const NewWarrantyTerms = Closed(
  {
    soldFrom: Type.String({
      ...InputDay,
      description:
        'For units sold from this day on: what was promised with a unit before stays as it was (R4)',
    }),
    ...TERMS,
    undatedStartMonths: Type.Optional(SPECIAL.undatedStartMonths),
    replacement: Type.Optional(SPECIAL.replacement),
    replacementMonths: Type.Optional(SPECIAL.replacementMonths),
    transferable: Type.Optional(SPECIAL.transferable),
    retroactive: Retroactive,
  },
  { title: 'NewWarrantyTerms', examples: [example] },
);
export type NewWarrantyTerms = Static<typeof NewWarrantyTerms>;

const NAMES = { nameEn: Text(200), nameZh: Text(200) };
const Family = { ...Id, description: 'Products that share fault codes and rules of approval' };

export const NewProduct = Closed(
  {
    code: { ...Id, description: 'The model, as it stands on the plate' },
    ...NAMES,
    family: Family,
    ...TERMS,
    undatedStartMonths: Type.Optional(SPECIAL.undatedStartMonths),
    replacement: Type.Optional(SPECIAL.replacement),
    replacementMonths: Type.Optional(SPECIAL.replacementMonths),
    transferable: Type.Optional(SPECIAL.transferable),
  },
  {
    title: 'NewProduct',
    examples: [
      {
        code: 'SC-90V',
        nameEn: 'SC-90V variable-speed screw compressor, 90 kW',
        nameZh: 'SC-90V 变频螺杆空压机 90 kW',
        family: 'oil-injected-screw',
        from: example.from,
        labour: example.labour,
        parts: example.parts,
        travel: example.travel,
      },
    ],
  },
);
export type NewProduct = Static<typeof NewProduct>;

export const ProductPatch = Closed(
  {
    nameEn: Type.Optional(NAMES.nameEn),
    nameZh: Type.Optional(NAMES.nameZh),
    family: Type.Optional(Family),
  },
  { title: 'ProductPatch', minProperties: 1, examples: [{ nameEn: 'SC-90V compressor, 90 kW' }] },
);
export type ProductPatch = Static<typeof ProductPatch>;

const ProductSchema = Type.Object(
  {
    code: Type.String(),
    nameEn: Type.String(),
    nameZh: Type.String(),
    family: Type.String(),
    version: Type.Integer({ description: 'What `If-Match` names when it is corrected or terms are entered' }),
    terms: Type.Array(
      Type.Object({
        soldFrom: Nullable(Day),
        ...TERMS,
        ...SPECIAL,
        createdAt: Nullable(At),
        createdBy: Nullable(Type.String({ description: 'Id of the member of staff' })),
      }),
      {
        description:
          'Past, present and to come, latest first. The last, with soldFrom null, are those that the product was entered with: for units sold before all others',
      },
    ),
    changes: Type.Array(
      Type.Object({
        version: Type.Integer(),
        nameEn: Type.String(),
        nameZh: Type.String(),
        family: Type.String(),
        at: At,
        by: Type.String({ description: 'Id of the member of staff' }),
      }),
      {
        description:
          'Who named it as it is, and when, oldest first; of an imported product what came after the import',
      },
    ),
  },
  { title: 'Product' },
);
export type ProductView = Static<typeof ProductSchema>;

const shown: ProductView = {
  code: 'SC-75F',
  nameEn: 'SC-75F fixed-speed screw compressor, 75 kW',
  nameZh: 'SC-75F 工频螺杆空压机 75 kW',
  family: 'oil-injected-screw',
  version: 2,
  terms: [
    { ...example, ...DEFAULT_SPECIAL_TERMS, createdAt: '2026-11-26T02:00:00.000Z', createdBy: 'stf-001' },
    {
      ...example,
      ...DEFAULT_SPECIAL_TERMS,
      soldFrom: null,
      labour: { percent: 100, months: 24 },
      parts: { percent: 100, months: 24 },
      createdAt: null,
      createdBy: null,
    },
  ],
  changes: [],
};
export const ProductAnswer = { ...ProductSchema, examples: [shown] };
export const ProductList = Type.Object(
  { items: Type.Array(ProductSchema) },
  { title: 'ProductList', examples: [{ items: [shown] }] },
);
