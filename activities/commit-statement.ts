import { isDeepStrictEqual } from 'node:util';
import { DatabaseError, query, type Database, type Session } from '../platform/database';
import { REGISTERS_VERSION } from './clock-registers';
import { columnOf, PROCESS_COMMAND, type Table, type TableRows } from './process-tables';

/** The channel on which PostgreSQL tells listeners that a process has new events. */
export const EVENTS_CHANNEL = 'aftercare_events';

/** The row of `process` as a commit found it, and as it leaves it. */
export interface HeadChange {
  readonly processId: string;
  /** Undefined: it had no row. */
  readonly found: { readonly seq: number; readonly hash: string } | undefined;
  /** Has to be so still, where what was found is remembered and not read just now. */
  readonly registersVersion?: string | undefined;
  readonly left: {
    readonly id: string;
    readonly type: string;
    readonly seq: number;
    readonly state: unknown;
    readonly hash: string;
    readonly ended: boolean;
    readonly createdAt: Date;
    readonly updatedAt: Date;
  };
}

/**
 * Writes a commit as one statement, so in one round trip and all or nothing (ADR 30): the head of the process moves from what was found to
 * what is left, and only where it does is anything else written.
 * @returns false where another commit was first: nothing was written. @throws where a command was done before (`isDoneBefore`).
 */
export async function writeCommit(
  database: Database | Session,
  head: HeadChange,
  tables: readonly TableRows[],
): Promise<boolean> {
  const written = tables.flatMap(toWrite);
  const document = JSON.stringify({
    process: toColumns(head.left),
    ...Object.fromEntries(written.map(({ table, rows }) => [table.name, rows.map(toColumns)])),
  });
  const { found, registersVersion } = head;
  const parameters = [document, head.processId, EVENTS_CHANNEL];
  if (found) parameters.push(String(found.seq), found.hash);
  if (registersVersion !== undefined) parameters.push(registersVersion);
  const move = !found ? NEW_HEAD : registersVersion === undefined ? MOVED_HEAD : MOVED_REMEMBERED_HEAD;
  const { count } = await query(database, statementFor(move, written), parameters);
  return count > 0;
}

/** A command of the batch was done by an earlier one, of which nothing was known: nothing was written. */
export const isDoneBefore = (error: unknown): boolean =>
  error instanceof DatabaseError && error.constraint === `${PROCESS_COMMAND.name}_pkey`;

/** Effect of a statement on one table. */
interface Written {
  readonly table: Table;
  readonly rows: readonly object[];
  /** Rows of the process that are not given go. */
  readonly removes: boolean;
}

function toWrite({ table, rows, before }: TableRows): readonly Written[] {
  if (!canShrink(table)) return rows.length > 0 ? [{ table, rows, removes: false }] : [];
  if (!before) return [{ table, rows, removes: true }];
  const idOf = (row: object): unknown =>
    ownKey(table).map((field) => new Map<string, unknown>(Object.entries(row)).get(field));
  const isAmong = (others: readonly object[], as: (row: object) => unknown) => (row: object) =>
    others.some((other) => isDeepStrictEqual(as(other), as(row)));
  if (!before.every(isAmong(rows, idOf))) return [{ table, rows, removes: true }];
  const stays = isAmong(before, (row) => ({ ...row, seq: 0 }));
  const changed = rows.filter((row) => !stays(row));
  return changed.length > 0 ? [{ table, rows: changed, removes: false }] : [];
}

const ownKey = ({ key }: Table): readonly string[] => key.filter((field) => field !== 'processId');

/** Few: most commits write the same tables. */
const statements = new Map<string, string>();

function statementFor(move: string, tables: readonly Written[]): string {
  const key = [move, ...tables.map(({ table, removes }) => `${table.name} ${removes}`)].join();
  const statement = statements.get(key) ?? composed(move, tables);
  statements.set(key, statement);
  return statement;
}

/** The document holds each table's rows under its name: PostgreSQL gives them the types of the table. */
function composed(move: string, tables: readonly Written[]): string {
  const parts = [`head AS (${move} RETURNING id)`, ...tables.flatMap(writesOf)];
  return `WITH ${parts.join(',\n')}\nSELECT pg_notify($3, id)::text FROM head`;
}

const HEAD_COLUMNS = 'seq, state, hash, ended, updated_at';
const LEFT = `jsonb_populate_record(NULL::process, $1::jsonb -> 'process')`;
const NEW_HEAD = `INSERT INTO process (id, type, created_at, ${HEAD_COLUMNS})
  SELECT id, type, created_at, ${HEAD_COLUMNS} FROM ${LEFT} WHERE id = $2 ON CONFLICT (id) DO NOTHING`;
const MOVED_HEAD = `UPDATE process SET (${HEAD_COLUMNS}) = (SELECT ${HEAD_COLUMNS} FROM ${LEFT})
  WHERE id = $2 AND seq = $4::int AND hash = $5`;
const MOVED_REMEMBERED_HEAD = `${MOVED_HEAD} AND ${REGISTERS_VERSION} = $6`;

function writesOf({ table, removes }: Written): readonly string[] {
  const { name, fields, key, holds } = table;
  const columns = fields.map(columnOf);
  const given = columns.map((column) => `given.${column}`).join(', ');
  const insert = `new_${name} AS (INSERT INTO ${name} (${columns.join(', ')})
  SELECT ${given} FROM head, jsonb_populate_recordset(NULL::${name}, $1::jsonb -> '${name}') WITH ORDINALITY AS given ORDER BY given.ordinality
  ${onConflict(holds, key.map(columnOf), columns)})`;
  if (!removes) return [insert];
  const same = ownKey(table)
    .map(columnOf)
    .map((column) => `given ->> '${column}' = gone.${column}`)
    .join(' AND ');
  const remove = `old_${name} AS (DELETE FROM ${name} gone USING head WHERE gone.process_id = head.id
  AND NOT EXISTS (SELECT FROM jsonb_array_elements($1::jsonb -> '${name}') given WHERE ${same}))`;
  return [insert, remove];
}

function onConflict(holds: Table['holds'], key: readonly string[], columns: readonly string[]): string {
  switch (holds) {
    case 'new':
      return '';
    case 'once':
      return 'ON CONFLICT DO NOTHING';
    case 'image': {
      const updates = columns
        .filter((column) => !key.includes(column))
        .map((column) => `${column} = EXCLUDED.${column}`);
      return `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates.join(', ')}`;
    }
  }
}

/** A process has one row in a table that it is itself the key of, and several in the others: those may become fewer. */
const canShrink = ({ holds, key }: Table): boolean =>
  holds === 'image' && key.some((field) => field !== 'processId');

/** A row by the names of its columns. */
export const toColumns = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]: [string, unknown]) => [columnOf(field), value]),
  );
