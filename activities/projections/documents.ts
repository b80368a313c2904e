import { isDeepStrictEqual } from 'node:util';
import {
  invoicesOf,
  quotesOf,
  type InvoiceDocument,
  type QuoteDocument,
} from '../../domain/case/quote/documents';
import type { CaseState } from '../../domain/case/state';
import { Prisma, type Transaction } from '../../platform/database';
import type { Difference } from '../process-kind';
import { image, type TableRows } from '../process-tables';
import { compareRows } from './compare';

export const CASE_QUOTE = image('case_quote', Prisma.CaseQuoteScalarFieldEnum, 'number');
export const CASE_INVOICE = image('case_invoice', Prisma.CaseInvoiceScalarFieldEnum, 'number');

/** Quotes and invoices of a case (R7, R10). Few commits touch them, and only those write. */
export function changedDocuments(
  processId: string,
  { before, after }: { readonly before: CaseState; readonly after: CaseState },
): readonly TableRows[] {
  const [quotes, invoices] = [quoteRows(processId, after), invoiceRows(processId, after)];
  return [
    ...(isDeepStrictEqual(quoteRows(processId, before), quotes) ? [] : [{ table: CASE_QUOTE, rows: quotes }]),
    ...(isDeepStrictEqual(invoiceRows(processId, before), invoices)
      ? []
      : [{ table: CASE_INVOICE, rows: invoices }]),
  ];
}

export async function documentDifferences(
  tx: Transaction,
  processId: string,
  state: CaseState,
): Promise<readonly Difference[]> {
  const where = { processId };
  const [quotes, invoices] = await Promise.all([
    tx.caseQuote.findMany({ where }),
    tx.caseInvoice.findMany({ where }),
  ]);
  return [
    ...compareRows(CASE_QUOTE.name, byNumber(quoteRows(processId, state)), byNumber(quotes.map(asNumbers))),
    ...compareRows(
      CASE_INVOICE.name,
      byNumber(invoiceRows(processId, state)),
      byNumber(invoices.map(asNumbers)),
    ),
  ];
}

interface Amounts {
  readonly netCents: bigint;
  readonly taxCents: bigint;
  readonly totalCents: bigint;
}
const asNumbers = <Row extends Amounts>({ netCents, taxCents, totalCents, ...row }: Row) => ({
  ...row,
  netCents: Number(netCents),
  taxCents: Number(taxCents),
  totalCents: Number(totalCents),
});

const byNumber = <Row extends { readonly number: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.number, row]));

const date = (instant: string | undefined): Date | null => (instant === undefined ? null : new Date(instant));

const quoteRows = (processId: string, state: CaseState): readonly Prisma.CaseQuoteCreateManyInput[] =>
  quotesOf(state).map((quote) => ({ processId, ...quoteColumns(quote) }));

const quoteColumns = ({
  statusSince,
  preparedAt,
  preparedBy,
  offeredAt,
  validUntil,
  decided,
  ...quote
}: QuoteDocument) => ({
  ...quote,
  statusSince: new Date(statusSince),
  preparedAt: new Date(preparedAt),
  preparedById: preparedBy.id,
  preparedByName: preparedBy.name,
  offeredAt: date(offeredAt),
  validUntil: date(validUntil),
  decidedAt: date(decided?.at),
  decidedHow: decided?.how ?? null,
});

const invoiceRows = (processId: string, state: CaseState): readonly Prisma.CaseInvoiceCreateManyInput[] =>
  invoicesOf(state).map((invoice) => ({ processId, ...invoiceColumns(invoice) }));

const invoiceColumns = ({ issuedAt, creditNote, ...invoice }: InvoiceDocument) => ({
  ...invoice,
  issuedAt: new Date(issuedAt),
  creditNumber: creditNote?.number ?? null,
  creditedAt: date(creditNote?.at),
});
