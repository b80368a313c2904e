import { Type, type Static } from '@sinclair/typebox';
import { Currency, Instant, Key, Reference, type Keyed } from '../shared/wire';

// The contract with whoever keeps the ledger (R10): the embedded server, or an ERP behind an adapter.

/** In words that an adapter maps to the ERP's own chart, such as `parts-cost`. */
export const AccountName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
export const AccountType = Type.Union([
  Type.Literal('asset'),
  Type.Literal('liability'),
  Type.Literal('equity'),
  Type.Literal('revenue'),
  Type.Literal('expense'),
]);

export const Account = Type.Object({
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
]);

export const Side = Type.Union([Type.Literal('debit'), Type.Literal('credit')]);

export const EntryLine = Type.Object(
  {
    account: AccountName,
    side: Side,
    amountCents: Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000_000,
      description: 'Minor units of the entry’s currency.',
    }),
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
  /** The mirror of another entry stays: post anew instead. */
  | 'FINANCE.NOT_REVERSIBLE';

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
   * @throws `FINANCE.NOT_REVERSIBLE`
   */
  reverse(request: { readonly entryId: string; readonly at: string } & Keyed): Promise<Reversal>;
  caseBalance(reference: string): Promise<CaseBalance>;
}
