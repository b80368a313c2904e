import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltInTokens } from '../../../api/access/built-in';
import { loadCompany } from '../../../cli/sample/load-company';
import { runVerify } from '../../../cli/verify';
import { newCodecKey } from '../../../platform/codec';
import { cacheDirectory } from '../../../platform/config';
import { connectDatabase, type Database } from '../../../platform/database';
import { applyMigrations } from '../../../prisma/tools/migrate';
import { anyFreePort } from '../../../stack/ports';
import { createDatabase, startPostgres, type PostgresServer } from '../../../stack/postgres';
import { createProgress } from '../../../stack/progress';
import { findTemporal, startTemporal, type TemporalServer } from '../../../stack/temporal';
import { LOGIN_SECRET, SYSTEMS_TOKEN } from '../../support/settings';
import { eventually } from '../../support/system';
import { Caller } from './caller';
import { Child, type Exit } from './child';
import type { ApiDeath, WorkerDeath } from './last-moment';

export const SERVICES = ['parts', 'finance', 'worker', 'api'] as const;
export type ServiceName = (typeof SERVICES)[number];

interface Ports {
  readonly postgres: number;
  readonly temporal: number;
  readonly api: number;
}

/** How long the API waits for a workflow: short, since the tests take the workflow's answer away. */
const COMMAND_DEADLINE_MS = 3_000;
const quiet = (): void => undefined;
const launch = (...args: string[]): string[] => ['--require', 'tsx/cjs', ...args];

export interface Verified {
  readonly code: number;
  readonly text: string;
  /** The worker's last warnings and errors, for diagnosing a failed test. */
  readonly troubles: readonly string[];
}

const TROUBLE = /"level":"(warn|error|fatal)"/;
const COULD_NOT_COMPARE = 3;

/**
 * Runs `npm run verify` with these settings until it could compare everything, so that a workflow slow to
 * wake is waited for.
 * @param workerLog output of the worker, if the test has it.
 */
export const verifyWith = (
  settings: Readonly<Record<string, string>>,
  workerLog: readonly string[] = [],
): Promise<Verified> =>
  eventually(
    async () => ({
      ...(await verifyOnce(settings)),
      troubles: workerLog.filter((line) => TROUBLE.test(line)).slice(-5),
    }),
    ({ code }) => code !== COULD_NOT_COMPARE,
  );

async function verifyOnce(settings: Readonly<Record<string, string>>): Promise<Omit<Verified, 'troubles'>> {
  let text = '';
  const out = { write: (said: string) => ((text += said), true) };
  const code = await runVerify(settings, [], { stdout: out, stderr: out });
  return { code, text };
}

/** The whole system as separate processes on servers of its own, each of which a test can kill and start again. */
export class System {
  /** Output of each service, over all its lives. */
  readonly logs: Readonly<Record<ServiceName, string[]>> = { parts: [], finance: [], worker: [], api: [] };
  private readonly services = new Map<ServiceName, Child>();
  private readonly callers: Caller[] = [];
  private postgres: PostgresServer | undefined;
  private temporal: TemporalServer | undefined;

  private constructor(
    private readonly dataDir: string,
    private readonly ports: Ports,
    private readonly executable: string,
    readonly settings: Readonly<Record<string, string>>,
    readonly database: Database,
  ) {}

  /** Brings up the servers with the sample company in an own database, then the services. @param more settings beside the usual. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<System> {
    const dataDir = await mkdtemp(join(tmpdir(), 'aftercare-e2e-'));
    const ports = { postgres: await anyFreePort(), temporal: await anyFreePort(), api: await anyFreePort() };
    const executable = await findTemporal(createProgress(quiet), cacheDirectory());
    const postgres = await startPostgres(postgresOptions(dataDir, ports));
    const url = await createDatabase(postgres.url, 'aftercare');
    await applyMigrations({ databaseUrl: url, log: quiet });
    const database = connectDatabase(url);
    const system = new System(
      dataDir,
      ports,
      executable,
      { ...(await settingsOf(url, ports)), ...more },
      database,
    );
    system.postgres = postgres;
    try {
      await loadCompany(database, 'samples/company', 'aftercare');
      await system.startTemporal();
      await system.startServices(...SERVICES);
    } catch (error) {
      await system.close();
      throw error;
    }
    return system;
  }

  async startPostgres(): Promise<void> {
    this.postgres = await startPostgres(postgresOptions(this.dataDir, this.ports));
  }

  async startTemporal(): Promise<void> {
    const { executable } = this;
    const dataFile = join(this.dataDir, 'temporal', 'temporal.db');
    const port = this.ports.temporal;
    this.temporal = await startTemporal({ executable, dataFile, port, log: quiet, restart: false });
  }

  async startServices(...names: readonly ServiceName[]): Promise<void> {
    await Promise.all(
      names.map((name) =>
        this.run(name, launch('cli/aftercare.ts', name)).line(new RegExp(`"msg":"${name} ready"`)),
      ),
    );
  }

  /** In the worker's place, one that kills itself. */
  startDyingWorker(...deaths: readonly WorkerDeath[]): Promise<Child> {
    return this.startDying('worker', deaths);
  }

