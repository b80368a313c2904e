import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseError, Pool, type PoolClient } from 'pg';
import { Prisma, PrismaClient } from '../prisma/generated/client';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
/** Takes reading statements, within a transaction or outside one. */
export type Reader = Transaction;
export { DatabaseError, Prisma };

/**
 * Sessions keep UTC: the adapter reads timestamps as if they were, whatever the server's own time zone.
 * @param url a PostgreSQL connection string. @param poolSize connections at most.
 */
export function connectDatabase(url: string, poolSize = 10): Database {
  const pool = new Pool({ connectionString: url, max: poolSize, options: '-c TimeZone=UTC' });
  // A connection that breaks between two users has no error listener, and the event would end the process. Its
  // next user gets the error.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // Nor has one that is lost while it is idle, before Prisma has asked for any: the pool drops it, and opens another when it is needed.
  pool.on('error', () => undefined);
  const database = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => statementName(sql),
    }),
    // Prisma's own (2 s to begin, 5 s in all) are too short for a machine that is busy starting everything at once.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  connections.set(database, pool);
  return database;
}

/** Ends its connections; Prisma by itself leaves them open where nothing has gone through it. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
  const pool = connections.get(database);
  if (pool instanceof Pool && !pool.ending) await pool.end();
}

/** Where statements past Prisma go, of a database and of a session. */
const connections = new WeakMap<object, Pool | PoolClient>();

export interface Outcome<Row> {
  readonly rows: readonly Row[];
  /** How many rows it read or wrote. */
  readonly count: number;
}

/**
 * A statement past Prisma, for those that every command makes: Prisma takes several times what the driver does for the same text. Values
 * come as the driver reads them: `timestamptz` is a `Date`, `jsonb` what it says, `bigint` a string.
 * @param text one prepared statement, the same text each time. Within a transaction Prisma sends it.
 */
export async function query<Row>(
  database: Database | Transaction | Session,
  text: string,
  values: readonly unknown[],
): Promise<Outcome<Row>> {
  const connection = connections.get(database);
  if (!connection) {
    if (!('$queryRawUnsafe' in database)) throw new Error('The session has ended');
    const rows = await database.$queryRawUnsafe<Row[]>(text, ...values);
    return { rows, count: rows.length };
  }
  const name = statementName(text);
  const { rows, rowCount } = await connection.query<Row & object>({
    text,
    values: [...values],
    ...(name !== NOT_PREPARED && { name }),
  });
  return { rows, count: rowCount ?? 0 };
}

/**
 * Reads one state of the database in several statements: without it, a commit between two of them makes an answer of two versions.
 * @param work its statements run one after the other, on one connection.
 */
export const snapshot = <T>(database: Database, work: (reader: Reader) => Promise<T>): Promise<T> =>
  database.$transaction(work, { isolationLevel: 'RepeatableRead' });

/** A transaction of its own, past Prisma: `query` sends statements of it. */
export interface Session {
  readonly kind: 'session';
}

/**
 * Runs work in one transaction, bypassing Prisma. Rolls back when the work throws.
 * @param lockTimeoutMs how long a statement may wait for a lock.
 */
export async function transaction<T>(
  database: Database,
  lockTimeoutMs: number,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const pool = connections.get(database);
  if (!(pool instanceof Pool))
    throw new Error('A transaction outside Prisma needs a database from connectDatabase');
  const client = await pool.connect();
  const session: Session = { kind: 'session' };
  connections.set(session, client);
  let isOpen = true;
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    const result = await work(session);
    await client.query('COMMIT');
    isOpen = false;
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => (isOpen = false),
      () => undefined,
    );
    throw error;
  } finally {
    connections.delete(session);
    // A connection that could not roll back must not return to the pool.
    client.release(isOpen);
  }
}

/**
 * Above the number of statement texts in the code, some of which vary with the number of ids. Texts beyond
 * the limit are planned each time.
 */
const MOST_PREPARED = 300;
const NOT_PREPARED = '';
const names = new Map<string, string>();

/** Statements of one name are parsed and planned once a connection. */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_PREPARED) return NOT_PREPARED;
  const name = `aftercare_${names.size}`;
  names.set(sql, name);
  return name;
}
