import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import type { PrismaClient } from '../../prisma/generated/client';
import { bearerToken } from './auth';
import { caching } from '../../platform/caching';
import { closing } from '../../platform/closing';
import { timeoutsOf } from '../../platform/http-timeouts';
import { refusalOf } from '../../platform/refusal-note';
import { answerUnread } from '../../platform/unread-requests';
import { jsonBodies } from './json-bodies';
import { commonProblems, problemOf, problems, sendProblem, unreadProblem } from './problem';

export interface SystemServerOptions {
  readonly prisma: PrismaClient;
  /** The token that callers send; at least 16 characters. */
  readonly token: string;
  readonly logger: FastifyBaseLogger;
  /** How long a whole request may take to come in. */
  readonly requestTimeoutMs?: number;
}

interface About {
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

const BODY_LIMIT_BYTES = 128 * 1024;
const REQUEST_TIMEOUT_MS = 15_000;
const open = { config: { open: true } } as const;

/**
 * Builds the parts that both embedded systems share: validation that neither coerces nor strips, problems
 * (RFC 9457), bearer token, a line in the log for each request, `/docs/openapi.json` (OpenAPI 3.1),
 * `/healthz` (the process answers) and `/readyz` (its database answers).
 * Closing lets requests under way finish; the caller closes `prisma`.
 */
export const buildSystemServer = async (
  { prisma, token, logger, requestTimeoutMs = REQUEST_TIMEOUT_MS }: SystemServerOptions,
  about: About,
) => {
  const app = Fastify({
    loggerInstance: logger,
    // Fastify's own lines hand the whole request and reply to the logger, which walks all it is given: one line of ours instead.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    ...timeoutsOf(requestTimeoutMs),
    clientErrorHandler: answerUnread(unreadProblem),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 250 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  await app.register(closing);
  await app.register(problems);
  await app.register(caching);
  await app.register(jsonBodies);
  await app.register(bearerToken, { token });
  // A route that names no query takes none: an unknown parameter is refused, not dropped.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/') && route.schema?.querystring === undefined)
      route.schema = { ...route.schema, querystring: Type.Object({}, { additionalProperties: false }) };
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, log } = request;
    const { statusCode, elapsedTime } = reply;
    const line = { method, route: routeOptions.url, statusCode, ms: Math.round(elapsedTime) };
    if (routeOptions.config.open !== true) log.info({ ...line, ...refusalOf(request) }, 'request');
    done();
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { ...about },
      components: { securitySchemes: { service: { type: 'http', scheme: 'bearer' } } },
      security: [{ service: [] }],
    },
  });

  app.get('/docs/openapi.json', { ...open, schema: { hide: true } }, () => app.swagger());
  const health = {
    security: [],
    response: { 200: Type.Object({ status: Type.Literal('ok') }), '5xx': commonProblems['5xx'] },
  };
  app.get('/healthz', { ...open, schema: { ...health, summary: 'The process answers' } }, () => ({
    status: 'ok' as const,
  }));
  app.get(
    '/readyz',
    { ...open, schema: { ...health, summary: 'The database answers' } },
    async (request, reply) => {
      try {
        await prisma.$queryRaw`SELECT 1`;
        return { status: 'ok' as const };
      } catch (error) {
        request.log.warn({ err: error }, 'not ready');
        return sendProblem(reply, problemOf(503, 'SYSTEM.NOT_READY', 'The database does not answer.'));
      }
    },
  );
  return app;
};

export type SystemServer = Awaited<ReturnType<typeof buildSystemServer>>;
