import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, Instant, Key, Reference, type Keyed } from '../shared/wire';

// The contract with the system that keeps the ledger (R10): the embedded server, or an ERP behind an adapter.

/** In words that an adapter maps to the ERP's own chart, such as `parts-cost`. */
const AccountName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
export const AccountType = Type.Union([
  Type.Literal('asset'),
  Type.Literal('liability'),
  Type.Literal('equity'),
  Type.Literal('revenue'),
  Type.Literal('expense'),
]);

const Account = Type.Object({
  name: AccountName,
  type: AccountType,
  nameEn: Type.String(),
  nameZh: Type.String(),
});
export const Accounts = Type.Object({ accounts: Type.Array(Account) });

/** Why it was posted. What is cost and what is revenue follows from the accounts, not from this. */
export const EntryKind = Type.Union([
  Type.Literal('warranty-cost'),
  Type.Literal('service-cost'),
  Type.Literal('revenue'),
  Type.Literal('refund'),
  Type.Literal('outlet-charge'),
]);

export const Side = Type.Union([Type.Literal('debit'), Type.Literal('credit')]);

export const EntryLine = Type.Object(
  {
    account: AccountName,
    side: Side,
    amountCents: Amount({ minimum: 1, description: 'Minor units of the entry’s currency.' }),
  },
  { additionalProperties: false },
);

export const PostBody = Type.Object(
  {
    reference: Reference,
    kind: EntryKind,
    currency: Currency,
    lines: Type.Array(EntryLine, {
      minItems: 2,
      maxItems: 50,
      description: 'Debits and credits, equal in sum.',
    }),
    at: Instant,
  },
  { additionalProperties: false },
);

export const Entry = Type.Object({
  id: Key,
  reference: Reference,
  kind: EntryKind,
  currency: Currency,
  lines: Type.Array(EntryLine),
  at: Instant,
  state: Type.Union([Type.Literal('posted'), Type.Literal('reversed')]),
});

export const Reversal = Type.Object({
  id: Key,
  state: Type.Literal('reversed'),
  mirrorId: Type.Union([Key, Type.Null()], {
    description: 'The entry that undoes it; null where it was reversed before it was ever posted.',
  }),
});

const Total = Type.Integer({ description: 'Minor units of the currency.' });

/** Cost, revenue and profit of a case (R10), one row a currency; none where nothing was posted. */
export const CaseBalance = Type.Object({
  reference: Reference,
  totals: Type.Array(
    Type.Object({ currency: Currency, costCents: Total, revenueCents: Total, profitCents: Total }),
  ),
});

/** The number that stands on the paper, chosen by the caller: of an invoice or of a credit note, and never of two. */
const DocumentNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$' });

const InvoiceLine = Type.Object(
  {
    description: Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*$' }),
    account: Type.String({ ...AccountName, description: 'A revenue account.' }),
    amountCents: Amount({ minimum: 1, description: 'Before tax.' }),
  },
  { additionalProperties: false },
);

export const InvoiceBody = Type.Object(
  {
    number: DocumentNumber,
    reference: Reference,
    party: Type.String({
      pattern: '^[A-Za-z0-9][A-Za-z0-9:._/-]{0,99}$',
      description: 'Who is to pay, by the caller’s id.',
    }),
    currency: Currency,
    lines: Type.Array(InvoiceLine, { minItems: 1, maxItems: 100 }),
    taxBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000, description: '1300 is 13 %.' }),
    netCents: Amount({ description: 'Sum of the lines.' }),
    taxCents: Amount({ description: 'Rounded once, by the caller.' }),
    totalCents: Amount({ description: 'Net and tax: what is to be paid.' }),
    at: Instant,
  },
  { additionalProperties: false },
);

const CreditNote = Type.Union([
  Type.Object({ id: Key, number: DocumentNumber, at: Instant }),
  Type.Null({ description: 'None: it stands, or was credited before it was ever issued.' }),
]);

export const Invoice = Type.Object({
  id: Key,
  ...InvoiceBody.properties,
  state: Type.Union([Type.Literal('issued'), Type.Literal('credited')]),
  creditNote: CreditNote,
});

export const CreditBody = Type.Object(
  { number: DocumentNumber, at: Instant },
  { additionalProperties: false },
);

