import { query, type Database } from './database';

/** A row of `process_start`: the start of a process as it was accepted. */
export interface RegisteredStart {
  readonly processId: string;
  /** The process's: the name of its workflow. */
  readonly type: string;
  readonly start: unknown;
}

/** How long one program holds the start of a process; it renews well before, so the claim ends only with that program. */
const CLAIM = "interval '15 seconds'";
export const RENEW_CLAIMS_MS = 4_000;

/** PostgreSQL's clock alone counts: those who claim may be on several machines. */
export const CLAIMED_FROM_NOW = `clock_timestamp() + ${CLAIM}`;
const UNCLAIMED = 'started_at IS NULL AND (claimed_until IS NULL OR claimed_until < clock_timestamp())';

const CLAIM_ONE = `UPDATE process_start SET claimed_until = ${CLAIMED_FROM_NOW} WHERE process_id = $1 AND ${UNCLAIMED}`;
const CLAIM_DUE = `UPDATE process_start AS s SET claimed_until = ${CLAIMED_FROM_NOW} FROM (
    SELECT process_id FROM process_start
    WHERE ${UNCLAIMED} AND registered_at < $1::timestamptz AND type = ANY($2::text[])
    ORDER BY registered_at, process_id LIMIT $3::int FOR UPDATE SKIP LOCKED) AS due
  WHERE s.process_id = due.process_id
  RETURNING s.process_id AS "processId", s.type, s.start`;
const RENEW = `UPDATE process_start SET claimed_until = ${CLAIMED_FROM_NOW} WHERE process_id = ANY($1::text[]) AND started_at IS NULL`;
const RELEASE =
  'UPDATE process_start SET claimed_until = NULL WHERE process_id = ANY($1::text[]) AND started_at IS NULL';

/** Claims the start of a process; false where it has started, or another program holds the claim. */
export const claimStart = async (database: Database, processId: string): Promise<boolean> =>
  (await query(database, CLAIM_ONE, [processId])).count > 0;

export interface Due {
  readonly registeredBefore: Date;
  /** Processes that the caller knows: a start of another type waits for a program that has it. */
  readonly types: readonly string[];
  readonly most: number;
}

/** Claims unclaimed starts; each goes to exactly one of several concurrent callers. */
export const claimDueStarts = async (
  database: Database,
  { registeredBefore, types, most }: Due,
): Promise<readonly RegisteredStart[]> =>
  (await query<RegisteredStart>(database, CLAIM_DUE, [registeredBefore.toISOString(), types, most])).rows;

export async function renewStarts(database: Database, processIds: readonly string[]): Promise<void> {
  await query(database, RENEW, [processIds]);
}

/** Releases the claims, so that another program can start these processes. */
export async function releaseStarts(database: Database, processIds: readonly string[]): Promise<void> {
  await query(database, RELEASE, [processIds]);
}
