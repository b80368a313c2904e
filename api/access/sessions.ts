import { query, type Database } from '../../platform/database';

const HOUR_S = 60 * 60;
/** A session that is not used for so long is over: as long as a token is good. */
export const SESSION_IDLE_S = 12 * HOUR_S;
/** A session in daily use is over after so long, and its person logs in again. */
export const SESSION_LONGEST_S = 7 * 24 * HOUR_S;
/** A session is moved on at most so often: not with every request. */
export const RENEWED_AFTER_S = 5 * 60;

/** As many expired rows as one login deletes at most. */
const FORGOTTEN_AT_ONCE = 100;

interface NewSession {
  readonly id: string;
  readonly staffId: string;
  readonly token: { readonly id: string; readonly expiresAt: Date };
}

/** The sessions of staff by cookie, in PostgreSQL and by its clock: the same for every API process. */
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Begins a session, and forgets some that are over. */
  async begin({ id, staffId, token }: NewSession): Promise<void> {
    await query(
      this.database,
      `WITH forgotten AS (
        DELETE FROM staff_session WHERE id IN (
          SELECT id FROM staff_session WHERE expires_at < clock_timestamp()
          LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED))
      INSERT INTO staff_session (id, staff_id, token_id, token_expires_at, created_at, expires_at)
      VALUES ($1, $2, $3, $4::timestamptz, clock_timestamp(), clock_timestamp() + make_interval(secs => ${SESSION_IDLE_S}))`,
      [id, staffId, token.id, token.expiresAt.toISOString()],
    );
  }

  /** Moves the end of a session that is in use on. @returns its new end; undefined where it has ended meanwhile. */
  async renew(id: string): Promise<Date | undefined> {
    const { rows } = await query<{ readonly endsAtMs: number }>(
      this.database,
      `UPDATE staff_session SET expires_at = LEAST(
        created_at + make_interval(secs => ${SESSION_LONGEST_S}), clock_timestamp() + make_interval(secs => ${SESSION_IDLE_S}))
      WHERE id = $1 AND expires_at > clock_timestamp()
      RETURNING (extract(epoch FROM expires_at) * 1000)::float8 AS "endsAtMs"`,
      [id],
    );
    return rows[0] && new Date(rows[0].endsAtMs);
  }

  /** Ends a session with the token of its login. Again changes nothing. */
  async end(id: string): Promise<void> {
    await query(
      this.database,
      `WITH ended AS (DELETE FROM staff_session WHERE id = $1 RETURNING staff_id, token_id, token_expires_at)
      INSERT INTO revoked_token (token_id, staff_id, expires_at, revoked_at)
      SELECT token_id, staff_id, token_expires_at, clock_timestamp() FROM ended WHERE token_expires_at > clock_timestamp()
      ON CONFLICT (token_id) DO NOTHING`,
      [id],
    );
  }

  /** Ends the session that began with a token. @returns its id, where there is one. */
  async endOfToken(tokenId: string): Promise<string | undefined> {
    const { rows } = await query<{ readonly id: string }>(
      this.database,
      'DELETE FROM staff_session WHERE token_id = $1 RETURNING id',
      [tokenId],
    );
    return rows[0]?.id;
  }
}
