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
  return new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => statementName(sql),
    }),
    // Prisma's own (2 s to begin, 5 s in all) are too short for a machine that is busy starting everything at once.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
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
