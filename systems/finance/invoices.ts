import type {
  CreditNote,
  Invoice as InvoiceRow,
  InvoiceLine as LineRow,
} from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import type { KeyedWork } from '../shared/keyed-work';
import {
  booksOf,
  ENTERING,
  entering,
  HELD,
  holding,
  MIRRORING,
  only,
  refuseUnpostable,
  type Books,
} from './posting';
import type { CreditBody, Credited, EntryLine, Invoice, InvoiceBody } from './port';

/** @throws {Refusal} where the document does not add up. */
const refuseWrong = ({ lines, netCents, taxCents, totalCents }: InvoiceBody): void => {
  const linesCents = lines.reduce((total, { amountCents }) => total + amountCents, 0);
  if (linesCents === netCents && netCents + taxCents === totalCents) return;
  const detail = `Lines are ${linesCents}, net ${netCents}, tax ${taxCents}, total ${totalCents}.`;
  const params = { linesCents, netCents, taxCents, totalCents };
  throw new Refusal(422, 'FINANCE.INVOICE_WRONG', detail, params, [{ pointer: '#/totalCents', detail }]);
};

/** @throws {Refusal} where a line is no revenue. */
const refuseOtherAccounts = ({ lines }: InvoiceBody, accounts: Books['accounts']): void => {
  lines.forEach(({ account }, n) => {
    const type = accounts[account];
    if (type === 'revenue') return;
    const code = type === undefined ? 'FINANCE.ACCOUNT_UNKNOWN' : 'FINANCE.ACCOUNT_NOT_REVENUE';
    const detail =
      type === undefined ? `There is no account ${account}.` : `Account ${account} is no revenue.`;
    throw new Refusal(422, code, detail, { account }, [{ pointer: `#/lines/${n}/account`, detail }]);
  });
};

/** A document's number stands on one document. Held, so that two that come at once see one another. @param number a place. */
const holdingNumber = (number: string): string =>
  `pg_advisory_xact_lock(hashtextextended('finance document ' || ${number}::text, 0))`;

/** A column. @param number a place. */
const takenOf = (
  number: string,
): string => `(EXISTS (SELECT FROM "finance"."invoice" WHERE "number" = ${number})
    OR EXISTS (SELECT FROM "finance"."credit_note" WHERE "number" = ${number})) AS "isTaken"`;

const numberTaken = (number: string): Refusal =>
  new Refusal(409, 'FINANCE.NUMBER_TAKEN', `The number ${number} is another document's.`, { number });

/** The receivable against revenue, an account's lines as one, and the tax that is owed. */
const postingOf = ({ lines, taxCents, totalCents }: InvoiceBody): EntryLine[] => {
  const revenue = new Map<string, number>();
  for (const { account, amountCents } of lines)
    revenue.set(account, (revenue.get(account) ?? 0) + amountCents);
  return [
    { account: 'receivable', side: 'debit', amountCents: totalCents },
    ...[...revenue].map(([account, amountCents]) => ({ account, side: 'credit' as const, amountCents })),
    ...(taxCents > 0 ? [{ account: 'tax-payable', side: 'credit' as const, amountCents: taxCents }] : []),
  ];
};

const BEFORE_ISSUE = `SELECT ${booksOf('$1', '$2')}, ${takenOf('$3')}`;

const ISSUING = `${ENTERING},
  invoice AS (INSERT INTO "finance"."invoice"
    ("id", "number", "reference", "party", "currency", "tax_basis_points", "net_cents", "tax_cents", "total_cents", "at")
    VALUES ($1, $11, $4, $12, $6, $13::int, $14::bigint, $15::bigint, $16::bigint, $7::timestamptz)),
  invoice_lines AS (INSERT INTO "finance"."invoice_line" ("invoice_id", "n", "description", "account", "amount_cents")
    SELECT $1, l.n - 1, l.description, l.account, l.cents
    FROM unnest($17::text[], $18::text[], $19::bigint[]) WITH ORDINALITY AS l (description, account, cents, n))`;

/** Issues an invoice and posts it, under the request's key; refusals in the port. */
export const issue = (id: string, request: InvoiceBody): KeyedWork<unknown> => ({
  begin: {
    with: `held AS (SELECT ${holdingNumber('$3')}, ${holding('"key"')} FROM claimed)`,
    columns: HELD,
    values: [request.number],
  },
  async finish(_, session) {
    refuseWrong(request);
    const { number, reference, party, currency, at, lines } = request;
    const { taxBasisPoints, netCents, taxCents, totalCents } = request;
    const posting = postingOf(request);
    const names = [...lines, ...posting].map(({ account }) => account);
    const asked = [id, names, number];
    const books = await only<Books & { readonly isTaken: boolean }>(session, BEFORE_ISSUE, asked);
    refuseOtherAccounts(request, books.accounts);
    if (books.isTaken) throw numberTaken(number);
    refuseUnpostable(id, posting, books);
    const values = [
      ...entering({ reference, kind: 'revenue', currency, at, lines: posting }),
      ...[number, party, taxBasisPoints, netCents, taxCents, totalCents],
      lines.map(({ description }) => description),
      lines.map(({ account }) => account),
      lines.map(({ amountCents }) => amountCents),
    ];
    const body: Invoice = {
      id,
      ...request,
      at: new Date(at).toISOString(),
      state: 'issued',
      creditNote: null,
    };
    return { status: 201, body, with: ISSUING, values };
  },
});

