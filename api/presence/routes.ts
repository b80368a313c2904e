import { Type } from '@sinclair/typebox';
import type { Principal } from '../../domain/identity/principal';
import { isInScope } from '../access/scope';
import type { Routes } from '../context';
import { CaseNumber, PROBLEMS } from '../http/schema/common';
import { ApiError } from '../http/problems';
import { left, presentIn, seen } from './presence';
import { HEARTBEAT_S, LeaveQuery, Presence, PresenceBody, PresenceOfCases, PresenceQuery } from './schema';

const params = Type.Object({ number: CaseNumber });
const tags = ['presence'];
const config = { permission: 'case.read' } as const;

/** People who have a case open, and whether they edit it. */
export const presence: Routes = (app, { database }) => {
  app.put(
    '/v1/cases/:number/presence',
    {
      config,
      schema: {
        operationId: 'announcePresence',
        tags,
        summary: 'I have this case open; answered with everybody who has',
        description: `Sent again at least every ${HEARTBEAT_S} s while the page is open, and at once where editing begins or ends. A tab that is silent for three times as long counts as closed.`,
        params,
        body: PresenceBody,
        response: { 200: Presence, ...PROBLEMS },
      },
    },
    async ({ params: { number }, body: { clientId, doing }, principal }) => {
      await refuseUnseen(number, principal);
      await seen(database, { caseNumber: number, staffId: principal.actor.id, clientId }, doing);
      return present(number, principal);
    },
  );

  app.get(
    '/v1/cases/:number/presence',
    {
      config,
      schema: {
        operationId: 'getPresence',
        tags,
        summary: 'Who has this case open, and who edits it',
        params,
        response: { 200: Presence, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      await refuseUnseen(number, principal);
      return present(number, principal);
    },
  );

  app.delete(
    '/v1/cases/:number/presence',
    {
      config,
      schema: {
        operationId: 'endPresence',
        tags,
        summary: 'I have closed this case',
        params,
        querystring: LeaveQuery,
        response: { 204: { type: 'null', description: 'Closed' }, ...PROBLEMS },
      },
    },
    async ({ params: { number }, query: { clientId }, principal }, reply) => {
      await refuseUnseen(number, principal);
      await left(database, { caseNumber: number, staffId: principal.actor.id, clientId });
      return reply.status(204).send();
    },
  );

  app.get(
    '/v1/presence',
    {
      config,
      schema: {
        operationId: 'listPresence',
        tags,
        summary: 'Who has the cases of a list open',
        querystring: PresenceQuery,
        response: { 200: PresenceOfCases, ...PROBLEMS },
      },
    },
    async ({ query, principal: { actor, scope } }) => {
      const found = await presentIn(database, { cases: query.case, scope, me: actor.id });
      return {
        items: [...found].map(([caseNumber, views]) => ({ caseNumber, present: [...views] })),
      };
    },
  );
  return Promise.resolve();

  async function present(number: string, { actor, scope }: Principal) {
    const found = await presentIn(database, { cases: [number], scope, me: actor.id });
    return { items: [...(found.get(number) ?? [])] };
  }

  async function refuseUnseen(number: string, { scope }: Principal): Promise<void> {
    if (!(await isInScope(database, scope, 'service_case', number)))
      throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  }
};
