import fp from 'fastify-plugin';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ApiDependencies } from '../../context';

declare module 'fastify' {
  interface FastifyInstance {
    /** Measurements of this API alone: several may live in one process. */
    metrics: Registry;
  }
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Measures requests by route (never by path: no personal data, and no label without end), open event streams, cases by stage. */
export default fp(
  (app, { database, logger }: Pick<ApiDependencies, 'database' | 'logger'>) => {
    const registry = new Registry();
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    const durations = new Histogram({
      name: 'aftercare_http_request_duration_seconds',
      help: 'Time from request to answer, by route',
      labelNames: ['route', 'method', 'status'] as const,
      buckets: SECONDS,
      registers,
    });
    new Gauge({
      name: 'aftercare_event_streams',
      help: 'Readers of /v1/events now',
      registers,
      collect() {
        this.set(app.eventFeed.log.readers);
      },
    });
    new Gauge({
      name: 'aftercare_cases',
      help: 'Cases by stage; absent while PostgreSQL is away',
      labelNames: ['stage'] as const,
      registers,
      async collect() {
        this.reset();
        try {
          const stages = await database.serviceCase.groupBy({ by: ['stage'], _count: true });
          for (const { stage, _count: cases } of stages) this.set({ stage }, cases);
        } catch (error) {
          logger.warn({ err: error }, 'cases could not be counted');
        }
      },
    });
    app.decorate('metrics', registry);
    app.addHook('onResponse', (request, reply) => {
      const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
      durations.observe(
        { route, method: request.method, status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      return Promise.resolve();
    });
    app.addHook('onClose', () => {
      registry.clear();
      return Promise.resolve();
    });
    return Promise.resolve();
  },
  { name: 'metrics', dependencies: ['event-feed'] },
);
