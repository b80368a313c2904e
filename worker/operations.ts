import Fastify, { LogController } from 'fastify';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { request } from 'undici';
import type { Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';

export interface WorkerOperations {
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
  /** Where the SDK's core tells its metrics. */
  readonly coreMetricsAddress: string;
  readonly isRunning: () => boolean;
  /** Where the worker's own parts put their metrics. */
  readonly registry: Registry;
}

/** Health, readiness and metrics of a worker, for whoever watches it. */
export function buildWorkerOperations({
  logger,
  database,
  processes,
  coreMetricsAddress,
  isRunning,
  registry,
}: WorkerOperations) {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
  });
  collectDefaultMetrics({ register: registry });

  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const parts = {
      worker: isRunning(),
      postgresql: await answers(database),
      temporal: await processes.isReachable(),
    };
    return reply.status(Object.values(parts).every(Boolean) ? 200 : 503).send(parts);
  });
  app.get('/metrics', async (_request, reply) => {
    const core = await request(`http://${coreMetricsAddress}/metrics`);
    return reply.type(registry.contentType).send(`${await registry.metrics()}\n${await core.body.text()}`);
  });
  return app;
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
