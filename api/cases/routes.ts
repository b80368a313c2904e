import { Type } from '@sinclair/typebox';
import { snapshot, type Reader } from '../../platform/database';
import { remindableSince } from '../../domain/approval/remind';
import { commandOutlook } from '../../domain/case/decide';
import type { Principal } from '../../domain/identity/principal';
import { sees } from '../../domain/identity/scope';
import { CaseListQuery, CasePage } from './schema';
import { CaseDetailAnswer, type CaseDetail } from './detail-schema';
import { Timeline, TimelineQuery } from './timeline-entry-schema';
import { CaseNumber, PROBLEMS, problemResponse } from '../http/schema/common';
import { etagIn, isUnchanged, NOT_MODIFIED, ReadHeaders } from '../http/conditional';
import { caseDetail } from './detail-view';
import { caseSummaries } from './summary-view';
import { listCases } from './list';
import { staffNamesIn, withStaffNamed } from './people-named';
import { latestEvents } from './latest-events';
import { readTimeline } from './timeline';
import { allRefused, outlookViews } from '../case-commands/outlook';
import { readingOf } from '../access/reading';
import { ApiError } from '../http/problems';
import { wallClock } from '../../platform/wall-clock';
import type { StoredCase } from './read-case';
import { readableCase } from './visible-case';
import type { Routes } from '../context';

const params = Type.Object({ number: CaseNumber });

export const cases: Routes = (app, dependencies) => {
  const { database, config } = dependencies;
  const formatInstant = wallClock(config.AFTERCARE_TIME_ZONE);
  app.get(
    '/v1/cases',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listCases',
        tags: ['cases'],
        summary: 'Cases that the caller sees: filtered, searched, sorted, in pages',
        querystring: CaseListQuery,
        response: { 200: CasePage, ...PROBLEMS, 422: problemResponse('REQUEST.PHONE_INVALID') },
      },
    },
    async ({ principal, query }) => {
      const { numbers, nextCursor } = await listCases(dependencies, principal, query);
      const rows = await database.serviceCase.findMany({
        where: { number: { in: [...numbers] } },
      });
      rows.sort((left, right) => numbers.indexOf(left.number) - numbers.indexOf(right.number));
      return { items: await caseSummaries(database, rows, principal.language), nextCursor };
    },
  );

  app.get(
    '/v1/cases/:number',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'getCase',
        tags: ['cases'],
        summary: 'A case, whole: its promises, tasks, what may be done next, and its latest events',
        params,
        headers: ReadHeaders,
        response: { 200: CaseDetailAnswer, 304: NOT_MODIFIED, ...PROBLEMS },
      },
    },
    (request, reply) =>
      snapshot(database, async (reader) => {
        const stored = await readableCase(reader, request.params.number, request.principal);
        const now = new Date();
        const etag = etagIn(stored.seq, request.principal.language);
        const shownSince = youngest(stored, now);
        void reply
          .header('etag', etag)
          .header('vary', 'accept-language')
          .header('last-modified', shownSince.toUTCString())
          .header('cache-control', 'private, no-cache');
        if (isUnchanged(request.headers, etag, shownSince)) return reply.status(304).send(undefined);
        return detailOf(reader, stored, { principal: request.principal, now, formatInstant });
      }),
  );

  app.get(
    '/v1/cases/:number/timeline',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listCaseEvents',
        tags: ['cases'],
        summary: 'The events of a case, most recent last',
        params,
        querystring: TimelineQuery,
        response: { 200: Timeline, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, query }) => {
      const { processId } = await readableCase(database, number, principal);
      return readTimeline(database, processId, query, {
        ...readingOf(principal),
        writeInstant: formatInstant,
      });
    },
  );
  return Promise.resolve();
};

/**
 * Time of the last change to this answer. It changes without an event when promises are recomputed (another
 * policy), which updates the row, and when a reminder becomes possible again.
 */
function youngest({ updatedAt, state }: StoredCase, now: Date): Date {
  const remindable = remindableSince(state, now.toISOString());
  return remindable && new Date(remindable) > updatedAt ? new Date(remindable) : updatedAt;
}

interface Asked {
  readonly principal: Principal;
  readonly now: Date;
  readonly formatInstant: (instant: string) => string;
}

async function detailOf(
  database: Reader,
  stored: StoredCase,
  { principal, now, formatInstant }: Asked,
): Promise<CaseDetail> {
  const { processId, seq, state } = stored;
  const row = await database.serviceCase.findUniqueOrThrow({ where: { processId } });
  const reading = { ...readingOf(principal), writeInstant: formatInstant };
  const [[summary], clocks, tasks, timeline, names] = await Promise.all([
    caseSummaries(database, [row], principal.language),
    database.processClock.findMany({
      where: { processId },
      orderBy: [{ startedAt: 'asc' }, { name: 'asc' }],
    }),
    database.task.findMany({
      where: { processId },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { key: 'asc' }],
    }),
    latestEvents(database, stored, reading),
    staffNamesIn(database, [state]),
  ]);
  if (!summary) throw new Error(`${row.number} has no summary`);
  // One that has been given to another region is read, and no more.
  const isTheirs = sees(principal.scope, { regionId: row.regionId, outletId: row.outletId });
  const outlook = commandOutlook(state, principal.actor, now.toISOString());
  const commands = isTheirs ? outlook : allRefused(outlook, new ApiError('CASE.READ_ONLY'));
  return caseDetail({
    summary,
    version: seq,
    state: withStaffNamed(state, names, reading.language),
    clocks,
    tasks,
    commands: outlookViews(commands, formatInstant),
    timeline,
    reading,
    now,
  });
}
