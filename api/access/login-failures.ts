import { createHash } from 'node:crypto';
import { query, type Database } from '../../platform/database';
import { FAILURES_KEPT_MS, type FailureCounts } from './login-brake';

interface Row {
  readonly key: string;
  readonly count: number;
  readonly sinceLastMs: number;
}

/** As many rows as one failure deletes at most; it adds three. */
const FORGOTTEN_AT_ONCE = 100;

/**
 * Failed logins in PostgreSQL, by its clock: all API processes count together, and a restart forgets none. Keys are hashes, so that the
 * table holds no address and no name.
 */
export class LoginFailures {
  constructor(private readonly database: Database) {}

  async of(address: string, login: string): Promise<FailureCounts> {
    const keys = keysOf(address, login);
    const { rows } = await query<Row>(
      this.database,
      `SELECT key, count, ${SINCE_LAST_MS} AS "sinceLastMs" FROM login_failure WHERE key = ANY($1::text[])`,
      [Object.values(keys)],
    );
    return countsOf(keys, rows);
  }

  /** Counts one more. Gives the counts with it. */
  async add(address: string, login: string): Promise<FailureCounts> {
    const keys = keysOf(address, login);
    const { rows } = await query<Row>(
      this.database,
      `WITH forgotten AS (
        DELETE FROM login_failure WHERE key IN (
          SELECT key FROM login_failure WHERE last_at < clock_timestamp() - ${KEPT} AND NOT key = ANY($1::text[])
          LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED))
      INSERT INTO login_failure (key, count, last_at)
      SELECT key, 1, clock_timestamp() FROM unnest($1::text[]) AS key ORDER BY key
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN login_failure.last_at < clock_timestamp() - ${KEPT} THEN 1 ELSE LEAST(login_failure.count, 1000000) + 1 END,
        last_at = clock_timestamp()
      RETURNING key, count, 0::float8 AS "sinceLastMs"`,
      [Object.values(keys)],
    );
    return countsOf(keys, rows);
  }

  /** Forgets the failures of a login after the right password, but not those of the address with other logins. */
  async forget(address: string, login: string): Promise<void> {
    const { pair, login: ofLogin } = keysOf(address, login);
    // In the order in which failures are added: two that wait for each other would both end.
    await query(
      this.database,
      `DELETE FROM login_failure WHERE key IN (
        SELECT key FROM login_failure WHERE key = ANY($1::text[]) ORDER BY key FOR UPDATE)`,
      [[pair, ofLogin]],
    );
  }
}

const KEPT = `make_interval(secs => ${FAILURES_KEPT_MS / 1000})`;
const SINCE_LAST_MS = 'GREATEST(0, extract(epoch FROM clock_timestamp() - last_at) * 1000)::float8';

type Keys = Readonly<Record<keyof FailureCounts, string>>;

const keysOf = (address: string, login: string): Keys => ({
  pair: keyOf('pair', address, login),
  address: keyOf('address', address),
  login: keyOf('login', login),
});

const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

function countsOf(keys: Keys, rows: readonly Row[]): FailureCounts {
  const of = (key: string) => rows.find((row) => row.key === key);
  return { pair: of(keys.pair), address: of(keys.address), login: of(keys.login) };
}
