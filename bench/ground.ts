import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadCompany } from '../cli/sample/load-company';
import { newCodecKey } from '../platform/codec';
import { cacheDirectory, inheritedEnvironment } from '../platform/config';
import { closeDatabase, connectDatabase } from '../platform/database';
import { applyMigrations } from '../prisma/tools/migrate';
import { anyFreePort } from '../stack/ports';
import { createDatabase, startPostgres, type PostgresServer } from '../stack/postgres';
import { createSupervisor, spawnService, type Service } from '../stack/processes';
import type { Progress } from '../stack/progress';
import { findTemporal, startTemporal, type TemporalServer } from '../stack/temporal';

export const ROOT = resolve(__dirname, '..');
/** Signs the tokens of a benchmark's callers. */
export const SECRET = 'a-secret-of-the-benchmark-alone-32-bytes';
const SYSTEMS_TOKEN = 'token-of-the-benchmark-alone';
const quiet = (): void => undefined;

/** Servers of a benchmark's own, and the services that it starts on them. */
export interface Ground {
  readonly postgres: PostgresServer;
  readonly temporal: TemporalServer;
  /** Starts a program of this repository; it is ready when it says so in its log. */
  readonly start: (
    name: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ) => Promise<Service>;
  readonly stop: () => Promise<void>;
}

/**
 * @param profileDir where the services leave a CPU profile each when they end (`--cpu-prof`).
 * @throws StackError, or whatever keeps a server from starting; nothing is left running then.
 */
export async function startGround(progress: Progress, profileDir?: string): Promise<Ground> {
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
    const start: Ground['start'] = (name, args, env) =>
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
    return { postgres, temporal, start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const profiling = (name: string, dir: string | undefined): readonly string[] =>
  dir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(dir, name)}`];

/** A migrated database with the sample company in its registers. Gives its URL. */
export async function companyDatabase({ postgres }: Ground): Promise<string> {
  const url = await createDatabase(postgres.url, 'aftercare');
  await applyMigrations({ databaseUrl: url, log: quiet });
  const database = connectDatabase(url);
  try {
    await loadCompany(database, join(ROOT, 'samples', 'company'), 'aftercare');
  } finally {
    await closeDatabase(database);
  }
  return url;
}

/** The environment of Aftercare's services on a ground. */
export async function settingsOn({ temporal }: Ground, databaseUrl: string) {
  const [api, parts, finance] = [await anyFreePort(), await anyFreePort(), await anyFreePort()];
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
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
