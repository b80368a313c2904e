import type { LedgerEntry, LedgerLine } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { EntryKind, Side, type Entry, type PostBody } from './port';

const known = <T extends string>(union: { anyOf: readonly { const: T }[] }, value: string): T => {
  const literal = union.anyOf.find((one) => one.const === value);
  if (literal === undefined) throw new Error(`The ledger holds the unknown value ${value}.`);
  return literal.const;
};

const contentOf = ({ lines, ...entry }: LedgerEntry & { lines: LedgerLine[] }): PostBody => ({
  reference: entry.reference,
  kind: known(EntryKind, entry.kind),
  currency: entry.currency,
  at: entry.at.toISOString(),
  lines: lines.map(({ account, side, amountCents }) => ({
    account,
    side: known(Side, side),
    amountCents: Number(amountCents),
  })),
});

/** An entry as it stands. */
export const readEntry = async (tx: Transaction, id: string): Promise<Entry> => {
  const entry = await tx.ledgerEntry.findUnique({
    where: { id },
    include: { lines: { orderBy: { n: 'asc' } } },
  });
  if (entry === null) throw new Refusal(404, 'FINANCE.ENTRY_UNKNOWN', `There is no entry ${id}.`, { id });
  const reversal = await tx.ledgerReversal.findUnique({ where: { entryId: id } });
  return { id, ...contentOf(entry), state: reversal === null ? 'posted' : 'reversed' };
};
