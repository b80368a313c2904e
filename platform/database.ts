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
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    // Prisma's own (2 s to begin, 5 s in all) are too short for a machine that is busy starting everything at once.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}