export const Credited = Type.Object({ id: Key, state: Type.Literal('credited'), creditNote: CreditNote });

export const CaseInvoices = Type.Object({ reference: Reference, invoices: Type.Array(Invoice) });

export type InvoiceBody = Static<typeof InvoiceBody>;
export type Invoice = Static<typeof Invoice>;
export type CreditBody = Static<typeof CreditBody>;
export type Credited = Static<typeof Credited>;
export type CaseInvoices = Static<typeof CaseInvoices>;
export type Account = Static<typeof Account>;
export type Accounts = Static<typeof Accounts>;
export type EntryLine = Static<typeof EntryLine>;
export type PostBody = Static<typeof PostBody>;
export type Entry = Static<typeof Entry>;
export type Reversal = Static<typeof Reversal>;
export type CaseBalance = Static<typeof CaseBalance>;

/** The refusals of this port; they come as the `code` of a `SystemRefusal`. */
export type FinanceRefusalCode =
  /** Debits and credits differ; both sums go with it. */
  | 'FINANCE.UNBALANCED'
  | 'FINANCE.ACCOUNT_UNKNOWN'
  | 'FINANCE.ENTRY_UNKNOWN'
  /** The entry was reversed before it was posted: it cannot be posted any more. */
  | 'FINANCE.REVERSED'
  /** A reversing entry cannot be reversed: post a new entry instead. */
  | 'FINANCE.NOT_REVERSIBLE'
  /** The entry of an invoice is taken back by crediting the invoice. */
  | 'FINANCE.INVOICED'
  /** Lines, net, tax and total do not add up; all four go with it. */
  | 'FINANCE.INVOICE_WRONG'
  | 'FINANCE.ACCOUNT_NOT_REVENUE'
  /** Another document bears the number. */
  | 'FINANCE.NUMBER_TAKEN'
  | 'FINANCE.INVOICE_UNKNOWN'
  /** The entry to credit is not an invoice. */
  | 'FINANCE.NOT_AN_INVOICE';

/**
 * Every method throws `SystemRefusal` where the system says no, and `SystemUnavailable` where it gave no usable answer.
 * A changing call repeated with its key and content is answered as the first time, and done once.
 */
export interface FinancePort {
  /** The accounts that can be posted to. */
  listAccounts(): Promise<Accounts>;
  /**
   * Posts a balanced entry. The key becomes its id, so the caller can reverse it without having seen the answer.
   * @throws `FINANCE.UNBALANCED`, `FINANCE.ACCOUNT_UNKNOWN`, `FINANCE.REVERSED`
   */
  post(request: PostBody & Keyed): Promise<Entry>;
  /** @throws `FINANCE.ENTRY_UNKNOWN` */
  entry(id: string): Promise<Entry>;
  /**
   * Undoes an entry by its mirror, whose id is the key. An id never seen is barred from being posted later; an entry
   * that is reversed already stays so.
   * @throws `FINANCE.NOT_REVERSIBLE`, `FINANCE.INVOICED`
   */
  reverse(request: { readonly entryId: string; readonly at: string } & Keyed): Promise<Reversal>;
  /**
   * Issues an invoice and posts it: receivable against revenue and tax payable. The key becomes its id, and its entry's.
   * @throws `FINANCE.INVOICE_WRONG`, `FINANCE.ACCOUNT_UNKNOWN`, `FINANCE.ACCOUNT_NOT_REVENUE`, `FINANCE.NUMBER_TAKEN`, `FINANCE.REVERSED`
   */
  issueInvoice(request: InvoiceBody & Keyed): Promise<Invoice>;
  /**
   * Credits a whole invoice by a note, whose id is the key, and takes its entry back. An id never seen is barred from being issued
   * later; an invoice that is credited already stays so, with its first note.
   * @throws `FINANCE.NOT_AN_INVOICE`, `FINANCE.NUMBER_TAKEN`
   */
  creditInvoice(request: { readonly invoiceId: string } & CreditBody & Keyed): Promise<Credited>;
  /** @throws `FINANCE.INVOICE_UNKNOWN` */
  invoice(id: string): Promise<Invoice>;
  caseInvoices(reference: string): Promise<CaseInvoices>;
  caseBalance(reference: string): Promise<CaseBalance>;
}
