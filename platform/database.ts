import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { Prisma, PrismaClient } from '../prisma/generated/client';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
export { Prisma };

/**
 * Sessions keep UTC: the adapter reads timestamps as if they were, whatever the server's own time zone.
 * @param url a PostgreSQL connection string. @param poolSize connections at most.
 */
export function connectDatabase(url: string, poolSize = 10): Database {
  const pool = new Pool({ connectionString: url, max: poolSize, options: '-c TimeZone=UTC' });
  // A connection that is lost between two owners has nobody who listens, and that would end the process. Whoever uses it next is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => statementName(sql),
    }),
    // Prisma's own (2 s to begin, 5 s in all) are too short for a machine that is busy starting everything at once.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  pools.set(database, pool);
  return database;
}

const pools = new WeakMap<object, Pool>();

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
  database: Database | Transaction,
  text: string,
  values: readonly unknown[],
): Promise<Outcome<Row>> {
  const pool = pools.get(database);
  if (!pool) {
    const rows = await database.$queryRawUnsafe<Row[]>(text, ...values);
    return { rows, count: rows.length };
  }
  const name = statementName(text);
  const { rows, rowCount } = await pool.query<Row & object>({
    text,
    values: [...values],
    ...(name !== NOT_PREPARED && { name }),
  });
  return { rows, count: rowCount ?? 0 };
}

/** More texts than the code has: some have a place for each of so many ids. Those that come later are planned anew each time. */
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
