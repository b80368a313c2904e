import { query, type Session } from '../../platform/database';
import { Refusal } from '../shared/errors';
import type { KeyedWork } from '../shared/keyed-work';
import type { Entry, EntryLine, PostBody, Reversal } from './port';

// Posting and reversing past Prisma (docs/adr/0030): each first claims its key and holds what it is about, then reads, then writes.

/**
 * Holds an entry's id for the transaction, whether or not the entry is there: a posting and a reversal that come at once must see one
 * another. @param id an expression.
 */
export const holding = (id: string): string =>
  `pg_advisory_xact_lock(hashtextextended('finance entry ' || ${id}, 0))`;

/** Holds one entry. @param values the one of the place `$3`, where the id is that. */
const hold = (id: '"key"' | '$3::text', values: readonly string[]) => ({
  with: `held AS (SELECT ${holding(id)} FROM claimed)`,
  columns: HELD,
  values,
});

/** Selects the CTE, so that PostgreSQL runs it and takes the locks. */
export const HELD = '(SELECT count(*) FROM held) AS held';

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

/** Ledger rows that a posting depends on. */
export interface Books {
  /** The id was reversed before anything was posted under it. */
  readonly isBarred: boolean;
  /** Types of the accounts asked for, by name, where there is such an account. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** Columns of `Books`. @param id the place of the entry's id. @param names the place of an array of accounts. */
export const booksOf = (id: string, names: string): string =>
  `EXISTS (SELECT FROM "finance"."ledger_reversal" WHERE "entry_id" = ${id}) AS "isBarred",
  (SELECT coalesce(jsonb_object_agg("name", "type"), '{}') FROM "finance"."ledger_account" WHERE "name" = ANY(${names}::text[])) AS accounts`;

const BOOKS = `SELECT ${booksOf('$1', '$2')}`;

/** @throws {Refusal} where the entry may not be posted. */
export const refuseUnpostable = (
  id: string,
  lines: readonly EntryLine[],
  { isBarred, accounts }: Books,
): void => {
  if (isBarred)
    throw new Refusal(409, 'FINANCE.REVERSED', `Entry ${id} was reversed before it was posted.`, { id });
  const place = lines.findIndex(({ account }) => accounts[account] === undefined);
  const account = lines[place]?.account;
  if (account === undefined) return;
  const detail = `There is no account ${account}.`;
  throw new Refusal(422, 'FINANCE.ACCOUNT_UNKNOWN', detail, { account }, [
    { pointer: `#/lines/${place}/account`, detail },
  ]);
};

/** Enters an entry under the request's key: $4 to $7 its reference, kind, currency and instant, $8 to $10 account, side and amount of each line. */
export const ENTERING = `entry AS (INSERT INTO "finance"."ledger_entry" ("id", "reference", "kind", "currency", "at")
    VALUES ($1, $4, $5, $6, $7::timestamptz)),
  lines AS (INSERT INTO "finance"."ledger_line" ("entry_id", "n", "account", "side", "amount_cents")
    SELECT $1, l.n - 1, l.account, l.side, l.cents
    FROM unnest($8::text[], $9::text[], $10::bigint[]) WITH ORDINALITY AS l (account, side, cents, n))`;

export const entering = ({ reference, kind, currency, at, lines }: PostBody): readonly unknown[] => [
  reference,
  kind,
  currency,
  new Date(at),
  lines.map(({ account }) => account),
  lines.map(({ side }) => side),
  lines.map(({ amountCents }) => amountCents),
];

/** Posts a balanced entry, whose id is the request's key; refusals in the port. */
export const post = (id: string, request: PostBody): KeyedWork<unknown> => ({
  begin: hold('"key"', []),
  async finish(_, session) {
    const { lines, at } = request;
    refuseUnbalanced(lines);
    const names = lines.map(({ account }) => account);
    refuseUnpostable(id, lines, await only<Books>(session, BOOKS, [id, names]));
    const body: Entry = { id, ...request, at: new Date(at).toISOString(), state: 'posted' };
    return { status: 201, body, with: ENTERING, values: entering(request) };
  },
});

/** The one row of a statement that always gives one. */
export const only = async <Row>(session: Session, text: string, values: readonly unknown[]): Promise<Row> => {
  const [row] = (await query<Row>(session, text, values)).rows;
  if (row === undefined) throw new Error('The ledger returned no row.');
  return row;
};

/** Posts the mirror of an entry under the request's key, or bars an entry never seen: $4 is the entry, $5 the instant. */
export const MIRRORING = `entry AS (INSERT INTO "finance"."ledger_entry" ("id", "reference", "kind", "currency", "at")
    SELECT $1, "reference", "kind", "currency", $5::timestamptz FROM "finance"."ledger_entry" WHERE "id" = $4 RETURNING "id"),
  lines AS (INSERT INTO "finance"."ledger_line" ("entry_id", "n", "account", "side", "amount_cents")
    SELECT $1, "n", "account", CASE "side" WHEN 'debit' THEN 'credit' ELSE 'debit' END, "amount_cents"
    FROM "finance"."ledger_line" WHERE "entry_id" = $4),
  reversal AS (INSERT INTO "finance"."ledger_reversal" ("entry_id", "mirror_id", "at")
    VALUES ($4, (SELECT "id" FROM entry), $5::timestamptz))`;

/** The entry to reverse, as recorded in the ledger. */
interface Undone {
  readonly isPosted: boolean;
  readonly isInvoice: boolean;
  /** Where it was reversed before. */
  readonly reversal: { readonly mirrorId: string | null } | null;
  /** The entry that it undoes itself. */
  readonly original: string | null;
}

const UNDONE = `SELECT EXISTS (SELECT FROM "finance"."ledger_entry" WHERE "id" = $1) AS "isPosted",
  EXISTS (SELECT FROM "finance"."invoice" WHERE "id" = $1) AS "isInvoice",
  (SELECT jsonb_build_object('mirrorId', "mirror_id") FROM "finance"."ledger_reversal" WHERE "entry_id" = $1) AS reversal,
  (SELECT "entry_id" FROM "finance"."ledger_reversal" WHERE "mirror_id" = $1) AS original`;

/** Posts the mirror of an entry, or bars an entry never seen. */
export const reverse = (key: string, id: string, at: string): KeyedWork<unknown> => ({
  begin: hold('$3::text', [id]),
  async finish(_, session) {
    const { isPosted, isInvoice, reversal, original } = await only<Undone>(session, UNDONE, [id]);
    // An invoice that was credited stays for its credit note to show, too.
    if (isInvoice)
      throw new Refusal(409, 'FINANCE.INVOICED', `Entry ${id} is an invoice: credit it instead.`, { id });
    const answer = (mirrorId: string | null): Reversal => ({ id, state: 'reversed', mirrorId });
    if (reversal !== null) return { status: 200, body: answer(reversal.mirrorId) };
    if (original !== null)
      throw new Refusal(409, 'FINANCE.NOT_REVERSIBLE', `Entry ${id} undoes entry ${original}.`, {
        id,
        original,
      });
    const body = answer(isPosted ? key : null);
    return { status: 200, body, with: MIRRORING, values: [id, new Date(at)] };
  },
});
