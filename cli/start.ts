import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inheritedEnvironment, readConfig } from '../platform/config';
import { closeDatabase, connectDatabase } from '../platform/database';
import { checkCodecKeys } from '../platform/key-check';
import { reindexWords } from '../activities/reindex';
import { applyMigrations } from '../prisma/tools/migrate';
import { lockDataDir } from '../stack/lock';
import {
  createSupervisor,
  pidFileOf,
  restartLines,
  spawnService,
  stopLeftovers,
  type Supervisor,
} from '../stack/processes';
import { createProgress, type Progress } from '../stack/progress';
import { jsonLines } from './log-lines';
import { keepLocalSettings, localSecrets } from './local';
import { printReady } from './ready';
import { SAMPLE_PASSWORD, loadSampleCompany, playSampleRequests } from './sample/sample-day';
import { portFor, startServers, type Ports, type Servers } from './servers';

const SERVICES = ['parts', 'finance', 'worker', 'api'] as const;
const ROOT = resolve(__dirname, '..');
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm start`: the whole system on this machine, from PostgreSQL to the API; with the sample company and its requests where the
 * database is empty. Ends, in order, on Ctrl-C.
 */
export async function start(dataDir: string): Promise<void> {
  const progress = createProgress(write);
  const lock = await lockDataDir(dataDir);
  const logs = logFolder(join(dataDir, 'logs'));
  await stopLeftovers(dataDir, write);
  const supervisor = createSupervisor(write);
  const stopped = supervisor.stopOnSignals();
  try {
    await bringUp({ dataDir, progress, supervisor, logs });
    await stopped;
  } catch (error) {
    await supervisor.stopAll();
    throw error;
  } finally {
    await lock.release();
  }
}

interface Run {
  readonly dataDir: string;
  readonly progress: Progress;
  readonly supervisor: Supervisor;
  readonly logs: (name: string) => (line: string) => void;
}

async function bringUp(run: Run): Promise<void> {
  const { dataDir, progress, supervisor } = run;
  const ports = await choosePorts(progress);
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const servers = await startServers({
    dataDir,
    supervisor,
    progress,
    logOf: run.logs,
    restartsOf: (name, log) => restartsOf(dataDir, name, log),
    codecEndpoint: `${apiUrl}/v1/codec`,
  });
  const settings = await settingsOf(dataDir, servers, ports, apiUrl);
  await progress.run('Bringing the database to this version', () =>
    applyMigrations({ databaseUrl: servers.databaseUrl, log: jsonLines('migrate', run.logs('migrate')) }),
  );
  const database = connectDatabase(servers.databaseUrl);
  try {
    await reindexWords(database);
    await checkCodecKeys(database, readConfig(settings));
    await keepLocalSettings(dataDir, settings);
    const isSample = await loadSampleCompany(database, progress);
    await progress.run('Starting the parts, finance, worker and API services', () =>
      Promise.all(SERVICES.map((name) => startOwn(run, name, settings))),
    );
    if (isSample) await playSampleRequests(database, apiUrl, progress);
    await printReady({
      database,
      apiUrl,
      servers,
      ports,
      dataDir,
      password: isSample ? SAMPLE_PASSWORD : undefined,
      write,
    });
  } finally {
    await closeDatabase(database);
  }
}

async function choosePorts(progress: Progress): Promise<Ports> {
  const notice = (line: string): void => progress.say(line);
  const api = await portFor('AFTERCARE_PORT', 3000, 'the API', notice, []);
  const parts = await portFor('AFTERCARE_PARTS_PORT', 3001, 'the parts system', notice, [api]);
  const finance = await portFor('AFTERCARE_FINANCE_PORT', 3002, 'the finance system', notice, [api, parts]);
  const worker = await portFor('AFTERCARE_WORKER_PORT', 3003, "the worker's health and metrics", notice, [
    api,
    parts,
    finance,
  ]);
  return { api, parts, finance, worker };
}

/** Settings of the services: the given environment, then the values that this start chose. */
async function settingsOf(
  dataDir: string,
  servers: Servers,
  ports: Ports,
  apiUrl: string,
): Promise<Record<string, string>> {
  const secrets = await localSecrets(dataDir);
  const chosen = {
    AFTERCARE_CODEC_KEYS: secrets.codecKeys,
    AFTERCARE_SYSTEMS_TOKEN: secrets.systemsToken,
    AFTERCARE_LOGIN_SECRET: secrets.loginSecret,
    AFTERCARE_LINK_SECRET: secrets.linkSecret,
    // The customers' pages of this installation.
    AFTERCARE_CUSTOMER_URL: `${apiUrl}/c/`,
    AFTERCARE_PARTS_URL: `http://127.0.0.1:${ports.parts}`,
    AFTERCARE_FINANCE_URL: `http://127.0.0.1:${ports.finance}`,
    // The web UI of our own Temporal asks our API to decode what it shows, and the console links to it.
    ...(servers.temporalUiUrl !== undefined && {
      AFTERCARE_CORS_ORIGINS: servers.temporalUiUrl,
      AFTERCARE_TEMPORAL_UI_URL: servers.temporalUiUrl,
    }),
  };
  const given = Object.entries(inheritedEnvironment()).flatMap(([name, value]) =>
    value !== undefined && /^(AFTERCARE_|TEMPORAL_|DATABASE_URL$)/.test(name) ? [[name, value] as const] : [],
  );
  return {
    ...chosen,
    ...Object.fromEntries(given),
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    AFTERCARE_PORT: String(ports.api),
    AFTERCARE_PARTS_PORT: String(ports.parts),
    AFTERCARE_FINANCE_PORT: String(ports.finance),
    AFTERCARE_WORKER_PORT: String(ports.worker),
  };
}

async function startOwn(
  { dataDir, supervisor, logs }: Run,
  name: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await supervisor.start((signal) =>
    spawnService(
      {
        name,
        command: process.execPath,
        args: ['--require', 'tsx/cjs', join(ROOT, 'cli', 'aftercare.ts'), name],
        cwd: ROOT,
        env: { ...inheritedEnvironment(), ...settings },
        log: jsonLines(name, logs(name)),
        ready: new RegExp(`"msg":"${name} ready"`),
        readyTimeoutMs: 120_000,
        ...restartsOf(dataDir, `The ${name} service`, name),
        tie: 'ipc',
        pidFile: pidFileOf(dataDir, name),
      },
      signal,
    ),
  );
}

const restartsOf = (dataDir: string, name: string, log: string) =>
  restartLines(name, write, join(dataDir, 'logs', `${log}.log`));

/** One file a service: what it prints, as it prints it. */
function logFolder(folder: string): (name: string) => (line: string) => void {
  mkdirSync(folder, { recursive: true });
  const streams = new Map<string, ReturnType<typeof createWriteStream>>();
  return (name) => {
    const stream = streams.get(name) ?? createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
    streams.set(name, stream);
    return (line) => void stream.write(`${line}\n`);
  };
}
