import { Type, type Static } from '@sinclair/typebox';
import { STATUS_CODES } from 'node:http';
import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply } from 'fastify';
import { noteRefusal } from '../../platform/refusal-note';
import type { Unread } from '../../platform/unread-requests';
import { Refusal } from './errors';
import { ProblemDetail } from './wire';

/** RFC 9457, with a stable `code` and the values of its message as extensions. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  errors: Type.Array(ProblemDetail),
});
export type Problem = Static<typeof Problem>;

export const PROBLEM_JSON = 'application/problem+json';

/** A response of a route: `{ 422: problemResponse('…') }`. */
export const problemResponse = (description: string) => ({
  description,
  content: { [PROBLEM_JSON]: { schema: Problem } },
});

/** The problems that any route can answer with. */
export const commonProblems = {
  400: problemResponse('REQUEST.INVALID: the request does not follow its schema. IDEMPOTENCY.KEY_MISSING.'),
  401: problemResponse('AUTH.TOKEN_INVALID'),
  '5xx': problemResponse('SYSTEM.FAILED, SYSTEM.NOT_READY: ask again, with the same idempotency key.'),
};

export const problemOf = (
  status: number,
  code: string,
  detail: string,
  params: Problem['params'] = {},
  errors: readonly ProblemDetail[] = [],
): Problem => ({
  type: `urn:problem-type:aftercare:${code}`,
  title: STATUS_CODES[status] ?? 'Unknown',
  status,
  detail,
  code,
  params,
  errors: [...errors],
});

export const refusalProblem = (refusal: Refusal): Problem =>
  problemOf(refusal.status, refusal.code, refusal.message, { ...refusal.params }, refusal.errors);

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  noteRefusal(reply.request, problem.code);
  return reply.code(problem.status).type(PROBLEM_JSON).send(problem);
}

/** Names the fault in a request that fails its schema, by JSON pointer for a fault in the body. */
const invalidRequest = (error: FastifyError): Problem => {
  const errors = (error.validation ?? []).map(({ instancePath, params, message }): ProblemDetail => {
    const name = params['missingProperty'] ?? params['additionalProperty'];
    const path = typeof name === 'string' ? `${instancePath}/${name}` : instancePath;
    const detail = `${error.validationContext ?? 'request'}${path} ${message ?? 'is not valid'}`;
    return error.validationContext === 'body' ? { pointer: `#${path}`, detail } : { detail };
  });
  if (error.validationContext === 'headers') {
    const message =
      'Send an Idempotency-Key header: letters, digits and : . _ / - only, at most 200 characters.';
    return problemOf(400, 'IDEMPOTENCY.KEY_MISSING', message, {}, errors);
  }
  return problemOf(400, 'REQUEST.INVALID', error.message, {}, errors);
};

const clientFault = (error: FastifyError, status: number): Problem => {
  if (error.validation !== undefined) return invalidRequest(error);
  if (status === 413) return problemOf(413, 'REQUEST.TOO_LARGE', error.message);
  if (status === 415) return problemOf(415, 'REQUEST.MEDIA_TYPE', error.message);
  return problemOf(status, 'REQUEST.INVALID', error.message);
};

/** Problem for bytes that Node could not parse as a request. */
export const unreadProblem = (kind: Unread): Problem => {
  switch (kind) {
    case 'too-slow':
      return problemOf(
        408,
        'REQUEST.TIMED_OUT',
        'The request did not arrive completely within the time limit. Send it again.',
      );
    case 'headers-too-large':
      return problemOf(431, 'REQUEST.HEADERS_TOO_LARGE', 'The request headers are too large.');
    case 'malformed':
      return problemOf(400, 'REQUEST.MALFORMED', 'This is not a valid HTTP request.');
  }
};

/** Turns every error into a problem; unexpected errors are logged and answered without their details. */
export const problems = fp((app, _options, done) => {
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    if (error instanceof Refusal) return sendProblem(reply, refusalProblem(error));
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return sendProblem(reply, clientFault(error, status));
    request.log.error({ err: error }, 'request failed');
    return sendProblem(
      reply,
      problemOf(500, 'SYSTEM.FAILED', 'The request failed. No change is known to have been made.'),
    );
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problemOf(404, 'ROUTE.UNKNOWN', `There is no ${request.method} ${request.url}.`)),
  );
  done();
});
