import type { FastifyReply, FastifyRequest } from 'fastify';
import { query, transaction, type Database, type Session } from '../../platform/database';
import { Refusal } from './errors';
import { hashOf, sendOutcome, type Outcome, type Stored } from './idempotency';
import { refusalProblem } from './problem';

/** Parts of a statement: common table expressions, the values of their places. */
interface Written {
  readonly with: string;
  readonly values: readonly unknown[];
}

/**
 * Work of a request whose answer is kept under its key, in few statements: the first claims the key and begins the work, the last writes what
 * came of it with the answer. Between them it reads what had to be locked first.
 */
export interface KeyedWork<Begun> {
  /** Goes on from `claimed`, which has a row (`key`) where the key is new. Its places begin with $3; $1 is the key. */
  readonly begin: Written & {
    /** Result columns. */
    readonly columns: string;
  };
  /** @throws {Refusal} nothing of it stays but the answer. */
  finish(begun: Begun, session: Session): Ending | Promise<Ending>;
}

/** The places of what is written begin with $4; $1 is the key. */
export interface Ending extends Partial<Written> {
  readonly status: 200 | 201;
  readonly body: object;
}

export type KeyedOnce = <Begun>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (key: string) => KeyedWork<Begun>,
) => Promise<void>;

/** Long enough for a queue on one much-wanted part; short of the callers' own timeouts. */
const LOCK_TIMEOUT_MS = 8_000;

/**
 * As `idempotency` does it, past Prisma, for the requests that come most. Where the work is refused, the answer is written once all of it is
 * undone; another request with the key may come between, and then it is that one's answer which stays, for both.
 */
export const keyedWork = (database: Database, schema: 'parts' | 'finance'): KeyedOnce => {
  const table = `"${schema}"."idempotency_key"`;
  const claiming = `claimed AS (INSERT INTO ${table} ("key", "request_hash") VALUES ($1, $2) ON CONFLICT ("key") DO NOTHING RETURNING "key")`;
  const answering = `answered AS (UPDATE ${table} SET "status" = $2, "body" = $3::jsonb WHERE "key" = $1)`;
  const keeping = `INSERT INTO ${table} ("key", "request_hash", "status", "body") VALUES ($1, $2, $3, $4::jsonb) ON CONFLICT ("key") DO NOTHING`;
  const finding = `SELECT "request_hash" AS "requestHash", "status", "body" FROM ${table} WHERE "key" = $1`;

  const earlier = async (session: Session, key: string, hash: string): Promise<Outcome> => {
    const [stored] = (await query<Stored>(session, finding, [key])).rows;
    if (stored === undefined) throw new Error(`Idempotency key ${key} existed and has disappeared.`);
    const { requestHash, status, body } = stored;
    return requestHash === hash ? { kind: 'replayed', status, body } : { kind: 'reused' };
  };

  const done = async <Begun>(
    session: Session,
    { key, hash, work }: { key: string; hash: string; work: KeyedWork<Begun> },
  ): Promise<Outcome> => {
    const { begin } = work;
    const [begun] = (
      await query<Begun & { readonly isClaimed: boolean }>(
        session,
        `WITH ${claiming}, ${begin.with} SELECT EXISTS (SELECT FROM claimed) AS "isClaimed", ${begin.columns}`,
        [key, hash, ...begin.values],
      )
    ).rows;
    if (begun?.isClaimed !== true) return earlier(session, key, hash);
    const { status, body, ...written } = await work.finish(begun, session);
    const also = written.with === undefined ? '' : `, ${written.with}`;
    await query(session, `WITH ${answering}${also} SELECT`, [
      key,
      status,
      JSON.stringify(body),
      ...(written.values ?? []),
    ]);
    return { kind: 'done', status, body };
  };

  const refused = async (refusal: Refusal, key: string, hash: string): Promise<Outcome> => {
    const { status } = refusal;
    const body = refusalProblem(refusal);
    return transaction(database, LOCK_TIMEOUT_MS, async (session) => {
      const { count } = await query(session, keeping, [key, hash, status, JSON.stringify(body)]);
      return count === 1 ? { kind: 'done', status, body } : earlier(session, key, hash);
    });
  };

  return async (request, reply, work) => {
    const key = String(request.headers['idempotency-key']);
    const hash = hashOf(request);
    const outcome = await transaction(database, LOCK_TIMEOUT_MS, (session) =>
      done(session, { key, hash, work: work(key) }),
    ).catch((error: unknown) => {
      if (error instanceof Refusal) return refused(error, key, hash);
      throw error;
    });
    await sendOutcome(reply, key, outcome);
  };
};
