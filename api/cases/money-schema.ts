import { Type, type Static } from '@sinclair/typebox';
import { CurrencyCode } from '../http/schema/amount';
import { CaseNumber, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

const Cents = Type.Integer({ title: 'Cents', description: 'Minor units' });
const Totals = Type.Object(
  {
    currency: CurrencyCode,
    costCents: Cents,
    revenueCents: Type.Integer({ description: 'Before tax, minor units' }),
    profitCents: Cents,
  },
  { title: 'MoneyTotals' },
);

export const CaseMoney = Type.Object(
  {
    number: CaseNumber,
    totals: Type.Array(Type.Object({ ...Totals.properties, taxCents: Cents }), {
      description: 'By the case itself: what it posted and did not take back, a row a currency (R10)',
    }),
    postings: Type.Array(
      Type.Object({
        key: Type.String({ description: 'Its id in the ledger' }),
        kind: literals(['cost', 'invoice']),
        number: Nullable(Type.String({ description: 'Of an invoice' })),
        at: At,
        currency: CurrencyCode,
        costCents: Cents,
        revenueCents: Cents,
        taxCents: Cents,
        state: literals(['posted', 'taken-back', 'unsettled'], {
          description: '`unsettled`: the call is under way, or failed and waits for a person',
        }),
      }),
    ),
    finance: Type.Object(
      {
        state: literals(['agrees', 'differs', 'unsettled', 'unavailable']),
        totals: Type.Array(Totals),
        differences: Type.Array(
          Type.Object({ field: Type.String(), expected: Type.Unknown(), actual: Type.Unknown() }),
        ),
      },
      { description: 'What the ledger says of the case' },
    ),
  },
  { title: 'CaseMoney' },
);
export type CaseMoney = Static<typeof CaseMoney>;

/** As the answer is documented. */
export const CaseMoneyAnswer = {
  ...CaseMoney,
  examples: [
    {
      number: 'AS-2026-000001',
      totals: [
        { currency: 'CNY', costCents: 43_600, revenueCents: 102_000, profitCents: 58_400, taxCents: 13_260 },
      ],
      postings: [],
      finance: {
        state: 'agrees',
        totals: [{ currency: 'CNY', costCents: 43_600, revenueCents: 102_000, profitCents: 58_400 }],
        differences: [],
      },
    },
  ],
};