/** The invoice to credit, as recorded in the ledger. */
interface BeforeCredit {
  readonly isPosted: boolean;
  readonly isInvoice: boolean;
  readonly isReversed: boolean;
  /** That it was credited by. */
  readonly note: { readonly id: string; readonly number: string; readonly at: string } | null;
  readonly isTaken: boolean;
}

const BEFORE_CREDIT = `SELECT EXISTS (SELECT FROM "finance"."ledger_entry" WHERE "id" = $1) AS "isPosted",
  EXISTS (SELECT FROM "finance"."invoice" WHERE "id" = $1) AS "isInvoice",
  EXISTS (SELECT FROM "finance"."ledger_reversal" WHERE "entry_id" = $1) AS "isReversed",
  (SELECT to_jsonb(n) FROM "finance"."credit_note" n WHERE "invoice_id" = $1) AS note, ${takenOf('$2')}`;

const CREDITING = `${MIRRORING},
  note AS (INSERT INTO "finance"."credit_note" ("id", "invoice_id", "number", "at")
    VALUES ($1, $4, $6, $5::timestamptz))`;

/** Credits a whole invoice by a note that mirrors its entry, or bars an invoice never seen. */
export const credit = (key: string, id: string, { number, at }: CreditBody): KeyedWork<unknown> => ({
  begin: {
    with: `held AS (SELECT ${holding('$3::text')}, ${holdingNumber('$4')} FROM claimed)`,
    columns: HELD,
    values: [id, number],
  },
  async finish(_, session) {
    const found = await only<BeforeCredit>(session, BEFORE_CREDIT, [id, number]);
    const answer = (creditNote: Credited['creditNote']): Credited => ({ id, state: 'credited', creditNote });
    if (found.isReversed) {
      const { note } = found;
      return { status: 200, body: answer(note && noteOf({ ...note, at: new Date(note.at) })) };
    }
    if (!found.isPosted)
      return { status: 200, body: answer(null), with: MIRRORING, values: [id, new Date(at)] };
    if (!found.isInvoice)
      throw new Refusal(409, 'FINANCE.NOT_AN_INVOICE', `Entry ${id} is no invoice.`, { id });
    if (found.isTaken) throw numberTaken(number);
    const body = answer(noteOf({ id: key, number, at: new Date(at) }));
    return { status: 200, body, with: CREDITING, values: [id, new Date(at), number] };
  },
});

const noteOf = ({ id, number, at }: Pick<CreditNote, 'id' | 'number' | 'at'>) => ({
  id,
  number,
  at: at.toISOString(),
});

const WITH_LINES = { lines: { orderBy: { n: 'asc' } } } as const;
type WithLines = InvoiceRow & { lines: LineRow[] };

const invoiceOf = (
  { lines, recordedAt: _at, ...row }: WithLines,
  creditNote: CreditNote | null,
): Invoice => ({
  ...row,
  netCents: Number(row.netCents),
  taxCents: Number(row.taxCents),
  totalCents: Number(row.totalCents),
  at: row.at.toISOString(),
  lines: lines.map(({ description, account, amountCents }) => ({
    description,
    account,
    amountCents: Number(amountCents),
  })),
  state: creditNote === null ? 'issued' : 'credited',
  creditNote: creditNote && noteOf(creditNote),
});

/** An invoice as it stands. */
export const readInvoice = async (tx: Transaction, id: string): Promise<Invoice> => {
  const row = await tx.invoice.findUnique({ where: { id }, include: WITH_LINES });
  if (row === null) throw new Refusal(404, 'FINANCE.INVOICE_UNKNOWN', `There is no invoice ${id}.`, { id });
  return invoiceOf(row, await tx.creditNote.findUnique({ where: { invoiceId: id } }));
};

/** Every invoice of a case, in the order of issue. */
export const caseInvoices = async (tx: Transaction, reference: string): Promise<Invoice[]> => {
  const rows = await tx.invoice.findMany({
    where: { reference },
    include: WITH_LINES,
    orderBy: [{ at: 'asc' }, { number: 'asc' }],
  });
  const notes = await tx.creditNote.findMany({ where: { invoiceId: { in: rows.map(({ id }) => id) } } });
  return rows.map((row) => invoiceOf(row, notes.find(({ invoiceId }) => invoiceId === row.id) ?? null));
};
