import { DAY_MS } from '../../clock/instant';
import type { ConsentWay } from '../facts';
import type { CaseState } from '../state';
import { creditNumberOf } from './invoices';
import type { CaseInvoice, CaseQuote } from './terms';

/** A version of a quote as a list shows it. Instants are ISO-8601. */
export interface QuoteDocument extends Pick<
  CaseQuote,
  | 'number'
  | 'version'
  | 'status'
  | 'statusSince'
  | 'currency'
  | 'netCents'
  | 'taxCents'
  | 'totalCents'
  | 'preparedAt'
  | 'preparedBy'
> {
  /** Absent until it is offered to the customer. */
  readonly offeredAt?: string;
  readonly validUntil?: string;
  /** The customer's word. */
  readonly decided?: { readonly at: string; readonly how: ConsentWay };
}

/** An invoice with the note that takes it back. */
export interface InvoiceDocument extends Pick<
  CaseInvoice,
  | 'number'
  | 'quoteNumber'
  | 'currency'
  | 'taxBasisPoints'
  | 'netCents'
  | 'taxCents'
  | 'totalCents'
  | 'issuedAt'
> {
  readonly creditNote?: { readonly number: string; readonly at: string };
}

/** Every version of the case's quote (R7), the earliest first. */
export const quotesOf = ({ quote, earlierQuotes = [] }: CaseState): readonly QuoteDocument[] =>
  [...earlierQuotes, ...(quote ? [quote] : [])].map(quoteDocument);

/** Every invoice that the case asked for (R10), the earliest first. */
export const invoicesOf = ({ invoices = [] }: CaseState): readonly InvoiceDocument[] =>
  invoices.map(
    ({
      lines: _lines,
      issuedBy: _seq,
      isOfEarlierService: _earlier,
      party: _party,
      creditedAt,
      ...invoice
    }) => ({
      ...invoice,
      ...(creditedAt !== undefined && {
        creditNote: { number: creditNumberOf(invoice.number), at: creditedAt },
      }),
    }),
  );

function quoteDocument(quote: CaseQuote): QuoteDocument {
  const { number, version, status, statusSince, currency, netCents, taxCents, totalCents } = quote;
  const { preparedAt, preparedBy, validUntil, validDays, decided } = quote;
  return {
    number,
    version,
    status,
    statusSince,
    currency,
    netCents,
    taxCents,
    totalCents,
    preparedAt,
    preparedBy,
    // `statusSince` moves on with the next status; the validity counts from the offer for good.
    ...(validUntil !== undefined && {
      validUntil,
      offeredAt: new Date(Date.parse(validUntil) - validDays * DAY_MS).toISOString(),
    }),
    ...(decided && { decided: { at: decided.consent.at, how: decided.consent.how } }),
  };
}
