import { setTimeout as sleep } from 'node:timers/promises';
import { onShutdown } from '../../platform/shutdown';
import { anyFreePort } from '../../stack/ports';
import { buildWorkerOperations } from '../../worker/operations';
import { installRuntime } from '../../worker/runtime';
import { Sweeper } from '../../worker/sweeper';
import { createWorker } from '../../worker/worker';
import { processContext, type ProcessContext } from './context';

const RETRY_MS = 2_000;

/** `aftercare worker`: runs the processes and their activities, and sweeps. Waits for Temporal as long as it takes. */
export async function runWorker(): Promise<void> {
  const context = await processContext('worker');
  const { config, logger } = context;
  const coreMetricsAddress = `127.0.0.1:${await anyFreePort()}`;
  installRuntime(logger, coreMetricsAddress);
  const { worker, connection } = await createdWorker(context);
  const operations = buildWorkerOperations({
    ...context,
    coreMetricsAddress,
    isRunning: () => worker.getState() === 'RUNNING',
  });
  await operations.listen({ host: config.AFTERCARE_HOST, port: config.AFTERCARE_WORKER_PORT });
  const sweeper = new Sweeper(context);
  sweeper.start();
  const running = worker.run();
  onShutdown(logger, async () => {
    await sweeper.stop();
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
    await operations.close();
    await connection.close();
    await context.close();
  });
  logger.info('worker ready');
  await running;
}

async function createdWorker(context: ProcessContext): ReturnType<typeof createWorker> {
  for (;;) {
    if (await context.processes.isReachable()) return createWorker(context);
    context.logger.warn({ address: context.config.TEMPORAL_ADDRESS }, 'Temporal does not answer yet');
    await sleep(RETRY_MS);
  }
}
