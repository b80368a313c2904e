import type { LedgerEntry, LedgerLine } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import { EntryKind, Side, type Entry, type EntryLine, type PostBody, type Reversal } from './port';

/**
 * Holds this entry's id for the transaction, whether or not the entry is there: a posting and a reversal that come at once
 * must see one another.
 */
export const hold = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`finance entry ${id}`}, 0))`;
};

const sum = (lines: readonly EntryLine[], side: EntryLine['side']): number =>
  lines.reduce((total, line) => (line.side === side ? total + line.amountCents : total), 0);

const refuseUnbalanced = (lines: readonly EntryLine[]): void => {
  const [debitCents, creditCents] = [sum(lines, 'debit'), sum(lines, 'credit')];
  if (debitCents === creditCents) return;
  const detail = `Debits are ${debitCents} and credits ${creditCents}.`;
  throw new Refusal(422, 'FINANCE.UNBALANCED', detail, { debitCents, creditCents }, [
    { pointer: '#/lines', detail },
  ]);
};

const refuseUnknownAccounts = async (tx: Transaction, lines: readonly EntryLine[]): Promise<void> => {
  const known = await tx.ledgerAccount.findMany({
    where: { name: { in: lines.map(({ account }) => account) } },
  });
  const place = lines.findIndex(({ account }) => !known.some(({ name }) => name === account));
  const account = lines[place]?.account;
  if (account === undefined) return;
  const detail = `There is no account ${account}.`;
  throw new Refusal(422, 'FINANCE.ACCOUNT_UNKNOWN', detail, { account }, [
    { pointer: `#/lines/${place}/account`, detail },
  ]);
};

const write = async (tx: Transaction, id: string, { lines, ...entry }: PostBody): Promise<void> => {
  await tx.ledgerEntry.create({ data: { id, ...entry } });
  await tx.ledgerLine.createMany({ data: lines.map((line, n) => ({ entryId: id, n, ...line })) });
};

/** Posts a balanced entry, whose id is the request's key; refusals in the port. */
export const post = async (tx: Transaction, id: string, request: PostBody): Promise<Entry> => {
  refuseUnbalanced(request.lines);
  await hold(tx, id);
  if ((await tx.ledgerReversal.findUnique({ where: { entryId: id } })) !== null) {
    throw new Refusal(409, 'FINANCE.REVERSED', `Entry ${id} was reversed before it was posted.`, { id });
  }
  await refuseUnknownAccounts(tx, request.lines);
  await write(tx, id, request);
  return { id, ...request, at: new Date(request.at).toISOString(), state: 'posted' };
};

const known = <T extends string>(union: { anyOf: readonly { const: T }[] }, value: string): T => {
  const literal = union.anyOf.find((one) => one.const === value);
  if (literal === undefined) throw new Error(`The ledger holds the unknown word ${value}.`);
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

/** One thing after another: a transaction has one connection, and of several relations included together Prisma asks at once. */
const find = async (tx: Transaction, id: string) => {
  const entry = await tx.ledgerEntry.findUnique({
    where: { id },
    include: { lines: { orderBy: { n: 'asc' } } },
  });
  if (entry === null) return null;
  const mirrors = await tx.ledgerReversal.findUnique({ where: { mirrorId: id } });
  const invoice = await tx.invoice.findUnique({ where: { id } });
  return { ...entry, mirrors, invoice };
};

const opposite = (line: EntryLine): EntryLine => ({
  ...line,
  side: line.side === 'debit' ? 'credit' : 'debit',
});

/** Posts the mirror of an entry that is there and stands; the caller holds its id. */
export const mirrorOf = async (tx: Transaction, key: string, entryId: string, at: string): Promise<void> => {
  const entry = await find(tx, entryId);
  if (entry === null) throw new Error(`Entry ${entryId} was there and is gone.`);
  const content = contentOf(entry);
  await write(tx, key, { ...content, at, lines: content.lines.map(opposite) });
  await tx.ledgerReversal.create({ data: { entryId, mirrorId: key, at } });
};

/** Posts the mirror of an entry, or bars an entry never seen. */
export const reverse = async (
  tx: Transaction,
  key: string,
  entryId: string,
  at: string,
): Promise<Reversal> => {
  await hold(tx, entryId);
  const entry = await find(tx, entryId);
  // An invoice that was credited stays for its credit note to show, too.
  if (entry !== null && entry.invoice !== null)
    throw new Refusal(409, 'FINANCE.INVOICED', `Entry ${entryId} is an invoice: credit it instead.`, {
      id: entryId,
    });
  const earlier = await tx.ledgerReversal.findUnique({ where: { entryId } });
  if (earlier !== null) return { id: entryId, state: 'reversed', mirrorId: earlier.mirrorId };

  if (entry === null) {
    await tx.ledgerReversal.create({ data: { entryId, at } });
    return { id: entryId, state: 'reversed', mirrorId: null };
  }
  if (entry.mirrors !== null) {
    const original = entry.mirrors.entryId;
    throw new Refusal(409, 'FINANCE.NOT_REVERSIBLE', `Entry ${entryId} undoes entry ${original}.`, {
      id: entryId,
      original,
    });
  }
  await mirrorOf(tx, key, entryId, at);
  return { id: entryId, state: 'reversed', mirrorId: key };
};

/** An entry as it stands. */
export const readEntry = async (tx: Transaction, id: string): Promise<Entry> => {
  const entry = await find(tx, id);
  if (entry === null) throw new Refusal(404, 'FINANCE.ENTRY_UNKNOWN', `There is no entry ${id}.`, { id });
  const reversal = await tx.ledgerReversal.findUnique({ where: { entryId: id } });
  return { id, ...contentOf(entry), state: reversal === null ? 'posted' : 'reversed' };
};
