import { REQUEST_TYPES } from '../../domain/case/terms';
import { PROMISES, promiseNamed } from '../../domain/promises/definitions';
import { PROBLEMS } from '../http/schema/common';
import { PromiseCasesPage, PromiseCasesQuery, PromiseList, PromiseListQuery, PromiseParams } from './schema';
import { iso, oneOfOrNull } from '../http/one-of';
import { periodOf } from '../http/period';
import { ApiError } from '../http/problems';
import { casesBehind, measure } from './measure';
import type { Routes } from '../context';

/** The published promises, each measured, and the cases behind each figure (R37). */
export const promises: Routes = (app, { database }) => {
  app.get(
    '/v1/promises',
    {
      config: { permission: 'promise.read' },
      schema: {
        operationId: 'listPromises',
        tags: ['promises'],
        summary: 'Every published promise, and how it was kept to those whom the caller sees',
        querystring: PromiseListQuery,
        response: { 200: PromiseList, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const now = new Date();
      const period = periodOf(query);
      const items = [];
      // One after another: a report leaves the other connections to those who work.
      for (const promise of PROMISES) {
        const { key, name, text } = promise;
        items.push({ key, name, text, ...(await measure(database, promise, principal.scope, period, now)) });
      }
      return { asOf: now.toISOString(), items };
    },
  );

  app.get(
    '/v1/promises/:key/cases',
    {
      config: { permission: 'promise.read' },
      schema: {
        operationId: 'listPromiseCases',
        tags: ['promises'],
        summary: 'The cases behind the figure of a promise, latest received first',
        params: PromiseParams,
        querystring: PromiseCasesQuery,
        response: { 200: PromiseCasesPage, ...PROBLEMS },
      },
    },
    async ({ params: { key }, principal, query }) => {
      const promise = promiseNamed(key);
      if (!promise) throw new ApiError('RESOURCE.NOT_FOUND', { what: key });
      const asked = { ...query, ...periodOf(query) };
      const { rows, nextCursor } = await casesBehind(database, promise, principal.scope, asked, new Date());
      const items = rows.map((row) => ({
        ...row,
        requestType: oneOfOrNull(REQUEST_TYPES, row.requestType),
        receivedAt: row.receivedAt.toISOString(),
        dueAt: iso(row.dueAt),
        metAt: iso(row.metAt),
      }));
      return { items, nextCursor };
    },
  );

  return Promise.resolve();
};
