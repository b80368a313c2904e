import { Type, type Static } from '@sinclair/typebox';
import { CONSENT_WAYS } from '../../domain/case/facts';
import { QUOTE_STATUSES } from '../../domain/case/quote/terms';
import { STAGES } from '../../domain/case/terms';
import { Currency, CurrencyCode } from '../http/schema/amount';
import { CaseNumber, Closed, Instant, literals, Nullable, Text } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';

const Cents = Type.Integer({ title: 'Cents', description: 'Minor units of the currency' });
const AMOUNTS = { currency: CurrencyCode, netCents: Cents, taxCents: Cents, totalCents: Cents };
const Named = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'Person' });

const OF_A_CASE = {
  case: Type.Object(
    { number: CaseNumber, subject: Type.String(), stage: literals(STAGES) },
    { title: 'BilledCase' },
  ),
  customer: Nullable(Named),
};

const QuoteItem = Type.Object(
  {
    number: Type.String({ examples: ['AS-2026-000001-Q1'] }),
    version: Type.Integer(),
    ...OF_A_CASE,
    status: literals(QUOTE_STATUSES),
    statusSince: At,
    ...AMOUNTS,
    preparedAt: At,
    preparedBy: Named,
    offeredAt: Nullable({ ...At, description: 'Sent to the customer; null while it is in approval' }),
    validUntil: Nullable(At),
    decided: Nullable(
      Type.Object(
        { at: At, how: literals(CONSENT_WAYS) },
        { title: 'QuoteDecided', description: 'The customer’s word; `status` says which' },
      ),
    ),
  },
  { title: 'QuoteListItem' },
);
export type QuoteItem = Static<typeof QuoteItem>;

export const INVOICE_STATUSES = ['issued', 'credited'] as const;
const INVOICE_BASES = ['work', 'declined-quote'] as const;

const InvoiceItem = Type.Object(
  {
    number: Type.String({ examples: ['AS-2026-000001-I1'] }),
    quoteNumber: Type.String(),
    ...OF_A_CASE,
    status: literals(INVOICE_STATUSES),
    ...AMOUNTS,
    taxBasisPoints: Type.Integer({ description: '1300 is 13 %' }),
    issuedAt: At,
    basis: literals(INVOICE_BASES, {
      description: 'Work that was done, or trips of a customer who declined the quote',
    }),
    creditNote: Nullable(
      Type.Object({ number: Type.String(), at: At }, { description: 'Takes the whole invoice back' }),
    ),
  },
  { title: 'InvoiceListItem' },
);
export type InvoiceItem = Static<typeof InvoiceItem>;

const CreditNoteItem = Type.Object(
  {
    number: Type.String({ examples: ['AS-2026-000001-I1-C'] }),
    at: At,
    invoice: Type.Object({ number: Type.String(), issuedAt: At }),
    ...OF_A_CASE,
    ...AMOUNTS,
  },
  { title: 'CreditNoteListItem' },
);
export type CreditNoteItem = Static<typeof CreditNoteItem>;

/** Filters that every list of documents has. */
const FILTERS = {
  currency: Type.Optional(Currency),
  q: Type.Optional({
    ...Text(200),
    description: 'Beginning of its number, or words of its case and customer',
  }),
  from: Type.Optional(Instant('From this instant on: of a quote its preparation, else the date it bears')),
  to: Type.Optional(Instant('and before this one')),
};
const QUOTE_FILTERS = {
  status: Type.Optional(literals(QUOTE_STATUSES)),
  ...FILTERS,
};
const INVOICE_FILTERS = { status: Type.Optional(literals(INVOICE_STATUSES)), ...FILTERS };

export const QuoteTotalsQuery = Closed(QUOTE_FILTERS);
export const QuoteListQuery = Closed({
  ...QUOTE_FILTERS,
  sort: Type.Optional(
    literals(['-preparedAt', 'validUntil'], { description: 'The latest first, or the first to expire' }),
  ),
  ...PAGING,
});
export type QuoteListQuery = Static<typeof QuoteListQuery>;
export const InvoiceTotalsQuery = Closed(INVOICE_FILTERS);
export const InvoiceListQuery = Closed({ ...INVOICE_FILTERS, ...PAGING });
export type InvoiceListQuery = Static<typeof InvoiceListQuery>;
export const CreditNoteTotalsQuery = Closed(FILTERS);
export const CreditNoteListQuery = Closed({ ...FILTERS, ...PAGING });
export type CreditNoteListQuery = Static<typeof CreditNoteListQuery>;
export type DocumentFilters = Static<typeof CreditNoteTotalsQuery>;

const BillTotals = Type.Object(
  {
    items: Type.Array(Type.Object({ ...AMOUNTS, count: Type.Integer() }, { title: 'BillTotal' }), {
      description: 'A row a currency: amounts of different currencies are never added',
    }),
  },
  { title: 'BillTotals' },
);
export type BillTotals = Static<typeof BillTotals>;

const amounts = { currency: 'CNY', netCents: 102_000, taxCents: 13_260, totalCents: 115_260 };
const ofACase = {
  case: { number: 'AS-2026-000001', subject: '空压机漏油', stage: 'approved' as const },
  customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
};

export const QuotePageAnswer = {
  ...PageOf(QuoteItem),
  title: 'QuotePage',
  examples: [
    {
      items: [
        {
          number: 'AS-2026-000001-Q1',
          version: 1,
          ...ofACase,
          status: 'offered',
          statusSince: '2026-11-24T02:00:00.000Z',
          ...amounts,
          preparedAt: '2026-11-24T02:00:00.000Z',
          preparedBy: { id: 'stf-012', name: '丁文博' },
          offeredAt: '2026-11-24T02:00:00.000Z',
          validUntil: '2026-12-09T02:00:00.000Z',
          decided: null,
        },
      ],
      nextCursor: null,
    },
  ],
};
export const InvoicePageAnswer = {
  ...PageOf(InvoiceItem),
  title: 'InvoicePage',
  examples: [
    {
      items: [
        {
          number: 'AS-2026-000001-I1',
          quoteNumber: 'AS-2026-000001-Q1',
          ...ofACase,
          status: 'credited',
          ...amounts,
          taxBasisPoints: 1_300,
          issuedAt: '2026-11-26T08:00:00.000Z',
          basis: 'work',
          creditNote: { number: 'AS-2026-000001-I1-C', at: '2026-11-27T01:00:00.000Z' },
        },
      ],
      nextCursor: null,
    },
  ],
};
export const CreditNotePageAnswer = {
  ...PageOf(CreditNoteItem),
  title: 'CreditNotePage',
  examples: [
    {
      items: [
        {
          number: 'AS-2026-000001-I1-C',
          at: '2026-11-27T01:00:00.000Z',
          invoice: { number: 'AS-2026-000001-I1', issuedAt: '2026-11-26T08:00:00.000Z' },
          ...ofACase,
          ...amounts,
        },
      ],
      nextCursor: null,
    },
  ],
};
export const BillTotalsAnswer = { ...BillTotals, examples: [{ items: [{ ...amounts, count: 1 }] }] };
