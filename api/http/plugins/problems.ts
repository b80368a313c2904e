import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../../domain/errors';
import { KnownMethods } from '../../../platform/known-methods';
import { isDatabaseAway } from '../../../platform/database-away';
import { NoRoomError } from '../../../platform/lanes';
import { knownField } from '../known-field';
import { noteRefusal } from '../../../platform/refusal-note';
import { wallClock } from '../../../platform/wall-clock';
import type { ApiDependencies } from '../../context';
import { fieldAtFault, formDetail, formWords, unknownCommand } from '../form-words';
import { unreadable } from '../unreadable';
import { ApiError, languageOf, problemOf, type ErrorCode, type Problem } from '../problems';

type Needs = Pick<ApiDependencies, 'config'>;

/** One error handler: every answer that is not a success is `application/problem+json` (RFC 9457); expected refusals are never 500. */
export default fp(
  (app, { config }: Needs) => {
    const formatInstant = wallClock(config.AFTERCARE_TIME_ZONE);
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const refusal = toApiError(error);
      if (refusal)
        return sendProblem(request, reply, problemOf(refusal, readerOf(request), formatInstant), error);
      request.log.error({ err: error }, 'request failed');
      return sendProblem(
        request,
        reply,
        problemOf(new ApiError('INTERNAL', { traceId: request.id }), readerOf(request)),
      );
    });
    const known = new KnownMethods();
    app.addHook('onRoute', ({ url, method }) => known.add(url, [method].flat()));
    const refuseUnknown = (request: FastifyRequest, reply: FastifyReply): never => {
      const { method } = request;
      const path = request.url.split('?')[0] ?? '/';
      const allowed = known.of(path);
      if (allowed.length === 0 || allowed.includes(method)) throw new ApiError('ROUTE.NOT_FOUND', { path });
      void reply.header('allow', allowed.join(', '));
      throw new ApiError('ROUTE.METHOD_NOT_ALLOWED', { method, allowed: allowed.join(', ') });
    };
    // Runs before the body is parsed: an unknown route answers 404 whatever its body.
    app.addHook('preParsing', (request, reply, _payload, done) => {
      if (request.is404) refuseUnknown(request, reply);
      done();
    });
    app.setNotFoundHandler(refuseUnknown);
    return Promise.resolve();
  },
  { name: 'problems' },
);

/** Set on the routes of customers alone, once their link held. */
const readerOf = ({
  headers,
  customer,
}: Partial<Pick<FastifyRequest, 'customer'>> & Pick<FastifyRequest, 'headers'>) =>
  languageOf(headers['accept-language'], customer?.language);

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem, error?: FastifyError) {
  const language = readerOf(request);
  const errors = error?.validation?.map((fault) => ({
    field: fieldAtFault(fault),
    reason: formWords(fault)[language],
  }));
  const [fault] = errors ?? problem.errors;
  noteRefusal(request, problem.code, knownField(fault?.field, request.routeOptions.schema));
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send({
      ...problem,
      ...(errors && { errors }),
      instance: request.url.split('?')[0],
      traceId: request.id,
    });
}

function toApiError(error: FastifyError): Pick<ApiError, 'code' | 'params' | 'field'> | undefined {
  if (error instanceof ApiError || error instanceof DomainError) return error;
  const [fault] = error.validation ?? [];
  if (fault) {
    const command = unknownCommand(fault);
    return command === undefined
      ? new ApiError('REQUEST.INVALID', { reason: { ...formDetail(fault) } })
      : new ApiError('COMMAND.UNKNOWN', { command });
  }
  if (isDatabaseAway(error) || error instanceof NoRoomError) return new ApiError('DATABASE.UNAVAILABLE');
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new ApiError(codeOfStatus(error.statusCode), { reason: unreadable(error) });
  return undefined;
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 413) return 'REQUEST.TOO_LARGE';
  if (status === 415) return 'REQUEST.UNSUPPORTED_MEDIA_TYPE';
  if (status === 429) return 'RATE.LIMITED';
  return 'REQUEST.INVALID';
}
