import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { Keyset } from '../http/paging';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import { documentConditions, OF_A_CASE, SUMS } from './conditions';
import type {
  BillTotals,
  CreditNoteItem,
  CreditNoteListQuery,
  DocumentFilters,
  InvoiceItem,
  InvoiceListQuery,
} from './schema';
import { amountsOf, caseOf, totalsView, type AmountRow, type CaseOfRow, type TotalRow } from './view';

type InvoiceRow = AmountRow &
  CaseOfRow & {
    readonly number: string;
    readonly quoteNumber: string;
    readonly taxBasisPoints: number;
    readonly issuedAt: Date;
    readonly isAccepted: boolean;
    readonly creditNumber: string | null;
    readonly creditedAt: Date | null;
  };
type CreditedRow = InvoiceRow & { readonly creditNumber: string; readonly creditedAt: Date };

const CURRENCY = Prisma.sql`case_invoice.currency`;
const INVOICE = {
  number: Prisma.sql`case_invoice.number`,
  currency: CURRENCY,
  at: Prisma.sql`case_invoice.issued_at`,
};
const CREDIT_NOTE = {
  number: Prisma.sql`case_invoice.credit_number`,
  currency: CURRENCY,
  at: Prisma.sql`case_invoice.credited_at`,
};

type InvoiceFilters = Omit<InvoiceListQuery, 'limit' | 'cursor'>;
const invoiceConditions = (
  principal: Principal,
  { status, ...filters }: InvoiceFilters,
): readonly Prisma.Sql[] => [
  ...documentConditions(principal, filters, INVOICE),
  ...(status === undefined
    ? []
    : [
        status === 'credited'
          ? Prisma.sql`case_invoice.credited_at IS NOT NULL`
          : Prisma.sql`case_invoice.credited_at IS NULL`,
      ]),
];
const creditNoteConditions = (principal: Principal, filters: DocumentFilters): readonly Prisma.Sql[] => [
  ...documentConditions(principal, filters, CREDIT_NOTE),
  Prisma.sql`case_invoice.credited_at IS NOT NULL`,
];

/** One page of the invoices of the caller's cases, the latest first (R10). @throws {ApiError} for a cursor of another list. */
export async function listInvoices(
  database: Database,
  principal: Principal,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: InvoiceListQuery,
): Promise<{ readonly items: InvoiceItem[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<InvoiceRow>(
    [
      { column: INVOICE.at, kind: 'instant', direction: 'desc', of: ({ issuedAt }) => issuedAt },
      { column: INVOICE.number, kind: 'text', direction: 'desc', of: ({ number }) => number },
    ],
    { ...filters, list: 'invoices' },
  );
  const conditions = [...invoiceConditions(principal, filters), keyset.after(cursor)];
  const found = await database.$queryRaw<InvoiceRow[]>(selected(conditions, keyset.orderBy, limit));
  const { rows, nextCursor } = keyset.page(found, limit);
  return { items: rows.map(invoiceItem), nextCursor };
}

/** The same of the notes that took invoices back, the latest first. @throws {ApiError} for a cursor of another list. */
export async function listCreditNotes(
  database: Database,
  principal: Principal,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: CreditNoteListQuery,
): Promise<{ readonly items: CreditNoteItem[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<CreditedRow>(
    [
      { column: CREDIT_NOTE.at, kind: 'instant', direction: 'desc', of: ({ creditedAt }) => creditedAt },
      { column: CREDIT_NOTE.number, kind: 'text', direction: 'desc', of: ({ creditNumber }) => creditNumber },
    ],
    { ...filters, list: 'credit-notes' },
  );
  const conditions = [...creditNoteConditions(principal, filters), keyset.after(cursor)];
  const found = await database.$queryRaw<CreditedRow[]>(selected(conditions, keyset.orderBy, limit));
  const { rows, nextCursor } = keyset.page(found, limit);
  return { items: rows.map(creditNoteItem), nextCursor };
}

const selected = (conditions: readonly Prisma.Sql[], orderBy: Prisma.Sql, limit: number): Prisma.Sql =>
  Prisma.sql`SELECT case_invoice.number, case_invoice.quote_number AS "quoteNumber", case_invoice.currency,
      case_invoice.tax_basis_points AS "taxBasisPoints", case_invoice.net_cents AS "netCents", case_invoice.tax_cents AS "taxCents",
      case_invoice.total_cents AS "totalCents", case_invoice.issued_at AS "issuedAt", case_invoice.credit_number AS "creditNumber",
      case_invoice.credited_at AS "creditedAt",
      EXISTS (SELECT FROM case_quote WHERE number = case_invoice.quote_number AND status = 'accepted') AS "isAccepted", ${OF_A_CASE}
    FROM case_invoice JOIN service_case ON service_case.process_id = case_invoice.process_id
      LEFT JOIN customer ON customer.id = service_case.customer_id
    WHERE ${Prisma.join([...conditions], ' AND ')} ${orderBy} LIMIT ${limit + 1}`;

/** Sums of the invoices, a row a currency. */
export const invoiceTotals = (
  database: Database,
  principal: Principal,
  filters: InvoiceFilters,
): Promise<BillTotals> => totals(database, invoiceConditions(principal, filters));

/** Sums of the credit notes, a row a currency. */
export const creditNoteTotals = (
  database: Database,
  principal: Principal,
  filters: DocumentFilters,
): Promise<BillTotals> => totals(database, creditNoteConditions(principal, filters));

async function totals(database: Database, conditions: readonly Prisma.Sql[]): Promise<BillTotals> {
  const rows = await database.$queryRaw<TotalRow[]>`
    SELECT ${SUMS(CURRENCY, Prisma.sql`case_invoice`)}
    FROM case_invoice JOIN service_case ON service_case.process_id = case_invoice.process_id
    WHERE ${Prisma.join([...conditions], ' AND ')} GROUP BY case_invoice.currency ORDER BY case_invoice.currency`;
  return totalsView(rows);
}

const invoiceItem = (row: InvoiceRow): InvoiceItem => ({
  number: row.number,
  quoteNumber: row.quoteNumber,
  ...caseOf(row),
  status: row.creditedAt === null ? 'issued' : 'credited',
  ...amountsOf(row),
  taxBasisPoints: row.taxBasisPoints,
  issuedAt: row.issuedAt.toISOString(),
  basis: row.isAccepted ? 'work' : 'declined-quote',
  creditNote:
    row.creditNumber === null || row.creditedAt === null
      ? null
      : { number: row.creditNumber, at: row.creditedAt.toISOString() },
});

const creditNoteItem = (row: CreditedRow): CreditNoteItem => ({
  number: row.creditNumber,
  at: row.creditedAt.toISOString(),
  invoice: { number: row.number, issuedAt: row.issuedAt.toISOString() },
  ...caseOf(row),
  ...amountsOf(row),
});
