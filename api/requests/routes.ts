import { Type } from '@sinclair/typebox';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { IdempotencyHeaders } from '../http/schema/headers';
import { NewRequest, RegisteredRequest, RequestDetail, RequestNumber } from './schema';
import { RequestListQuery, RequestPage } from './list-schema';
import { publicRequests } from './public-routes';
import { seenSender } from './seen-sender';
import { createIntake } from './take-in';
import { readKnownSender, requestBrief, requestDetail, registeredAnswer } from './view';
import { ApiError } from '../http/problems';
import { listRequests } from './list';
import { isInScope } from '../access/scope';
import type { Routes } from '../context';

export const requests: Routes = (app, dependencies) => {
  const { database } = dependencies;
  const takeIn = createIntake(app, dependencies);
  publicRequests(app, dependencies, takeIn);

  app.post(
    '/v1/requests',
    {
      config: { permission: 'request.register' },
      schema: {
        operationId: 'registerRequest',
        tags: ['requests'],
        summary: 'Register a request, from whatever channel, and start its case',
        description:
          'Registered first, then started: once this has answered 201 or 202, the request is kept whatever fails. Send an Idempotency-Key; repeat it when no answer came.',
        headers: IdempotencyHeaders,
        body: NewRequest,
        response: {
          201: RegisteredRequest,
          202: RegisteredRequest,
          ...PROBLEMS,
          422: problemResponse(
            'REQUEST.PHONE_INVALID, REQUEST.EMAIL_INVALID, REQUEST.SENDER_UNREACHABLE, REQUEST.RECEIVED_IN_FUTURE, REQUEST.NOT_TAKEN_THEN, IDEMPOTENCY.KEY_REUSED',
          ),
        },
      },
    },
    async (request, reply) => {
      const idempotencyKey = idempotencyKeyOf(request.headers);
      const { row, sender, isStarted } = await takeIn({
        request: request.body,
        idempotencyKey,
        by: request.principal.actor,
        organisationId: request.principal.actor.organisationId,
        traceId: request.id,
      });
      const seen = await seenSender(database, request.principal.scope, {
        request: row,
        known: sender ?? (await readKnownSender(database, row.number)),
      });
      const answer = registeredAnswer(row, seen, isStarted);
      return reply
        .status(isStarted ? 201 : 202)
        .header('location', `/v1/requests/${row.number}`)
        .send(answer);
    },
  );

  app.get(
    '/v1/requests',
    {
      config: { permission: 'request.read' },
      schema: {
        operationId: 'listRequests',
        tags: ['requests'],
        summary: 'The register of requests that the caller sees, the latest first, in pages',
        querystring: RequestListQuery,
        response: { 200: RequestPage, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { rows, nextCursor } = await listRequests(database, principal.scope, query);
      return { items: rows.map(requestBrief), nextCursor };
    },
  );

  app.get(
    '/v1/requests/:number',
    {
      config: { permission: 'request.read' },
      schema: {
        operationId: 'getRequest',
        tags: ['requests'],
        summary: 'A request as it was registered',
        params: Type.Object({ number: RequestNumber }),
        response: { 200: RequestDetail, ...PROBLEMS },
      },
    },
    async (request) => {
      const { number } = request.params;
      const row = await database.request.findUnique({ where: { number } });
      if (!row || !(await isInScope(database, request.principal.scope, 'request', number)))
        throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
      const isStarted = (await database.process.count({ where: { id: row.caseNumber } })) > 0;
      return requestDetail(row, isStarted);
    },
  );
  return Promise.resolve();
};
