import type { Database, Transaction } from '../platform/database';
import { columnOf, type Table, type TableRows } from './process-tables';

/** The channel on which PostgreSQL tells listeners that a process has new events. */
export const EVENTS_CHANNEL = 'aftercare_events';

/** The row of `process` as a commit found it, and as it leaves it. */
export interface HeadChange {
  readonly processId: string;
  /** Undefined: it had no row. */
  readonly found: { readonly seq: number; readonly hash: string } | undefined;
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
 * @returns false where another commit was first: nothing was written.
 */
export async function writeCommit(
  database: Database | Transaction,
  head: HeadChange,
  tables: readonly TableRows[],
): Promise<boolean> {
  const written = tables.filter(({ table, rows }) => rows.length > 0 || canShrink(table));
  const document = JSON.stringify({
    process: toColumns(head.left),
    ...Object.fromEntries(written.map(({ table, rows }) => [table.name, rows.map(toColumns)])),
  });
  const parameters = [document, head.processId, EVENTS_CHANNEL];
  if (head.found) parameters.push(String(head.found.seq), head.found.hash);
  const names = written.map(({ table }) => table);
  return (await database.$executeRawUnsafe(statementFor(head.found !== undefined, names), ...parameters)) > 0;
}

/** The document holds each table's rows under its name: PostgreSQL gives them the types of the table. */
function statementFor(exists: boolean, tables: readonly Table[]): string {
  const parts = [exists ? MOVED_HEAD : NEW_HEAD, ...tables.flatMap(writesOf)];
  return `WITH ${parts.join(',\n')}\nSELECT pg_notify($3, id)::text FROM head`;
}

const HEAD_COLUMNS = 'seq, state, hash, ended, updated_at';
const LEFT = `jsonb_populate_record(NULL::process, $1::jsonb -> 'process')`;
const NEW_HEAD = `head AS (INSERT INTO process (id, type, created_at, ${HEAD_COLUMNS})
  SELECT id, type, created_at, ${HEAD_COLUMNS} FROM ${LEFT} WHERE id = $2 ON CONFLICT (id) DO NOTHING RETURNING id)`;
const MOVED_HEAD = `head AS (UPDATE process SET (${HEAD_COLUMNS}) = (SELECT ${HEAD_COLUMNS} FROM ${LEFT})
  WHERE id = $2 AND seq = $4::int AND hash = $5 RETURNING id)`;

function writesOf(table: Table): readonly string[] {
  const { name, fields, key, holds } = table;
  const columns = fields.map(columnOf);
  const given = columns.map((column) => `given.${column}`).join(', ');
  const insert = `new_${name} AS (INSERT INTO ${name} (${columns.join(', ')})
  SELECT ${given} FROM head, jsonb_populate_recordset(NULL::${name}, $1::jsonb -> '${name}') WITH ORDINALITY AS given ORDER BY given.ordinality
  ${onConflict(holds, key.map(columnOf), columns)})`;
  if (!canShrink(table)) return [insert];
  const own = key.filter((field) => field !== 'processId').map(columnOf);
  const same = own.map((column) => `given ->> '${column}' = gone.${column}`).join(' AND ');
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

const toColumns = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]: [string, unknown]) => [columnOf(field), value]),
  );
