import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import { caching } from '../platform/caching';
import { closing } from '../platform/closing';
import { timeoutsOf } from '../platform/http-timeouts';
import { refusalOf } from '../platform/refusal-note';
import { answerUnread, type Unread } from '../platform/unread-requests';
import { unusedConnections } from '../platform/unused-connections';
import type { Api, ApiDependencies } from './context';
import { bodies } from './http/plugins/bodies';
import { compression } from './http/plugins/compression';
import closedInput from './http/plugins/closed-input';
import customerLink from './customer-portal/plugin';
import eventFeed from './events/plugin';
import identity from './access/plugin';
import { pages } from './pages/plugin';
import metrics from './http/plugins/metrics';
import listFiles, { withoutExtension } from './exports/plugin';
import { BODY_LIMIT_BYTES } from './http/body-limit';
import openapi from './http/plugins/openapi';
import problems from './http/plugins/problems';
import { ApiError, languageOf, problemOf, type ErrorCode } from './http/problems';
import { routes } from './routes';
import { serializerCompiler } from './http/serialisation';
import { unreadable } from './http/unreadable';
import { validatorCompiler } from './http/validation';

/** Answer to bytes that are not a readable request. */
const UNREAD = {
  'too-slow': 'REQUEST.TIMED_OUT',
  'headers-too-large': 'REQUEST.HEADERS_TOO_LARGE',
  malformed: 'REQUEST.MALFORMED',
} as const satisfies Record<Unread, ErrorCode>;

/** The HTTP service, whole. Close it to drain: requests under way finish, event streams end. */
export async function buildApi(dependencies: ApiDependencies): Promise<Api> {
  const trustedProxies = listed(dependencies.config.AFTERCARE_TRUSTED_PROXIES);
  const app = Fastify({
    loggerInstance: dependencies.logger,
    bodyLimit: BODY_LIMIT_BYTES,
    ...timeoutsOf(dependencies.config.AFTERCARE_REQUEST_TIMEOUT_MS),
    clientErrorHandler: answerUnread((kind) => problemOf(new ApiError(UNREAD[kind]), 'en')),
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    // The id of a request is its trace id, in every log line from here to PostgreSQL: the caller's (W3C Trace Context) or a new one.
    genReqId: (request) => traceIdOf(request.headers.traceparent) ?? randomUUID().replaceAll('-', ''),
    logController: new LogController({ requestIdLogLabel: 'traceId', disableRequestLogging: true }),
    rewriteUrl: withoutExtension,
    routerOptions: { maxParamLength: 200 },
    // Errors of the router itself bypass the error handler.
    frameworkErrors: (error, request, reply) => {
      const refusal = new ApiError('REQUEST.INVALID', { reason: unreadable(error) });
      const problem = problemOf(refusal, languageOf(request.headers['accept-language']));
      reply.raw
        .writeHead(problem.status, {
          'content-type': 'application/problem+json; charset=utf-8',
          'cache-control': 'no-store',
        })
        .end(JSON.stringify({ ...problem, traceId: request.id }));
      request.log.info({ method: request.method, statusCode: problem.status, code: problem.code }, 'request');
    },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(dependencies.compilers?.validator ?? validatorCompiler);
  app.setSerializerCompiler(dependencies.compilers?.serializer ?? serializerCompiler);
  await app.register(closing);
  await app.register(unusedConnections);
  await app.register(problems, dependencies);
  await app.register(closedInput);
  await app.register(bodies);
  await app.register(caching);
  // Answers are data: a browser that renders one as a page must run nothing. The pages of `/docs` have a
  // policy of their own.
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  await app.register(cors, {
    origin: listed(dependencies.config.AFTERCARE_CORS_ORIGINS),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    // OPTIONS of what is no browser's question before the question is answered likewise: with what is possible.
    strictPreflight: false,
    exposedHeaders: ['content-disposition', 'etag', 'location', 'retry-after'],
  });
  await app.register(rateLimit, { global: false });
  await app.register(compression);
  await app.register(openapi);
  await app.register(identity, dependencies);
  await app.register(customerLink, dependencies);
  await app.register(eventFeed, dependencies);
  await app.register(metrics, dependencies);
  await app.register(listFiles, dependencies);
  await app.register(pages);
  app.addHook('onResponse', async (request, reply) => {
    const refusal = refusalOf(request);
    const line = {
      method: request.method,
      route: request.routeOptions.url,
      statusCode: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...refusal,
    };
    const isRoute = request.routeOptions.config.permission !== undefined;
    if (isRoute || refusal) request.log.info(line, 'request');
  });
  for (const route of routes) await app.register(route, dependencies);
  return app;
}

/** The entries of a setting that holds several, separated by commas. */
const listed = (setting: string): string[] =>
  setting
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** W3C Trace Context, `version-traceid-parentid-flags`. */
function traceIdOf(traceparent: string | string[] | undefined): string | undefined {
  return typeof traceparent === 'string'
    ? /^[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(traceparent)?.[1]
    : undefined;
}
