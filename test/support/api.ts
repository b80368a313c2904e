import { Client } from '@temporalio/client';
import { buildApi } from '../../api/app';
import type { Api } from '../../api/context';
import type { Config } from '../../platform/config';
import { connectDatabase, type Database } from '../../platform/database';
import { createLogger, type Logger } from '../../platform/logger';
import { ProcessClient } from '../../platform/process-client';
import { connectTemporal, dataConverter } from '../../platform/temporal';
import type { Template } from './config';
import { testDatabase } from './database';
import { holdToDocument } from './declared';
import { testConfig } from './settings';

export interface TestApi {
  readonly app: Api;
  readonly config: Config;
  readonly database: Database;
  readonly processes: ProcessClient;
  readonly logger: Logger;
  readonly close: () => Promise<void>;
}

export interface TestApiOptions {
  /** Takes the lines of its log; standard output otherwise. */
  readonly logged?: (line: string) => void;
  /** Initial content of its database. */
  readonly template?: Template;
  /** Starts what stands around it on its database, and gives the settings by which it is found. */
  readonly around?: (databaseUrl: string) => Promise<Readonly<Record<string, string>>>;
}

/** The API on a migrated database of its own; with Temporal where the suite has it, but with no worker. */
export async function testApi(
  settings: Readonly<Record<string, string>> = {},
  { template, around, logged }: TestApiOptions = {},
): Promise<TestApi> {
  const { url, drop } = await testDatabase(template);
  const config = testConfig(url, { ...settings, ...(await around?.(url)) });
  const logger = createLogger('api', config.AFTERCARE_LOG_LEVEL, logged && { write: logged });
  const database = connectDatabase(url);
  const connection = connectTemporal(config);
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(config),
  });
  const processes = new ProcessClient(client, config.AFTERCARE_COMMAND_DEADLINE_MS);
  const app = await buildApi({ config, logger, database, processes, databaseUrl: url });
  await app.ready();
  holdToDocument(app);
  return {
    app,
    config,
    database,
    processes,
    logger,
    close: async () => {
      await app.close();
      await database.$disconnect();
      await connection.close();
      await drop();
    },
  };
}

/**
 * Answers commands at once as an API does whose worker is away: the outcome is not known. The API itself would wait for its deadline first,
 * at each of hundreds of commands.
 */
export function withoutWorker({ processes }: TestApi): void {
  processes.execute = processes.startAndExecute = () => Promise.resolve({ kind: 'unknown' });
}

/** A bearer token from the built-in login. */
export async function signIn(app: Api, login: string, password = 'aftercare'): Promise<string> {
  const response = await app.inject({ method: 'POST', url: '/v1/login', payload: { login, password } });
  if (response.statusCode !== 200) throw new Error(`Login of ${login} failed: ${response.body}`);
  const { token }: { token: string } = response.json();
  return token;
}
