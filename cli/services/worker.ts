import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { CustomerLinks } from '../../platform/customer-links';
import { onShutdown } from '../../platform/shutdown';
import { anyFreePort } from '../../stack/ports';
import { channelsOf } from '../../systems/notify/channels';
import { buildWorkerOperations } from '../../worker/operations';
import { outboxMetrics } from '../../worker/outbox/metrics';
import { OutboxSender } from '../../worker/outbox/sender';
import { installRuntime } from '../../worker/runtime';
import { Sweeper } from '../../worker/sweeper';
import { createWorker } from '../../worker/worker';
import { processContext, type ProcessContext } from './context';

const RETRY_MS = 2_000;

/** `aftercare worker`: runs the processes and their activities, sweeps, and sends the outbox. Waits for Temporal as long as it takes. */
export async function runWorker(): Promise<void> {
  const context = await processContext('worker');
  const { config, logger } = context;
  const coreMetricsAddress = `127.0.0.1:${await anyFreePort()}`;
  installRuntime(logger, coreMetricsAddress);
  const { worker, connection } = await createdWorker(context);
  const registry = new Registry();
  const operations = buildWorkerOperations({
    ...context,
    coreMetricsAddress,
    isRunning: () => worker.getState() === 'RUNNING',
    registry,
  });
  await operations.listen({ host: config.AFTERCARE_HOST, port: config.AFTERCARE_WORKER_PORT });
  const sweeper = new Sweeper({ ...context, registry });
  sweeper.start();
  const sender = outboxSender(context, registry);
  sender.start();
  const running = worker.run();
  onShutdown(logger, async () => {
    await sweeper.stop();
    const sent = sender.stop();
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all([running, sent]);
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

function outboxSender({ config, logger, database }: ProcessContext, registry: Registry): OutboxSender {
  const now = (): Date => new Date();
  const channels = channelsOf(config);
  const links = CustomerLinks.of(database, config);
  return new OutboxSender({
    database,
    logger,
    channels,
    // Without channels no message waits to be sent, so the metrics stay out of the registry.
    metrics: outboxMetrics(channels.length > 0 ? registry : new Registry(), { database, logger, now }),
    timeZone: config.AFTERCARE_TIME_ZONE,
    ...(links && { links }),
    now,
    chance: Math.random,
  });
}
