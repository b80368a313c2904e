import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from './database';
import { messageOf, systemErrorCode } from './errors';
import { anyFreePort } from './ports';
import { postgresBinaries } from './postgres-binaries';
import { clearEarlierServer, clusterDirOf, ensureCluster, postgresStop, superuser } from './postgres-cluster';
import { launchAs, serverUser } from './postgres-user';
import type { Stoppable } from './processes';
import type { WriteLine } from './progress';
import { listenerIn } from './restart-lines';
import { type Service, spawnService } from './service';
import type { ReadyCheck, RestartListener } from './service-spec';

export { createDatabase, databaseUrl, dropDatabase } from './database';

export interface PostgresOptions extends RestartListener {
  /** Where the data is kept across runs; made when missing. One server at a time. */
  readonly dataDir: string;
  /** On 127.0.0.1, as `choosePort` or `demandPort` gave it; any free one when left out. */
  readonly port?: number;
  readonly log: WriteLine;
  /** False for tests alone: faster, and a crash of the machine may lose data. Default true. */
  readonly durable?: boolean;
  /** Further settings of postgresql.conf, such as `{ work_mem: '16MB' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Default true: a server that ends unexpectedly is started again on the same port. */
  readonly restart?: boolean;
  readonly signal?: AbortSignal;
}

export interface PostgresServer extends Stoppable {
  /** Superuser connection to the database `postgres`. Holds the password: not for the log. */
  readonly url: string;
  readonly port: number;
  /** The postmaster's; undefined while it is being restarted. */
  readonly pid: number | undefined;
  kill(): void;
}

/** PostgreSQL's message while the children of a killed postmaster are still ending. */
const stillEnding = /pre-existing shared memory block/;
const endingPatienceMs = 20_000;

/**
 * Starts PostgreSQL on its data directory and returns once it answers. What an earlier run left, running or crashed,
 * is put in order first.
 * @throws StackError with the server's last lines when it does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { log } = options;
  const dataDir = resolve(options.dataDir);
  const clusterDir = clusterDirOf(dataDir);
  const [binaries, user] = await Promise.all([postgresBinaries(), serverUser(clusterDir)]);
  await clearEarlierServer(clusterDir, log);
  const password = await ensureCluster(dataDir, binaries, user);
  const port = options.port ?? (await anyFreePort());
  const url = `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const launch = await launchAs(user, binaries.postgres, serverArgs(options, clusterDir, port), [
    clusterDir,
    binaries.root,
  ]);

  const start = () =>
    spawnService(
      {
        name: 'PostgreSQL',
        ...launch,
        log,
        ready: (...wait) => untilItAnswers(url, ...wait),
        beforeStart: () => clearEarlierServer(clusterDir, log),
        stopSteps: postgresStop,
        restart: options.restart ?? true,
        ...listenerIn(options),
      },
      options.signal,
    );
  const service = await patiently(start);
  return {
    name: service.name,
    url,
    port,
    get pid() {
      return service.pid;
    },
    stop: () => service.stop(),
    kill: () => service.kill(),
  };
}

function serverArgs(options: PostgresOptions, clusterDir: string, port: number): readonly string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Only TCP with a password: a socket in /tmp would be one more door, with a name others could take first.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
    ...options.settings,
  };
  return [
    '-D',
    clusterDir,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

async function patiently(start: () => Promise<Service>): Promise<Service> {
  const until = Date.now() + endingPatienceMs;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (!stillEnding.test(messageOf(error)) || Date.now() > until) throw error;
      await sleep(250);
    }
  }
}

const wrongPassword = '28P01';

/** @throws when the server answers that the password is wrong: waiting would not change that. */
async function untilItAnswers(url: string, ...[signal, note]: Parameters<ReadyCheck>): Promise<void> {
  while (!signal.aborted) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return;
    } catch (error) {
      if (systemErrorCode(error) === wrongPassword) throw error;
      note(error);
      await sleep(50);
    }
  }
}
