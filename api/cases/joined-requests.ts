import type { Static } from '@sinclair/typebox';
import type { Database } from '../../platform/database';
import type { JoinedRequestPage, JoinedRequestQuery } from './joined-request-schema';
import type { StoredCase } from './read-case';

/** Requests that were joined to a case, in the order in which they were, each with its whole text from the register (ADR 37). */
export async function readJoinedRequests(
  database: Database,
  { state }: StoredCase,
  { after = 0, limit = 20 }: JoinedRequestQuery,
): Promise<Static<typeof JoinedRequestPage>> {
  const page = state.joinedRequests.slice(after, after + limit);
  const rows = await database.request.findMany({
    where: { number: { in: page.map(({ requestNumber }) => requestNumber) } },
    select: { number: true, text: true },
  });
  const texts = new Map(rows.map(({ number, text }) => [number, text]));
  return {
    items: page.map(({ requestNumber, fromCase, text }, n) => ({
      number: after + n + 1,
      requestNumber,
      fromCase,
      text: texts.get(requestNumber) ?? text,
    })),
    later: after + page.length < state.joinedRequests.length && page.length > 0 ? after + page.length : null,
  };
}
