import type { Pool } from 'pg';

export interface CaseEvent {
  readonly type: string;
  readonly data: object;
}

/** State of a case after a step. */
export interface CaseRow {
  readonly id: string;
  readonly seq: number;
  readonly stage: string;
  readonly deadlineMs: number | undefined;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS repair_case (
    id text PRIMARY KEY, seq integer NOT NULL, stage text NOT NULL, request jsonb NOT NULL,
    deadline timestamptz, updated_at timestamptz NOT NULL);
  CREATE TABLE IF NOT EXISTS case_event (
    case_id text REFERENCES repair_case, seq integer, type text NOT NULL, data jsonb NOT NULL, at timestamptz NOT NULL,
    PRIMARY KEY (case_id, seq));
  CREATE TABLE IF NOT EXISTS task (
    case_id text REFERENCES repair_case, kind text, due_at timestamptz, PRIMARY KEY (case_id, kind));`;

export const createTables = (pool: Pool): Promise<unknown> => pool.query(SCHEMA);

/** The case, its event and its open task in one transaction; a step that is tried again finds its own rows. */
export async function writeCase(pool: Pool, row: CaseRow, event: CaseEvent, request: object): Promise<void> {
  const client = await pool.connect();
  const deadline = row.deadlineMs === undefined ? null : new Date(row.deadlineMs);
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO repair_case (id, seq, stage, request, deadline, updated_at) VALUES ($1, $2, $3, $4, $5, now())
       ON CONFLICT (id) DO UPDATE SET seq = $2, stage = $3, deadline = $5, updated_at = now()`,
      [row.id, row.seq, row.stage, request, deadline],
    );
    await client.query(
      'INSERT INTO case_event (case_id, seq, type, data, at) VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING',
      [row.id, row.seq, event.type, event.data],
    );
    await client.query('DELETE FROM task WHERE case_id = $1', [row.id]);
    if (deadline)
      await client.query('INSERT INTO task (case_id, kind, due_at) VALUES ($1, $2, $3)', [
        row.id,
        row.stage,
        deadline,
      ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
