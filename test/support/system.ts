import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Connection } from '@temporalio/client';
import { BuiltInTokens } from '../../api/access/built-in';
import { connectDatabase, type Database } from '../../platform/database';
import { createFinanceClient } from '../../systems/finance/client';
import type { FinancePort } from '../../systems/finance/port';
import { createPartsClient } from '../../systems/parts/client';
import type { PartsPort } from '../../systems/parts/port';
import { createWorker } from '../../worker/worker';
import { testApi, type TestApi } from './api';
import { testServers } from './config';
import { createNamespace } from './namespace';
import { quiet } from './quiet';
import { Reader } from './reading';
import { LOGIN_SECRET, SYSTEMS_TOKEN } from './settings';
import { startSystems, type Systems } from './systems';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** The whole system but its screens, with the sample company in its registers. */
export interface TestSystem extends TestApi {
  /** Through HTTP, as any other client of theirs. */
  readonly parts: PartsPort;
  readonly finance: FinancePort;
  readonly systems: Systems;
  /** Somebody of the sample company, by login name. */
  as(login: string): Promise<Reader>;
  startWorker(): Promise<RunningWorker>;
}

export interface SystemOptions {
  /** False: the worker is away, until a test starts one. */
  readonly worker?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** API, worker, parts and finance on a database and a Temporal namespace of their own; all of it real. */
export async function startSystem({ worker = true, settings = {} }: SystemOptions = {}): Promise<TestSystem> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    const system = await build(settings, (closer) => closers.push(closer));
    if (worker) await system.startWorker();
    return { ...system, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  settings: Readonly<Record<string, string>>,
  closing: (closer: () => Promise<unknown>) => void,
): Promise<Omit<TestSystem, 'close'>> {
  const namespace = await ownNamespace();
  const around: { database?: Database; systems?: Systems } = {};
  const { close: closeApi, ...api } = await testApi(
    { TEMPORAL_NAMESPACE: namespace, ...settings },
    {
      template: 'company',
      around: async (url) => {
        around.database = connectDatabase(url);
        around.systems = await startSystems(around.database);
        const { partsUrl, financeUrl } = around.systems;
        return { AFTERCARE_PARTS_URL: partsUrl, AFTERCARE_FINANCE_URL: financeUrl, ...settings };
      },
    },
  );
  closing(closeApi);
  const { database, systems } = around;
  if (!database || !systems) throw new Error('The systems around the API were not started');
  closing(() => database.$disconnect());
  closing(() => systems.close());
  const client = { token: SYSTEMS_TOKEN, timeoutMs: 10_000 };
  const parts = createPartsClient({ ...client, baseUrl: systems.partsUrl });
  const finance = createFinanceClient({ ...client, baseUrl: systems.financeUrl });
  closing(() => Promise.all([parts.close(), finance.close()]));
  const config = {
    ...api.config,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_ADDRESS: testServers().temporalAddress,
    AFTERCARE_PARTS_URL: systems.partsUrl,
    AFTERCARE_FINANCE_URL: systems.financeUrl,
  };
  const tokens = new BuiltInTokens(LOGIN_SECRET);
  return {
    ...api,
    parts,
    finance,
    systems,
    as: async (login) => {
      const { id } = await database.staff.findUniqueOrThrow({ where: { login } });
      return new Reader(api.app, (await tokens.issue(id, new Date())).token);
    },
    startWorker: async () => {
      const running = await runWorker({ ...api, config, database });
      closing(() => running.stop());
      return running;
    },
  };
}

async function ownNamespace(): Promise<string> {
  const connection = await Connection.connect({ address: testServers().temporalAddress });
  try {
    return await createNamespace(connection);
  } finally {
    await connection.close();
  }
}

async function runWorker(dependencies: Parameters<typeof createWorker>[0]): Promise<RunningWorker> {
  quiet();
  const { worker, connection } = await createWorker(dependencies);
  const done = worker.run();
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await done;
    await connection.close();
  };
  return { stop: () => (stopped ??= stop()) };
}

export const newKey = (): string => randomUUID();

/** Longer than anything here takes on a busy machine. */
const PATIENCE_MS = 100_000;

/** Polls `look` until `isIt` holds. @throws {Error} with the last value on timeout. */
export async function eventually<T>(
  look: () => Promise<T>,
  isIt: (seen: T) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadlineMs = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isIt(seen)) return seen;
    if (performance.now() > deadlineMs) throw new Error(`Waited in vain, and saw ${inspect(seen)}`);
    await sleep(50);
  }
}
