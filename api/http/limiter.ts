import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../context';
import { ApiError, type ErrorCode } from './problems';

const WINDOW_MS = 60_000;

interface Limit {
  /** Counted in each API process by itself. */
  readonly max: number;
  /** A minute, where nothing else is said. */
  readonly windowMs?: number;
  /** The refusal, where the usual one does not say enough. */
  readonly code?: ErrorCode;
  readonly keyGenerator?: (request: FastifyRequest) => string;
}

/** A hook that refuses what is too much. `app.rateLimit()` runs once a request; two limits on one route are counted by hand. */
export function limiter(
  app: Api,
  { windowMs = WINDOW_MS, code = 'RATE.LIMITED', ...limit }: Limit,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({ ...limit, timeWindow: windowMs });
  return async (request, reply) => {
    const outcome = await count(request);
    if (outcome.isAllowed || !outcome.isExceeded) return;
    void reply.header('retry-after', outcome.ttlInSeconds);
    throw new ApiError(code, { seconds: outcome.ttlInSeconds });
  };
}
