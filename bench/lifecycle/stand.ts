import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BuiltInTokens } from '../../api/access/built-in';
import { loadCompany } from '../../cli/sample/load-company';
import { newCodecKey } from '../../platform/codec';
import { cacheDirectory, inheritedEnvironment } from '../../platform/config';
import { closeDatabase, connectDatabase, type Database } from '../../platform/database';
import { applyMigrations } from '../../prisma/tools/migrate';
import { anyFreePort } from '../../stack/ports';
import { createDatabase, startPostgres } from '../../stack/postgres';
import { createSupervisor, spawnService, type Service, type Supervisor } from '../../stack/processes';
import type { Progress } from '../../stack/progress';
import { findTemporal, startTemporal } from '../../stack/temporal';
import { receiveOpeningStock } from '../../systems/parts/opening-stock';
import { type Cast, type SystemName } from './messages';

export const ROOT = resolve(__dirname, '..', '..');
const SECRET = 'a-secret-of-the-benchmark-alone-32-bytes';
const SYSTEMS_TOKEN = 'token-of-the-benchmark-alone';
const REGION = 'east';
const CLERK = 'lu.xinran';
/** So many that cases at the same time seldom want the same one: its stock is one row. */
const PARTS = 40;
const PIECES = 100_000;
const AFTERCARE = ['parts', 'finance', 'worker', 'api'] as const;
const quiet = (): void => undefined;

/** Everything that is measured, running: one PostgreSQL and one Temporal, and the processes of the three systems on them. */
export interface Stand {
  /** The processes that work for a system, by name. */
  pids(system: SystemName): ReadonlyMap<string, number>;
  /** The environment of a system's client. */
  readonly settings: Readonly<Record<SystemName, Readonly<Record<string, string>>>>;
  readonly cast: (system: SystemName) => Cast;
  /** Superuser connection to any database of the server. */
  readonly postgresUrl: string;
  stop(): Promise<void>;
}

/**
 * @param profileDir where Aftercare's processes and the floor's leave a CPU profile each when they end (`--cpu-prof`).
 * @throws StackError, or whatever keeps one of them from starting; nothing is left running then.
 */
