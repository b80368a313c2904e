import { randomBytes } from 'node:crypto';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { createCommit } from '../../activities/commit';
import { PROCESS_KINDS } from '../../activities/processes';
import { processKind, type ProcessKinds } from '../../activities/process-kind';
import { createSystemCalls } from '../../activities/system-calls';
import { tryingCalls } from '../../activities/trial';
import type { Commit } from '../../domain/process/commit';
import { TASK_QUEUE, type ProcessStart } from '../../domain/process/protocol';
import { connectDatabase, type Database } from '../../platform/database';
import { createLogger } from '../../platform/logger';
import { ProcessClient } from '../../platform/process-client';
import { dataConverter } from '../../platform/temporal';
import { workflowBundle } from '../../worker/bundle';
import { errand } from '../workflow/processes/errand';
import { testDatabase } from './database';
import { seedCompany } from './policies';
import { testConfig, testSettings } from './settings';
import { startSystems, type Systems } from './systems';
import { realGround, skippingGround, type Ground } from './temporal';

export interface WorkerOptions {
  /** 0: every workflow task replays the whole history. */
  readonly maxCachedWorkflows?: number;
  /** How long a call that is tried with its commit may take; otherwise as long as Aftercare gives it, which a busy machine may exceed. */
  readonly trialTimeoutMs?: number;
  /** Puts something between the interpreter and PostgreSQL. */
  readonly wrapCommit?: (commit: Commit) => Commit;
}

export interface RunningWorker {
  /** Resolves once all of it is at rest; what was under way is left to the next worker. */
  stop(): Promise<void>;
}

/** Everything a process needs, all of it real: Temporal, PostgreSQL, the parts and finance systems, encrypted payloads. */
export interface Harness<G extends Ground = Ground> {
  readonly ground: G;
  readonly database: Database;
  readonly databaseUrl: string;
  /** For a worker of another operating system process. */
  readonly settings: Readonly<Record<string, string>>;
  readonly systems: Systems;
  readonly processes: ProcessClient;
  /** As the worker's: for what a lost worker had committed. */
  readonly commit: Commit;
  startWorker(options?: WorkerOptions): Promise<RunningWorker>;
  /** Starts a process under a fresh id, or a given one. */
  start(type: string, start?: Partial<ProcessStart>): Promise<WorkflowHandleWithFirstExecutionRunId>;
  close(): Promise<void>;
}

export const KINDS: ProcessKinds = new Map([...PROCESS_KINDS, [errand.type, processKind(errand)]]);
export const TEST_ENTRY = { path: 'test/workflow/processes', sources: ['test/workflow/processes'] };
const DEADLINE_MS = 30_000;

/** On the suite's Temporal server. */
export const realHarness = (): Promise<Harness> => harness(realGround);
/** On a server whose time can be skipped. */
export const skippingHarness = (converter?: DataConverter) => harness(skippingGround, converter);

async function harness<G extends Ground>(
  open: (converter: DataConverter) => Promise<G>,
  converter?: DataConverter,
): Promise<Harness<G>> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    return { ...(await build(open, converter, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function build<G extends Ground>(
  open: (converter: DataConverter) => Promise<G>,
  converter: DataConverter | undefined,
  closing: (closer: () => Promise<unknown>) => void,
): Promise<Omit<Harness<G>, 'close'>> {
  const own = await testDatabase();
  const { url } = own;
  closing(() => own.drop());
  const database = connectDatabase(url);
  closing(() => database.$disconnect());
  await seedCompany(database);
  const systems = await startSystems(database);
  closing(() => systems.close());
  const around = { AFTERCARE_PARTS_URL: systems.partsUrl, AFTERCARE_FINANCE_URL: systems.financeUrl };
  const base = testConfig(url, around);
  const payloads = converter ?? dataConverter(base);
  const ground = await open(payloads);
  closing(() => ground.close());
  const config = { ...base, TEMPORAL_ADDRESS: ground.address, TEMPORAL_NAMESPACE: ground.namespace };
  const logger = createLogger('worker', 'silent');
  const processes = new ProcessClient(ground.client, DEADLINE_MS);
  const commit = createCommit({ database, kinds: KINDS, logger });
  const activities = createActivities({ config, logger, database, processes }, KINDS);
  const workflows = await workflowBundle(logger, TEST_ENTRY);
  return {
    ground,
    database,
    databaseUrl: url,
    settings: testSettings(url, {
      ...around,
      TEMPORAL_ADDRESS: ground.address,
      TEMPORAL_NAMESPACE: ground.namespace,
    }),
    systems,
    processes,
    commit,
    startWorker: async ({
      maxCachedWorkflows,
      trialTimeoutMs,
      wrapCommit = (it: Commit): Commit => it,
    } = {}) => {
      const tried =
        trialTimeoutMs === undefined
          ? activities.commit
          : tryingCalls(commit, createSystemCalls({ config, logger }, trialTimeoutMs));
      const worker = await Worker.create({
        connection: ground.native,
        namespace: ground.namespace,
        taskQueue: TASK_QUEUE,
        workflowBundle: workflows,
        activities: { ...activities, commit: wrapCommit(tried) },
        dataConverter: converter ?? dataConverter(base, 'refuse'),
        ...(maxCachedWorkflows !== undefined && { maxCachedWorkflows }),
      });
      const running = run(worker);
      closing(() => running.stop());
      return running;
    },
    start: (type, start = {}) => {
      const processId = start.processId ?? freshId(type);
      return ground.client.workflow.start(type, {
        workflowId: processId,
        taskQueue: TASK_QUEUE,
        args: [{ ...start, processId }],
      });
    },
  };
}

function run(worker: Worker): RunningWorker {
  const done = worker.run();
  return {
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}

export const freshId = (prefix: string): string => `${prefix}-${randomBytes(6).toString('hex')}`;
