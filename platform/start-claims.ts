import { query, type Database } from './database';

/** How long a request's case is in the hands of one process; renewed well before, so that it ends only with that process. */
const CLAIM = "interval '15 seconds'";
export const RENEW_CLAIMS_MS = 4_000;

/** PostgreSQL's clock alone counts: those who claim may be on several machines. */
export const CLAIMED_FROM_NOW = `clock_timestamp() + ${CLAIM}`;
const IN_NO_HANDS =
  'started_at IS NULL AND (start_claimed_until IS NULL OR start_claimed_until < clock_timestamp())';

const CLAIM_ONE = `UPDATE request SET start_claimed_until = ${CLAIMED_FROM_NOW} WHERE number = $1 AND ${IN_NO_HANDS}`;
const CLAIM_DUE = `UPDATE request SET start_claimed_until = ${CLAIMED_FROM_NOW} FROM (
    SELECT number FROM request WHERE ${IN_NO_HANDS} AND registered_at < $1::timestamptz
    ORDER BY number LIMIT $2::int FOR UPDATE SKIP LOCKED) AS due
  WHERE request.number = due.number
  RETURNING request.number, request.case_number AS "caseNumber", request.start`;
const RENEW = `UPDATE request SET start_claimed_until = ${CLAIMED_FROM_NOW} WHERE number = ANY($1::text[]) AND started_at IS NULL`;
const RELEASE =
  'UPDATE request SET start_claimed_until = NULL WHERE number = ANY($1::text[]) AND started_at IS NULL';

export interface Claimed {
  readonly number: string;
  readonly caseNumber: string;
  readonly start: unknown;
}

/** Takes the start of a request's case in hand; false where it has started, or another has it. */
export const claimStart = async (database: Database, number: string): Promise<boolean> =>
  (await query(database, CLAIM_ONE, [number])).count > 0;

/**
 * Claims the unclaimed starts registered before an instant; each goes to exactly one of several concurrent
 * callers.
 */
export const claimDueStarts = async (
  database: Database,
  registeredBefore: Date,
  most: number,
): Promise<readonly Claimed[]> =>
  (await query<Claimed>(database, CLAIM_DUE, [registeredBefore.toISOString(), most])).rows;

export async function renewStarts(database: Database, numbers: readonly string[]): Promise<void> {
  await query(database, RENEW, [numbers]);
}

/** Releases the claims, so that another process can start these cases. */
export async function releaseStarts(database: Database, numbers: readonly string[]): Promise<void> {
  await query(database, RELEASE, [numbers]);
}
