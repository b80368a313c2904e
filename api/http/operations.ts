import { PROBLEMS } from './schema/common';
import { Health, MetricsText, Readiness } from './schema/operations';
import type { Routes } from '../context';

const DEADLINE_MS = 2_000;

/** Routes for operators: open to every client that reaches the port, so no answer holds personal data. */
export const operations: Routes = (app, { database, processes, logger }) => {
  // Pending probes: closing the service closes its connections next, and no probe may outlive them.
  const asking = new Set<Promise<boolean>>();
  app.addHook('onClose', async () => {
    await Promise.all(asking);
  });

  app.get(
    '/healthz',
    {
      config: { permission: 'public' },
      logLevel: 'warn',
      schema: {
        operationId: 'getHealth',
        tags: ['operations'],
        summary: 'The process lives',
        response: { 200: Health },
      },
    },
    () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      config: { permission: 'public' },
      logLevel: 'warn',
      schema: {
        operationId: 'getReadiness',
        tags: ['operations'],
        summary: 'What the service stands on answers; which part is away, where one is',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const [postgresql, temporal] = await Promise.all([
        answers('postgresql', async () => {
          await database.$queryRaw`SELECT 1`;
          return true;
        }),
        answers('temporal', () => processes.isReachable(DEADLINE_MS)),
      ]);
      const isReady = postgresql && temporal;
      return reply.status(isReady ? 200 : 503).send({
        status: isReady ? 'ready' : 'not-ready',
        parts: { postgresql: postgresql ? 'ok' : 'away', temporal: temporal ? 'ok' : 'away' },
      });
    },
  );

  app.get(
    '/metrics',
    {
      config: { permission: 'public' },
      logLevel: 'warn',
      schema: {
        operationId: 'getMetrics',
        tags: ['operations'],
        summary: 'Measurements for Prometheus',
        response: { 200: MetricsText, 503: PROBLEMS[503] },
      },
    },
    async (_request, reply) => reply.type(app.metrics.contentType).send(await app.metrics.metrics()),
  );
  return Promise.resolve();

  /** False where the part gives no answer in time; why, is for the log. */
  async function answers(part: string, ask: () => Promise<boolean>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, DEADLINE_MS, false)));
    const answer = ask()
      .catch((error: unknown) => {
        logger.warn({ err: error, part }, 'not ready');
        return false;
      })
      .finally(() => asking.delete(answer));
    asking.add(answer);
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
};
