import { Client } from '@temporalio/client';
import { readConfig, type Config } from '../../platform/config';
import { closeDatabase, connectDatabase, type Database } from '../../platform/database';
import { checkCodecKeys } from '../../platform/key-check';
import { createLogger, type Logger } from '../../platform/logger';
import { ProcessClient } from '../../platform/process-client';
import { connectTemporal, dataConverter } from '../../platform/temporal';

/** Dependencies of every service of Aftercare. */
export interface ServiceContext {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
}

export interface ProcessContext extends ServiceContext {
  readonly processes: ProcessClient;
  close(): Promise<void>;
}

export function serviceContext(name: string): ServiceContext {
  const config = readConfig();
  return {
    config,
    logger: createLogger(name, config.AFTERCARE_LOG_LEVEL),
    database: connectDatabase(config.DATABASE_URL),
  };
}

/** The same with a way to the processes. @throws {WrongKeyError} before anything is done with a key that does not fit. */
export async function processContext(name: string): Promise<ProcessContext> {
  const context = serviceContext(name);
  const { config, database } = context;
  await checkCodecKeys(database, config);
  const connection = connectTemporal(config);
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(config),
  });
  return {
    ...context,
    processes: new ProcessClient(client, config.AFTERCARE_COMMAND_DEADLINE_MS),
    close: async () => {
      await connection.close();
      await closeDatabase(database);
    },
  };
}
