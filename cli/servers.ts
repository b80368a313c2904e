import { join } from 'node:path';
import { inheritedEnvironment, cacheDirectory } from '../platform/config';
import { choosePort, demandPort } from '../stack/ports';
import { createDatabase, databaseUrl, startPostgres } from '../stack/postgres';
import type { RestartListener, Supervisor } from '../stack/processes';
import type { Progress } from '../stack/progress';
import { findTemporal, startTemporal } from '../stack/temporal';
import { withClient } from '../stack/database';

export interface Servers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl: string | undefined;
}

/** Where our own services listen, on 127.0.0.1. */
export type Ports = Readonly<Record<'api' | 'parts' | 'finance' | 'worker', number>>;

export interface ServerOptions {
  readonly dataDir: string;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
  /** Where a server's own lines go. */
  readonly logOf: (name: string) => (line: string) => void;
  /** Tells of its restarts. */
  readonly restartsOf: (name: string, log: string) => RestartListener;
  /** Where the Temporal UI has encrypted payloads decoded. */
  readonly codecEndpoint: string;
}

/** PostgreSQL and Temporal: those that DATABASE_URL and TEMPORAL_ADDRESS name, else our own with their data in `dataDir`. */
export async function startServers(options: ServerOptions): Promise<Servers> {
  const environment = inheritedEnvironment();
  const url = environment.DATABASE_URL ?? (await ownPostgres(options));
  const given = environment.TEMPORAL_ADDRESS;
  if (given !== undefined) return { databaseUrl: url, temporalAddress: given, temporalUiUrl: undefined };
  return { databaseUrl: url, ...(await ownTemporal(options)) };
}

async function ownPostgres({
  dataDir,
  supervisor,
  progress,
  logOf,
  restartsOf,
}: ServerOptions): Promise<string> {
  const port = await choosePort(5433, { what: 'PostgreSQL', notice: (line) => progress.say(line) });
  const server = await progress.run('Starting PostgreSQL', () =>
    supervisor.start((signal) =>
      startPostgres({
        dataDir: join(dataDir, 'postgres'),
        port,
        log: logOf('postgres'),
        ...restartsOf('PostgreSQL', 'postgres'),
        signal,
      }),
    ),
  );
  const exists = await withClient(
    server.url,
    async (client) =>
      (await client.query("SELECT 1 FROM pg_database WHERE datname = 'aftercare'")).rowCount === 1,
  );
  return exists ? databaseUrl(server.url, 'aftercare') : createDatabase(server.url, 'aftercare');
}

async function ownTemporal({
  dataDir,
  supervisor,
  progress,
  logOf,
  restartsOf,
  codecEndpoint,
}: ServerOptions) {
  const notice = (line: string): void => progress.say(line);
  const executable = await findTemporal(progress, cacheDirectory());
  const port = await choosePort(7233, { what: 'Temporal', notice });
  const uiPort = await choosePort(8233, { what: "Temporal's web UI", notice, exclude: [port] });
  const server = await progress.run('Starting Temporal', () =>
    supervisor.start((signal) =>
      startTemporal({
        executable,
        dataFile: join(dataDir, 'temporal', 'temporal.db'),
        port,
        uiPort,
        uiCodecEndpoint: codecEndpoint,
        log: logOf('temporal'),
        ...restartsOf('Temporal', 'temporal'),
        signal,
      }),
    ),
  );
  return { temporalAddress: server.address, temporalUiUrl: server.uiUrl };
}

/** A port that the environment names is used or refused; another is moved with a notice. */
export async function portFor(
  variable: string,
  preferred: number,
  what: string,
  notice: (line: string) => void,
  exclude: readonly number[],
): Promise<number> {
  const wanted = inheritedEnvironment()[variable];
  return wanted === undefined
    ? choosePort(preferred, { what, notice, exclude })
    : demandPort(Number(wanted), what);
}
