import { Readable } from 'node:stream';
import type { Scope } from '../../domain/identity/scope';
import { PROBLEMS } from '../http/schema/common';
import { EventsHeaders, EventsQuery, EventStreamSchema } from './schema';
import { eventStream } from './event-stream';
import { parsePosition } from './position';
import type { Credential } from '../access/credential';
import { principalOf } from '../access/staff-directory';
import { ApiError } from '../http/problems';
import { isInScope } from '../access/scope';
import type { Routes } from '../context';

/** Longest delay of a timer; a token that lives longer is cut off early, and its bearer comes back. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** For what is on its way to a reader when a stream ends. */
const FAREWELL_MS = 1_000;

export const events: Routes = (app, { database }) => {
  const open = new Set<AbortController>();
  app.addHook('preClose', () => {
    for (const stream of open) stream.abort();
    return Promise.resolve();
  });

  app.get(
    '/v1/events',
    {
      config: { permission: 'event.read' },
      exposeHeadRoute: false,
      schema: {
        summary: 'Follow what happens, as server-sent events',
        description:
          'Events of the cases that the caller sees, each once and in order, from now on or after Last-Event-ID. Ends with the token or the session.',
        operationId: 'streamEvents',
        tags: ['events'],
        querystring: EventsQuery,
        headers: EventsHeaders,
        response: { 200: EventStreamSchema, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { case: caseNumber } = request.query;
      const { principal, credential } = request;
      const { scope } = principal;
      if (caseNumber !== undefined && !(await isInScope(database, scope, 'service_case', caseNumber)))
        throw new ApiError('RESOURCE.NOT_FOUND', { what: caseNumber });
      const now = await app.eventFeed.log.open();
      const ending = new AbortController();
      const presence = app.eventFeed.presence.open(caseNumber);
      const scopeNow = async (): Promise<Scope | undefined> => {
        const staff = await app.staffDirectory.find(credential.sought);
        return staff && principalOf(staff).scope;
      };
      const stream = Readable.from(
        eventStream({
          log: app.eventFeed.log,
          from: parsePosition(request.headers['last-event-id'] ?? '') ?? now,
          scope: scopeNow,
          signal: ending.signal,
          presence,
          ...(caseNumber !== undefined && { caseNumber }),
          unnamed: request.query.unnamed === true,
        }),
        { objectMode: false },
      );
      open.add(ending);
      const expiry = setTimeout(() => ending.abort(), lifetimeMs(credential)).unref();
      ending.signal.addEventListener('abort', () => {
        // A reader that does not read cannot receive the farewell: cut the connection.
        setTimeout(() => stream.destroy(), FAREWELL_MS).unref();
      });
      // Ends the wait as soon as the reader disconnects.
      reply.raw.once('close', () => ending.abort());
      stream.once('close', () => {
        clearTimeout(expiry);
        open.delete(ending);
        ending.abort();
        app.eventFeed.log.close();
        app.eventFeed.presence.close(presence);
      });
      return (
        reply
          .header('content-type', 'text/event-stream; charset=utf-8')
          .header('cache-control', 'no-cache, no-transform')
          .header('x-accel-buffering', 'no')
          // Nothing else is asked on it afterwards: it does not hold up the close of the service.
          .header('connection', 'close')
          .send(stream)
      );
    },
  );
  return Promise.resolve();
};

/** How long a token is still good. A session may be moved on meanwhile: whether it has ended, the directory is asked. */
function lifetimeMs({ sought, endsAt }: Credential): number {
  if (sought.kind === 'session') return LONGEST_TIMER_MS;
  return Math.min(Math.max(0, (endsAt?.getTime() ?? 0) - Date.now()), LONGEST_TIMER_MS);
}
