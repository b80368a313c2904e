import { Type, type Static } from '@sinclair/typebox';
import { QUOTE_STATUSES } from '../../domain/case/quote/terms';
import { COVERAGE_ITEMS } from '../../domain/entitlement/terms';
import { QUOTE_UNITS } from '../../domain/quote/terms';
import { literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

const Bilingual = Type.Object({ en: Type.String(), zh: Type.String() }, { title: 'Bilingual' });
const Cents = Type.Integer({ title: 'Cents', description: 'Minor units of the currency' });

/** The version of a quote that counts, as its customer may see it: what it costs us is no part of it (R7). */
export const QuoteView = Type.Object(
  {
    number: Type.String(),
    version: Type.Integer(),
    status: literals(QUOTE_STATUSES),
    statusNames: Bilingual,
    currency: Type.String(),
    lines: Type.Array(
      Type.Object({
        item: literals(COVERAGE_ITEMS),
        name: Bilingual,
        partNumber: Nullable(Type.String()),
        quantity: Type.Integer(),
        unit: literals(QUOTE_UNITS),
        unitPriceCents: Cents,
        priceCents: Cents,
        coveredPercent: Type.Integer({ description: 'By warranty or contract' }),
        customerCents: Type.Integer({ description: 'What is left for the customer to pay, before tax' }),
      }),
    ),
    netCents: Cents,
    taxCents: Cents,
    totalCents: Cents,
    validUntil: Nullable(At),
    note: Nullable(Type.String()),
  },
  { title: 'Quote' },
);
export type QuoteView = Static<typeof QuoteView>;
