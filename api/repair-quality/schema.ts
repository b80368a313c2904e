import { Type, type Static } from '@sinclair/typebox';
import { REPAIR_FIGURE_KEYS, REPAIR_FIGURES, REPAIR_STANDINGS } from '../../domain/repair-quality/figures';
import { Bilingual, CaseNumber, Closed, Id, Instant, literals, Nullable } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';

const Count = Type.Integer({ minimum: 0 });
const Filter = (description: string) => Type.Optional({ ...Id, description });

const FILTERS = {
  from: Type.Optional(Instant('Of repairs verified from this instant on')),
  to: Type.Optional(Instant('and before this one')),
  organisationId: Filter('Repaired by this outlet, or in this centre’s region; `hq` is all of them'),
  engineerId: Filter('Repaired by this engineer'),
  productCode: Filter('Of units of this product'),
  faultCode: Filter('Of this fault, as it was diagnosed'),
};
export const RepairQualityQuery = Closed(FILTERS);
export type RepairQualityQuery = Static<typeof RepairQualityQuery>;

const RepairFigure = Type.Object(
  {
    key: literals(REPAIR_FIGURE_KEYS),
    name: Bilingual,
    text: Bilingual,
    basisPoints: Nullable(
      Type.Integer({ description: 'Hundredths of a percent; null where the denominator is 0' }),
    ),
    numerator: Count,
    denominator: Count,
    provisional: Type.Integer({
      description: 'Of the denominator, those that may still have to be repeated: the policy’s days run',
    }),
  },
  { title: 'RepairFigure' },
);

const [firstTimeFix] = REPAIR_FIGURES.map(({ key, name, text }) => ({ key, name, text }));

export const RepairQuality = Type.Object(
  { asOf: At, items: Type.Array(RepairFigure) },
  {
    title: 'RepairQuality',
    examples: [
      {
        asOf: '2026-11-22T04:00:00.000Z',
        items: [{ ...firstTimeFix, basisPoints: 8_333, numerator: 35, denominator: 42, provisional: 11 }],
      },
    ],
  },
);

export const RepairQualityParams = Type.Object({
  key: Type.String({
    pattern: '^[a-z-]+$',
    maxLength: 64,
    description: REPAIR_FIGURE_KEYS.join(', '),
    examples: ['first-time-fix'],
  }),
});

export const RepairCasesQuery = Closed({
  ...FILTERS,
  standing: Type.Optional(literals(REPAIR_STANDINGS, { description: 'Default: all three' })),
  ...PAGING,
});
export type RepairCasesQuery = Static<typeof RepairCasesQuery>;

const Other = (description: string) =>
  Nullable({ ...CaseNumber, description: `${description}; null also where that case is not yours to see` });

const RepairCase = Type.Object(
  {
    number: CaseNumber,
    verifiedAt: At,
    engineer: Type.Object({ id: Type.String(), name: Type.String() }),
    productCode: Nullable(Type.String()),
    faultCode: Nullable(
      Type.String({ description: 'Null where nothing was diagnosed: no repeat can be found' }),
    ),
    visits: Count,
    standing: literals(REPAIR_STANDINGS),
    repeatOf: Other('The repair that it repeats'),
    repeatedBy: Other('The first repair that had to repeat it'),
  },
  { title: 'RepairCase' },
);

export const RepairCasesPage = {
  ...PageOf(RepairCase),
  title: 'RepairCasesPage',
  examples: [
    {
      items: [
        {
          number: 'AS-2026-000001',
          verifiedAt: '2026-10-21T06:12:00.000Z',
          engineer: { id: 'stf-027', name: '李巍' },
          productCode: 'SC-75F',
          faultCode: 'oil-leak',
          visits: 1,
          standing: 'no',
          repeatOf: null,
          repeatedBy: 'AS-2026-000019',
        },
      ],
      nextCursor: null,
    },
  ],
};
