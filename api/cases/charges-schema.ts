import { Type } from '@sinclair/typebox';
import { COVERAGE_ITEMS } from '../../domain/entitlement/terms';
import { QUOTE_UNITS } from '../../domain/quote/terms';
import { CurrencyCode } from '../http/schema/amount';
import { Bilingual, literals, Nullable } from '../http/schema/common';

const Cents = Type.Integer({ title: 'Cents', description: 'Minor units of the currency' });

/** The customer's charges for a service (R7); never includes internal costs. */
export const CustomerChargesView = Type.Object(
  {
    kind: literals(['priced', 'free', 'none'], {
      description:
        'priced: by the quote; free: warranty or contract cover all of it, and no price was made; none: nothing is charged',
    }),
    currency: Nullable(CurrencyCode),
    invoiceNumber: Nullable(Type.String()),
    lines: Type.Array(
      Type.Object({
        item: literals(COVERAGE_ITEMS),
        name: Bilingual,
        partNumber: Nullable(Type.String()),
        quantity: Type.Integer(),
        unit: literals(QUOTE_UNITS),
        unitPriceCents: Type.Integer({ description: 'Of an hour where the unit is a minute' }),
        priceCents: Cents,
        coveredCents: Type.Integer({ description: 'What warranty or contract pay' }),
        customerCents: Type.Integer({ description: 'What is left for the customer, before tax' }),
      }),
    ),
    priceCents: Cents,
    coveredCents: Cents,
    netCents: Cents,
    taxCents: Cents,
    totalCents: Cents,
  },
  { title: 'CustomerCharges', description: 'What the customer pays for it' },
);
