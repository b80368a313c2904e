import { CaseFilters } from '../cases/schema';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { countAll } from './count';
import { countCases } from './count-cases';
import { CaseCountsSchema, CountsQuery, CountsSchema, DEFAULT_SOON_HOURS } from './schema';
import type { Routes } from '../context';

/** How much there is: for inboxes, menus and boards. */
export const counts: Routes = (app, dependencies) => {
  app.get(
    '/v1/counts',
    {
      config: { permission: 'task.read' },
      schema: {
        operationId: 'getCounts',
        tags: ['counts'],
        summary: "The caller's tasks and unread messages, and the open cases and parts orders in sight",
        querystring: CountsQuery,
        response: { 200: CountsSchema, ...PROBLEMS },
      },
    },
    ({ principal, query }) =>
      countAll(dependencies.database, principal, query.soonHours ?? DEFAULT_SOON_HOURS, new Date()),
  );

  app.get(
    '/v1/case-counts',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'getCaseCounts',
        tags: ['counts'],
        summary: 'How many cases the filters of the case list find: by stage, type, priority and owner',
        querystring: CaseFilters,
        response: { 200: CaseCountsSchema, ...PROBLEMS, 422: problemResponse('REQUEST.PHONE_INVALID') },
      },
    },
    ({ principal, query }) => countCases(dependencies, principal, query, new Date()),
  );
  return Promise.resolve();
};
