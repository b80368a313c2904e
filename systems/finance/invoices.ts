import type {
  CreditNote,
  Invoice as InvoiceRow,
  InvoiceLine as LineRow,
} from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { hold, mirrorOf, post } from './ledger';
import type { CreditBody, Credited, EntryLine, Invoice, InvoiceBody } from './port';

/** @throws {Refusal} where the document does not add up, or a line is no revenue. */
const refuseWrong = async (tx: Transaction, invoice: InvoiceBody): Promise<void> => {
  const { lines, netCents, taxCents, totalCents } = invoice;
  const linesCents = lines.reduce((total, { amountCents }) => total + amountCents, 0);
  if (linesCents !== netCents || netCents + taxCents !== totalCents) {
    const detail = `Lines are ${linesCents}, net ${netCents}, tax ${taxCents}, total ${totalCents}.`;
    const params = { linesCents, netCents, taxCents, totalCents };
    throw new Refusal(422, 'FINANCE.INVOICE_WRONG', detail, params, [{ pointer: '#/totalCents', detail }]);
  }
  const accounts = await tx.ledgerAccount.findMany({
    where: { name: { in: lines.map(({ account }) => account) } },
  });
  lines.forEach(({ account }, n) => {
    const type = accounts.find(({ name }) => name === account)?.type;
    if (type === 'revenue') return;
    const code = type === undefined ? 'FINANCE.ACCOUNT_UNKNOWN' : 'FINANCE.ACCOUNT_NOT_REVENUE';
    const detail =
      type === undefined ? `There is no account ${account}.` : `Account ${account} is no revenue.`;
    throw new Refusal(422, code, detail, { account }, [{ pointer: `#/lines/${n}/account`, detail }]);
  });
};

/** A document's number stands on one document. Held, so that two that come at once see one another. */
const refuseTaken = async (tx: Transaction, number: string): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`finance document ${number}`}, 0))`;
  const taken =
    (await tx.invoice.findUnique({ where: { number } })) ??
    (await tx.creditNote.findUnique({ where: { number } }));
  if (taken !== null)
    throw new Refusal(409, 'FINANCE.NUMBER_TAKEN', `The number ${number} is another document's.`, { number });
};

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

/** Issues an invoice and posts it, under the request's key; refusals in the port. */
export const issue = async (tx: Transaction, id: string, request: InvoiceBody): Promise<Invoice> => {
  await refuseWrong(tx, request);
  await refuseTaken(tx, request.number);
  const { lines, ...invoice } = request;
  const { reference, currency, at } = request;
  await post(tx, id, { reference, kind: 'revenue', currency, at, lines: postingOf(request) });
  await tx.invoice.create({ data: { id, ...invoice } });
  await tx.invoiceLine.createMany({ data: lines.map((line, n) => ({ invoiceId: id, n, ...line })) });
  return { id, ...request, at: new Date(at).toISOString(), state: 'issued', creditNote: null };
};

/** Credits a whole invoice by a note that mirrors its entry, or bars an invoice never seen. */
export const credit = async (
  tx: Transaction,
  key: string,
  invoiceId: string,
  { number, at }: CreditBody,
): Promise<Credited> => {
  await hold(tx, invoiceId);
  const earlier = await tx.ledgerReversal.findUnique({ where: { entryId: invoiceId } });
  if (earlier !== null) {
    const note = await tx.creditNote.findUnique({ where: { invoiceId } });
    return { id: invoiceId, state: 'credited', creditNote: note && noteOf(note) };
  }
  const entry = await tx.ledgerEntry.findUnique({ where: { id: invoiceId }, include: { invoice: true } });
  if (entry !== null && entry.invoice === null)
    throw new Refusal(409, 'FINANCE.NOT_AN_INVOICE', `Entry ${invoiceId} is no invoice.`, { id: invoiceId });
  if (entry === null) {
    await tx.ledgerReversal.create({ data: { entryId: invoiceId, at } });
    return { id: invoiceId, state: 'credited', creditNote: null };
  }
  await refuseTaken(tx, number);
  await mirrorOf(tx, key, invoiceId, at);
  const note = await tx.creditNote.create({ data: { id: key, invoiceId, number, at } });
  return { id: invoiceId, state: 'credited', creditNote: noteOf(note) };
};

const noteOf = ({ id, number, at }: CreditNote) => ({ id, number, at: at.toISOString() });

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
