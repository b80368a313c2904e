import { createHash } from 'node:crypto';
import { query, type Database } from '../../platform/database';

/**
 * Identifies a revoked token by its signed part only: the signature of the same token can be encoded in more
 * than one way, its content cannot.
 */
export const tokenIdOf = (token: string): string =>
  createHash('sha256')
    .update(token.slice(0, token.lastIndexOf('.')))
    .digest('hex');

/** Notes that a token is of no use any more, and forgets those that have expired. Again changes nothing. */
export async function revokeToken(
  database: Database,
  {
    tokenId,
    staffId,
    expiresAt,
  }: { readonly tokenId: string; readonly staffId: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await query(
    database,
    `WITH expired AS (DELETE FROM revoked_token WHERE expires_at < $4::timestamptz)
      INSERT INTO revoked_token (token_id, staff_id, expires_at, revoked_at)
      VALUES ($1, $2, $3::timestamptz, $4::timestamptz) ON CONFLICT (token_id) DO NOTHING`,
    [tokenId, staffId, expiresAt.toISOString(), now.toISOString()],
  );
}
