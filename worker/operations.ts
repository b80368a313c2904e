import Fastify, { LogController } from 'fastify';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { request } from 'undici';
import type { Database } from '../platform/database';
import { timeoutsOf } from '../platform/http-timeouts';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';
import { answerUnread, type Unread } from '../platform/unread-requests';

const REQUEST_TIMEOUT_MS = 15_000;
/** Answer to bytes that are not a readable request. */
const UNREAD = {
  'too-slow': {
    status: 408,
    title: 'The request did not arrive completely within the time limit. Send it again.',
  },
  'headers-too-large': { status: 431, title: 'The request headers are too large.' },
  malformed: { status: 400, title: 'This is not a valid HTTP request.' },
} as const satisfies Record<Unread, object>;

/** A probe gives up soon. */
const READY_WITHIN_MS = 2_000;

export interface WorkerOperations {
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
  /** Where the SDK's core tells its metrics. */
  readonly coreMetricsAddress: string;
  readonly isRunning: () => boolean;
  /** Where the worker's own parts put their metrics. */
  readonly registry: Registry;
  /** How long a whole request may take to come in. */
  readonly requestTimeoutMs?: number;
}

/** Health, readiness and metrics of a worker, for monitoring. */
export function buildWorkerOperations({
  logger,
  database,
  processes,
  coreMetricsAddress,
  isRunning,
  registry,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: WorkerOperations) {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    ...timeoutsOf(requestTimeoutMs),
    clientErrorHandler: answerUnread((kind) => UNREAD[kind]),
  });
  collectDefaultMetrics({ register: registry });

  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const answering = {
      worker: isRunning(),
      postgresql: await answers(database),
      temporal: await processes.isReachable(READY_WITHIN_MS),
    };
    const isReady = Object.values(answering).every(Boolean);
    const parts = Object.fromEntries(
      Object.entries(answering).map(([part, isThere]) => [part, isThere ? 'ok' : 'away']),
    );
    // In the same form as the API's.
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready', parts });
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