export async function startStand(progress: Progress, profileDir?: string): Promise<Stand> {
  const parent = join(ROOT, '.aftercare');
  await mkdir(parent, { recursive: true });
  const dataDir = await mkdtemp(join(parent, 'bench-'));
  const supervisor = createSupervisor(quiet);
  const stop = async (): Promise<void> => {
    await supervisor.stopAll();
    await rm(dataDir, { recursive: true, force: true });
  };
  void supervisor.stopOnSignals().then(async () => {
    await rm(dataDir, { recursive: true, force: true });
    process.exit(130);
  }, quiet);
  try {
    return { ...(await bringUp({ dataDir, supervisor, progress, profileDir })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Ground {
  readonly dataDir: string;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
  readonly profileDir: string | undefined;
}

async function bringUp({ dataDir, supervisor, progress, profileDir }: Ground): Promise<Omit<Stand, 'stop'>> {
  const executable = await findTemporal(progress, cacheDirectory());
  const [postgres, temporal] = await progress.run('Starting PostgreSQL and Temporal', () =>
    Promise.all([
      supervisor.start((signal) =>
        startPostgres({ dataDir: join(dataDir, 'postgres'), log: quiet, restart: false, signal }),
      ),
      supervisor.start((signal) =>
        startTemporal({
          executable,
          dataFile: join(dataDir, 'temporal', 'temporal.db'),
          log: quiet,
          restart: false,
          signal,
        }),
      ),
    ]),
  );
  const url = await createDatabase(postgres.url, 'aftercare');
  const company = await progress.run('Loading the sample company', async () => {
    await applyMigrations({ databaseUrl: url, log: quiet });
    const database = connectDatabase(url);
    try {
      await loadCompany(database, join(ROOT, 'samples', 'company'), 'aftercare');
      return await castOf(database);
    } finally {
      await closeDatabase(database);
    }
  });
  const aftercare = await settingsOf(url, temporal.address);
  const settings = {
    aftercare,
    floor: { ...aftercare, DATABASE_URL: await createDatabase(postgres.url, 'floor') },
    dbos: {
      ...aftercare,
      DATABASE_URL: await createDatabase(postgres.url, 'dbos'),
      AFTERCARE_PORT: String(await anyFreePort()),
    },
  };
  const start = (name: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
    supervisor.start((signal) =>
      spawnService(
        {
          name,
          command: process.execPath,
          args: [...profiling(name, profileDir), '--require', 'tsx/cjs', ...args],
          cwd: ROOT,
          env: { ...inheritedEnvironment(), ...env },
          log: quiet,
          ready: new RegExp(`"msg":"${name} ready"`),
          readyTimeoutMs: 120_000,
          restart: false,
          tie: 'ipc',
        },
        signal,
      ),
    );
  const [parts, finance, worker, api, floor, dbos] = await progress.run('Starting the three systems', () =>
    Promise.all([
      ...AFTERCARE.map((name) => start(name, ['cli/aftercare.ts', name], aftercare)),
      start('floor', ['bench/lifecycle/floor/worker.ts'], settings.floor),
      start('dbos', ['bench/lifecycle/dbos/server.ts'], settings.dbos),
    ]),
  );
  const shared = { postgres, temporal };
  const systems = {
    aftercare: { api, worker, parts, finance, ...shared },
    floor: { worker: floor, ...shared },
    dbos: { app: dbos, parts, finance, postgres },
  };
  return {
    settings,
    postgresUrl: postgres.url,
    pids: (system) => pidsOf(systems[system]),
    cast: (system) => ({ ...company, url: `http://127.0.0.1:${settings[system].AFTERCARE_PORT}` }),
  };
}

const profiling = (name: string, dir: string | undefined): readonly string[] =>
  dir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(dir, name)}`];

function pidsOf(
  services: Readonly<Record<string, Pick<Service, 'pid'> | undefined>>,
): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(services).map(([name, service]) => {
      if (service?.pid === undefined)
        throw new Error(`${name} has ended: what was measured is worth nothing`);
      return [name, service.pid];
    }),
  );
}

/** People of one centre, its customers, and parts enough for every case. */
async function castOf(database: Database): Promise<Omit<Cast, 'url'>> {
  const partNumbers = Array.from({ length: PARTS }, (_, n) => `BENCH-${n}`);
  await receiveOpeningStock(database, {
    at: new Date().toISOString(),
    depots: [],
    parts: partNumbers.map((partNumber) => ({
      partNumber,
      nameEn: partNumber,
      nameZh: partNumber,
      model: '-',
      material: '-',
      abcClass: 'A',
      critical: false,
      unitCostCents: 100,
      currency: 'CNY',
    })),
    quantities: partNumbers.map((partNumber) => ({ depot: REGION, partNumber, quantity: PIECES })),
  });
  const tokens = new BuiltInTokens(SECRET);
  const person = async ({ id }: { readonly id: string }) => ({
    id,
    token: (await tokens.issue(id, new Date())).token,
  });
  const engineers = await database.staff.findMany({
    where: { roles: { has: 'repair-engineer' }, organisation: { parentId: REGION } },
    orderBy: { id: 'asc' },
  });
  const customers = await database.customer.findMany({
    where: { regionId: REGION },
    include: { contacts: { where: { kind: 'phone' }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  return {
    clerk: await person(await database.staff.findUniqueOrThrow({ where: { login: CLERK } })),
    engineers: await Promise.all(engineers.map(person)),
    senders: customers.flatMap(({ name, contacts: [phone] }) =>
      phone === undefined ? [] : [{ name, phone: phone.value }],
    ),
    partNumbers,
  };
}

async function settingsOf(databaseUrl: string, temporalAddress: string) {
  const [api, parts, finance] = [await anyFreePort(), await anyFreePort(), await anyFreePort()];
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    AFTERCARE_CODEC_KEYS: newCodecKey(),
    AFTERCARE_SYSTEMS_TOKEN: SYSTEMS_TOKEN,
    AFTERCARE_LOGIN_SECRET: SECRET,
    // A hundred cases at once on two cores: slow answers are to be measured, not refused.
    AFTERCARE_COMMAND_DEADLINE_MS: '60000',
    AFTERCARE_PORT: String(api),
    AFTERCARE_PARTS_PORT: String(parts),
    AFTERCARE_PARTS_URL: `http://127.0.0.1:${parts}`,
    AFTERCARE_FINANCE_PORT: String(finance),
    AFTERCARE_FINANCE_URL: `http://127.0.0.1:${finance}`,
    AFTERCARE_WORKER_PORT: String(await anyFreePort()),
  };
}
