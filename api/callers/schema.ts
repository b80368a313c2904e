import { Type, type Static } from '@sinclair/typebox';
import { ClockSchema } from '../cases/clock-schema';
import { CASE_EXAMPLE, CASE_SUMMARY, CaseSummary } from '../cases/schema';
import { CustomerSummary } from '../customers/schema';
import { Bilingual, Closed, Nullable, Text } from '../http/schema/common';
import { Elsewhere } from '../requests/elsewhere-schema';
import { UnitSchema } from '../units/schema';

/** At most so many of each customer: what a clerk can take in while the telephone rings. */
export const MOST_UNITS = 20;
export const MOST_OPEN_CASES = 20;
export const MOST_RECENT_CASES = 5;

export const CallersQuery = Closed({
  phone: Text(300, {
    description: 'As it was shown, typed or pasted: with blanks, slashes, an extension or a name beside it',
    examples: ['021-5741 8260 转 801'],
  }),
});

const OpenCase = Type.Object(
  {
    ...CASE_SUMMARY,
    promises: Type.Array(ClockSchema, { description: 'What the customer was promised, by when it is due' }),
  },
  { title: 'OpenCaseOfCaller' },
);

export const CallerSchema = Type.Object(
  {
    customer: CustomerSummary,
    contactName: Nullable(Type.String({ description: 'The person whose number it is' })),
    units: Type.Array(UnitSchema, { description: `With their warranty today, ${MOST_UNITS} at most` }),
    unitCount: Type.Integer(),
    openCases: Type.Array(OpenCase, { description: `The latest first, ${MOST_OPEN_CASES} at most` }),
    openCaseCount: Type.Integer(),
    recentCases: Type.Array(CaseSummary, {
      description: `The latest that have ended, ${MOST_RECENT_CASES} at most`,
    }),
  },
  { title: 'Caller' },
);
export type CallerView = Static<typeof CallerSchema>;

export const CallersAnswer = Type.Object(
  {
    phone: Type.Object({
      number: Type.String({ description: 'E.164', examples: ['+862157418260'] }),
      extension: Nullable(Type.String()),
      words: { ...Bilingual, description: 'As people of each language dial it' },
    }),
    items: Type.Array(CallerSchema, {
      description:
        'Customers in sight with this number, those with open cases first; empty for an unknown one',
    }),
    elsewhere: Type.Array(Elsewhere, { description: 'Customers of other centres with this number' }),
  },
  {
    title: 'Callers',
    examples: [
      {
        phone: {
          number: '+862157418260',
          extension: '801',
          words: { en: '+86 21 5741 8260', zh: '021 5741 8260' },
        },
        items: [
          {
            customer: {
              id: 'cus-0001',
              number: 'C-000001',
              kind: 'customer',
              status: 'active',
              name: '上海澜汀食品有限公司',
              nameEn: 'Shanghai Lanting Foods Co., Ltd.',
              language: 'zh',
              regionId: 'east',
              province: '上海',
              city: '上海',
              address: '上海市奉贤区汀浦路 268 号',
              contacts: [{ kind: 'phone', value: '+862157418260', name: '邵文娟' }],
              version: 1,
              createdAt: '2021-03-30T00:00:00.000Z',
            },
            contactName: '邵文娟',
            units: [],
            unitCount: 0,
            openCases: [],
            openCaseCount: 0,
            recentCases: [{ ...CASE_EXAMPLE, stage: 'closed' }],
          },
        ],
        elsewhere: [],
      },
    ],
  },
);
