import { Client } from '@temporalio/client';
import type { ApiDependencies } from '../api/context';
import { newCodecKey } from '../platform/codec';
import { readConfig } from '../platform/config';
import { connectDatabase } from '../platform/database';
import { createLogger } from '../platform/logger';
import { ProcessClient } from '../platform/process-client';
import { connectTemporal } from '../platform/temporal';

/** Everything the API is made of, connected to nothing: for those who look at it and do not run it. */
export function unconnected(): ApiDependencies & { readonly close: () => Promise<void> } {
  const config = readConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    AFTERCARE_CODEC_KEYS: newCodecKey(),
    AFTERCARE_SYSTEMS_TOKEN: 'not-used-by-the-document',
    AFTERCARE_LINK_SECRET: 'not-used-by-the-document-but-it-must-be-long',
    AFTERCARE_LOGIN_SECRET: 'not-used-by-the-document-but-it-must-be-long',
    AFTERCARE_LOG_LEVEL: 'silent',
  });
  const connection = connectTemporal(config);
  const database = connectDatabase(config.DATABASE_URL);
  return {
    config,
    logger: createLogger('openapi', 'silent'),
    database,
    processes: new ProcessClient(new Client({ connection }), config.AFTERCARE_COMMAND_DEADLINE_MS),
    databaseUrl: config.DATABASE_URL,
    close: async () => {
      await database.$disconnect();
      await connection.close();
    },
  };
}
