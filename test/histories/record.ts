import { Client, type WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROCESS_KINDS } from '../../activities/processes';
import { revive } from '../../activities/revive';
import type { CaseCommand } from '../../domain/case/commands';
import { SYSTEM } from '../../domain/identity/actor';
import type { Command, Message } from '../../domain/process/decider';
import { cacheDirectory } from '../../platform/config';
import { connectDatabase, type Database } from '../../platform/database';
import { createLogger } from '../../platform/logger';
import { ProcessClient } from '../../platform/process-client';
import { connectTemporal, dataConverter } from '../../platform/temporal';
import { applyMigrations } from '../../prisma/tools/migrate';
import { startPostgres } from '../../stack/postgres';
import { createProgress } from '../../stack/progress';
import { findTemporal, startTemporal } from '../../stack/temporal';
import { createWorker } from '../../worker/worker';
import { aRegistration } from '../support/committed-case';
import { startSystems, type Gate } from '../support/systems';
import { seedImpatientCompany } from './company';
import { historySettings } from './settings';
import { SLOT_HOLDER } from './case-stories';
import { STORIES } from './stories';
import { keptOf, type Step, type Story } from './story';

const { History } = temporal.api.history.v1;
/** For what a process does by itself, or its end: a story that waits longer waits for ever. */
const PATIENCE_MS = 60_000;
const quiet = (): void => undefined;

