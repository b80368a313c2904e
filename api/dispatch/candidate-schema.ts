import { Type, type Static } from '@sinclair/typebox';
import { FACTORS } from '../../domain/dispatch/candidates';
import { SERVICE_LEVELS } from '../../domain/identity/roles';
import { Closed, Instant, literals, Nullable } from '../http/schema/common';
import { Bilingual } from '../cases/offer-schema';
import { At } from '../http/schema/paging';

export const CandidateQuery = Closed({
  from: Type.Optional(Instant('Free from this instant on; now where left out')),
  minutes: Type.Optional(
    Type.Integer({ minimum: 15, maximum: 720, default: 120, description: 'How long the visit takes' }),
  ),
  days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 60, default: 14, description: 'How far ahead to look for time' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
});
export type CandidateQuery = Static<typeof CandidateQuery>;

const CandidateSchema = Type.Object(
  {
    engineer: Type.Object({
      id: Type.String(),
      names: Bilingual,
      outletId: Type.String(),
      outletNames: Bilingual,
      serviceLevel: literals(SERVICE_LEVELS),
    }),
    nextFree: Nullable(Type.Object({ from: At, to: At })),
    factors: Type.Array(
      Type.Object({
        factor: literals(FACTORS),
        value: Type.Union([Type.String(), Type.Number(), Type.Null()]),
        text: Bilingual,
      }),
      { description: 'Why they stand here: the first factor that differs from the next one decides' },
    ),
  },
  { title: 'Candidate' },
);
export type CandidateView = Static<typeof CandidateSchema>;

export const CandidateList = Type.Object(
  { items: Type.Array(CandidateSchema, { description: 'Best first' }) },
  {
    title: 'CandidateList',
    examples: [
      {
        items: [
          {
            engineer: {
              id: 'stf-027',
              names: { en: 'Li Wei', zh: '李巍' },
              outletId: 'sh-pudong',
              outletNames: { en: 'Shanghai Pudong Service Outlet', zh: '上海浦东授权服务站' },
              serviceLevel: 'A',
            },
            nextFree: { from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T03:00:00.000Z' },
            factors: [
              {
                factor: 'skill',
                value: 'yes',
                text: { en: 'has the skill for this product', zh: '具备该产品技能' },
              },
            ],
          },
        ],
      },
    ],
  },
);