  /** In the API's place, one that kills itself. */
  startDyingApi(...deaths: readonly ApiDeath[]): Promise<Child> {
    return this.startDying('api', deaths);
  }

  service(name: ServiceName): Child {
    const child = this.services.get(name);
    if (!child) throw new Error(`${name} has not been started`);
    return child;
  }

  async kill(...names: readonly (ServiceName | 'postgres' | 'temporal')[]): Promise<void> {
    await Promise.all(
      names.map((name) => {
        switch (name) {
          case 'postgres':
            return killed(this.postgres);
          case 'temporal':
            return killed(this.temporal);
          case 'parts':
          case 'finance':
          case 'worker':
          case 'api':
            return this.service(name).end('SIGKILL');
        }
      }),
    );
  }

  /** SIGTERM, as an operator stops a service. */
  stop(name: ServiceName): Promise<Exit> {
    return this.service(name).end('SIGTERM');
  }

  /** A person of the sample company, by login name; anonymous without one. */
  async as(login?: string): Promise<Caller> {
    const url = `http://127.0.0.1:${this.ports.api}`;
    const caller = new Caller(url, login === undefined ? undefined : await this.tokenOf(login));
    this.callers.push(caller);
    return caller;
  }

  verify(): Promise<Verified> {
    return verifyWith(this.settings, this.logs.worker);
  }

  async close(): Promise<void> {
    await Promise.all([...this.services.values()].map((child) => child.end('SIGKILL')));
    await Promise.all(this.callers.map((caller) => caller.close()));
    await this.database.$disconnect();
    await this.temporal?.stop();
    await this.postgres?.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private run(name: ServiceName, args: readonly string[]): Child {
    const child = new Child({
      args,
      settings: this.settings,
      onLine: (line) => this.logs[name].push(line),
    });
    this.services.set(name, child);
    return child;
  }

  private async startDying(name: 'api' | 'worker', deaths: readonly object[]): Promise<Child> {
    const child = this.run(name, launch(`test/e2e/support/${name}-that-dies.ts`, JSON.stringify(deaths)));
    await child.line(new RegExp(`"msg":"${name} ready"`));
    return child;
  }

  private async tokenOf(login: string): Promise<string> {
    const { id } = await this.database.staff.findUniqueOrThrow({ where: { login } });
    return (await new BuiltInTokens(LOGIN_SECRET).issue(id, new Date())).token;
  }
}

const postgresOptions = (dataDir: string, ports: Ports) => ({
  dataDir: join(dataDir, 'postgres'),
  port: ports.postgres,
  log: quiet,
  restart: false,
  // A killed process leaves what it has written to the system; only the machine's own crash would need the disk.
  settings: { fsync: 'off' },
});

async function killed(server: PostgresServer | TemporalServer | undefined): Promise<void> {
  server?.kill();
  await server?.stop();
}

async function settingsOf(databaseUrl: string, ports: Ports): Promise<Record<string, string>> {
  const [parts, finance, worker] = [await anyFreePort(), await anyFreePort(), await anyFreePort()];
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    AFTERCARE_CODEC_KEYS: newCodecKey(),
    AFTERCARE_SYSTEMS_TOKEN: SYSTEMS_TOKEN,
    AFTERCARE_LOGIN_SECRET: LOGIN_SECRET,
    AFTERCARE_COMMAND_DEADLINE_MS: String(COMMAND_DEADLINE_MS),
    AFTERCARE_PORT: String(ports.api),
    AFTERCARE_PARTS_PORT: String(parts),
    AFTERCARE_PARTS_URL: `http://127.0.0.1:${parts}`,
    AFTERCARE_FINANCE_PORT: String(finance),
    AFTERCARE_FINANCE_URL: `http://127.0.0.1:${finance}`,
    AFTERCARE_WORKER_PORT: String(worker),
  };
}
