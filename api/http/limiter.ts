import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../context';
import { ApiError } from './problems';

const WINDOW_MS = 60_000;

interface Limit {
  /** In a minute, counted in each API process by itself. */
  readonly max: number;
  readonly keyGenerator?: (request: FastifyRequest) => string;
}

/** A hook that refuses what is too much. `app.rateLimit()` runs once a request; two limits on one route are counted by hand. */
export function limiter(
  app: Api,
  limit: Limit,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({ ...limit, timeWindow: WINDOW_MS });
  return async (request, reply) => {
    const outcome = await count(request);
    if (outcome.isAllowed || !outcome.isExceeded) return;
    void reply.header('retry-after', outcome.ttlInSeconds);
    throw new ApiError('RATE.LIMITED', { seconds: outcome.ttlInSeconds });
  };
}
