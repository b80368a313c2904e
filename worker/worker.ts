import { NativeConnection, Worker, type NativeConnectionOptions } from '@temporalio/worker';
import { createActivities } from '../activities';
import { TASK_QUEUE } from '../domain/process/protocol';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';
import { connectionOptions, dataConverter } from '../platform/temporal';
import { workflowBundle } from './bundle';
import { POLLING } from './polling';

export interface WorkerDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
  /** Workflows kept in memory; 0 replays each from its history at every task. */
  readonly maxCachedWorkflows?: number;
}

/** How long work under way may take when the worker is asked to stop. */
const SHUTDOWN_GRACE = '15 seconds';

/**
 * A Temporal worker for every process; `run()` resolves once it has drained after `shutdown()`.
 * @param activities what the processes may ask for; given where something stands between them and the world.
 */
export async function createWorker(
  dependencies: WorkerDependencies,
  activities: object = createActivities(dependencies),
): Promise<{ worker: Worker; connection: NativeConnection }> {
  const { config, logger, maxCachedWorkflows } = dependencies;
  const connection = await NativeConnection.connect(nativeOptions(config));
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(logger),
    activities,
    dataConverter: dataConverter(config, 'refuse'),
    shutdownGraceTime: SHUTDOWN_GRACE,
    ...POLLING,
    ...(maxCachedWorkflows !== undefined && { maxCachedWorkflows }),
  });
  return { worker, connection };
}

function nativeOptions(config: Config): NativeConnectionOptions {
  const { address, tls, apiKey } = connectionOptions(config);
  return {
    ...(address !== undefined && { address }),
    ...(tls !== undefined && tls !== null && { tls }),
    ...(typeof apiKey === 'string' && { apiKey }),
  };
}
