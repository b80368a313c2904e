import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '../prisma/generated/client';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
export { Prisma };

/**
 * Sessions keep UTC: the adapter reads timestamps as if they were, whatever the server's own time zone.
 * @param url a PostgreSQL connection string. @param poolSize connections at most.
 */
export const connectDatabase = (url: string, poolSize = 10): Database =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: poolSize, options: '-c TimeZone=UTC' }),
    // Prisma's own (2 s to begin, 5 s in all) are too short for a machine that is busy starting everything at once.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
