import pino from 'pino';
import type { PrismaClient } from '../../prisma/generated/client';
import { connectDatabase } from '../../platform/database';
import type { SystemServer, SystemServerOptions } from '../../systems/shared/server';
import { testDatabase } from '../support/database';

export const TOKEN = 'a-token-of-the-contract-tests';

/** An embedded system as it runs in production: a real port, a real PostgreSQL of its own. */
export interface Embedded {
  readonly baseUrl: string;
  readonly databaseUrl: string;
  readonly prisma: PrismaClient;
  /** Closes the server alone, once the requests under way are answered. */
  closeServer(): Promise<void>;
  /** Closes and drops all of it. */
  stop(): Promise<void>;
}

export const startEmbedded = async (
  build: (options: SystemServerOptions) => Promise<SystemServer>,
): Promise<Embedded> => {
  const database = await testDatabase();
  const prisma = connectDatabase(database.url);
  const app = await build({ prisma, token: TOKEN, logger: pino({ level: 'silent' }) });
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    baseUrl,
    databaseUrl: database.url,
    prisma,
    closeServer: () => app.close(),
    stop: async () => {
      await app.close();
      await prisma.$disconnect();
      await database.drop();
    },
  };
};
