import type { EntryLine, FinancePort, PostBody } from '../../systems/finance/port';

/** An implementation of the finance port under test, with the way to check its books. */
export interface FinanceUnderTest {
  readonly port: FinancePort;
  /** Differences within its ledger; empty when consistent. */
  differences(): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

export const AT = '2026-03-02T01:30:00.000Z';

let count = 0;
/** A fresh id, so that the tests of one database do not meet. */
export const fresh = (prefix: string): string => `${prefix}-${String((count += 1)).padStart(4, '0')}`;

/** One amount from an account to another: `transfer('parts-cost', 'parts-stock', 128_050)` debits the first. */
export const transfer = (debit: string, credit: string, amountCents: number): EntryLine[] => [
  { account: debit, side: 'debit', amountCents },
  { account: credit, side: 'credit', amountCents },
];

/** A warranty repair that used one part. */
export const anEntry = (changes: Partial<PostBody & { key: string }> = {}): PostBody & { key: string } => ({
  key: fresh('case/SC-2026-000123:7'),
  reference: fresh('SC-2026'),
  kind: 'warranty-cost',
  currency: 'CNY',
  lines: transfer('parts-cost', 'parts-stock', 128_050),
  at: AT,
  ...changes,
});

export const aReversal = (entryId: string, key = fresh('case:undo')) => ({
  key,
  entryId,
  at: '2026-03-05T08:00:00.000Z',
});