/** `tsx test/histories/record.ts [NAMES]`: plays every story, or those with a history so named, on a real Temporal and keeps their histories. For a release, never to quieten a test. */
async function record(): Promise<void> {
  const names = process.argv.slice(2);
  const wanted = STORIES.filter((story) => names.length === 0 || keptOf(story).some((name) => names.includes(name)));
  const dataDir = await mkdtemp(join(tmpdir(), 'aftercare-histories-'));
  const progress = createProgress((line) => process.stderr.write(`${line}\n`));
  const postgres = await startPostgres({ dataDir, log: quiet, durable: false });
  const server = await startTemporal({ executable: await findTemporal(progress, cacheDirectory()), log: quiet });
  await applyMigrations({ databaseUrl: postgres.url, log: quiet });
  const database = connectDatabase(postgres.url);
  await seedImpatientCompany(database);
  const systems = await startSystems(database);
  const config = historySettings({
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: server.address,
    AFTERCARE_PARTS_URL: systems.partsUrl,
    AFTERCARE_FINANCE_URL: systems.financeUrl,
    AFTERCARE_COMMAND_DEADLINE_MS: String(PATIENCE_MS),
  });
  const connection = connectTemporal(config);
  const client = new Client({ connection, dataConverter: dataConverter(config) });
  const processes = new ProcessClient(client, config.AFTERCARE_COMMAND_DEADLINE_MS);
  const startWorker = async (): Promise<() => Promise<void>> => {
    const { worker, connection: native } = await createWorker({ config, logger: createLogger('record', 'silent'), database, processes });
    const running = worker.run();
    return async () => {
      worker.shutdown();
      await running.finally(() => native.close());
    };
  };
  // One for each story: a system that one story shuts is left alone by its worker for a while (ADR 32).
  const withWorker = async (work: (stage: Stage) => Promise<unknown>): Promise<void> => {
    let stopWorker = await startWorker();
    const sendWorkerAway = async () => {
      await stopWorker();
      return async () => void (stopWorker = await startWorker());
    };
    await work({ client, processes, database, partsGate: systems.partsGate, sendWorkerAway }).finally(() => stopWorker());
  };
  try {
    await withWorker((stage) => begin(processes, { name: 'target-of-joined', steps: [] }).then(() => play(stage, SLOT_HOLDER)));
    for (const story of wanted)
      await withWorker(async (stage) => {
        for (const [name, handle] of await play(stage, story)) await keep(handle, name);
      });
  } finally {
    await connection.close();
    await systems.close();
    await database.$disconnect();
    await server.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function begin(processes: ProcessClient, { name, updatesPerRun, registration }: Story): Promise<void> {
  const data = aRegistration(name, { receivedAt: new Date().toISOString(), ...registration });
  const first: Command<CaseCommand> = { id: 'register', type: 'register', data, actor: SYSTEM };
  await processes.start('serviceCase', { processId: name, first, ...(updatesPerRun !== undefined && { updatesPerRun }) });
}

/** The services that a story runs on. */
interface Stage {
  readonly client: Client;
  readonly processes: ProcessClient;
  readonly database: Database;
  readonly partsGate: Gate;
  /** Stops the worker; gives what starts another. */
  readonly sendWorkerAway: () => Promise<() => Promise<void>>;
}

/** Plays a story to its end; gives the handle of the first run of each process that is to be kept. */
async function play(stage: Stage, story: Story): Promise<ReadonlyMap<string, WorkflowHandle>> {
  const { client, processes } = stage;
  await begin(processes, story);
  const { order, orderUpdatesPerRun: updatesPerRun } = story;
  // It is there before its case asks for it, and waits.
  if (order !== undefined && updatesPerRun !== undefined) await processes.start('partsOrder', { processId: order, updatesPerRun });
  const runIds = new Map<string, string>();
  for (const name of [story.name, ...(updatesPerRun !== undefined && order !== undefined ? [order] : [])])
    runIds.set(name, (await client.workflow.getHandle(name).describe()).runId);
  for (const [n, step] of story.steps.entries())
    if ('lost' in step) runIds.set(story.name, await loseAndRevive(stage, story.name));
    else await take(stage, story, step, n);
  return new Map(keptOf(story).map((name) => [name, client.workflow.getHandle(name, runIds.get(name))]));
}

/** Gives the id of the run that goes on. */
async function loseAndRevive({ client, processes, database }: Stage, name: string): Promise<string> {
  await client.workflow.getHandle(name).terminate('lost');
  const revived = await revive({ database, processes, logger: createLogger('record', 'silent') }, PROCESS_KINDS, name);
  if (revived !== 'started') throw new Error(`${name} was not started again: ${revived}`);
  return (await client.workflow.getHandle(name).describe()).runId;
}

async function take({ processes, database, partsGate, sendWorkerAway }: Stage, { name, order = '' }: Story, step: Exclude<Step, { lost: true }>, n: number): Promise<void> {
  if ('parts' in step) {
    if (step.parts === 'shut') partsGate.shut();
    else partsGate.open();
    return;
  }
  if ('until' in step) {
    const processId = step.of === 'order' ? order : name;
    const deadline = Date.now() + PATIENCE_MS;
    while ((await database.processEvent.count({ where: { processId, type: step.until } })) < (step.times ?? 1)) {
      if (Date.now() > deadline) throw new Error(`${processId}, step ${n}: ${step.until} did not come`);
      await sleep(50);
    }
    return;
  }
  const bringBack = 'missedMs' in step ? await sendWorkerAway() : undefined;
  if ('missedMs' in step) await sleep(step.missedMs);
  const [processId, given]: readonly [string, readonly Message[]] = 'tell' in step ? [order, step.tell] : [name, step.give];
  const entry: { readonly occurredAt?: string } =
    'hoursAgo' in step ? { occurredAt: new Date(Date.now() - step.hoursAgo * 3_600_000).toISOString() } : {};
  const commands = given.map((command, i) => ({ ...command, ...entry, id: `${processId}-${n}-${i}`, actor: step.by }));
  const [answer] = await Promise.all([processes.execute(processId, { commands }), bringBack?.()]);
  const isExpected = step.refused === undefined ? answer.kind === 'done' : JSON.stringify(answer).includes(step.refused);
  if (!isExpected) throw new Error(`${processId}, step ${n}: ${JSON.stringify(answer)}`);
}

/** A stack trace names files of the machine it was recorded on, and nothing that a replay looks at. */
const withoutStack = (key: string, value: unknown): unknown => (key === 'stackTrace' ? undefined : value);

async function keep(handle: WorkflowHandle, name: string): Promise<void> {
  // The result may lie in a later run: what ends this one is in its history either way.

  await handle.client.connection.withDeadline(Date.now() + PATIENCE_MS, () => handle.client.getHandle(name).result());
  const history = await handle.fetchHistory();
  await writeFile(join(__dirname, `${name}.json`), `${JSON.stringify(History.toObject(History.fromObject(history), { longs: String, bytes: String }), withoutStack)}\n`);
  process.stdout.write(`${name}: ${history.events?.length ?? 0} events\n`);
}

void record().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
