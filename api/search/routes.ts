import { PROBLEMS } from '../http/schema/common';
import { SearchAnswer, SearchQuery } from './schema';
import { searchAll } from './search';
import type { Routes } from '../context';

/** One search over everything that the caller sees. */
export const search: Routes = (app, { database }) => {
  app.get(
    '/v1/search',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'searchAll',
        tags: ['search'],
        summary: 'Cases, customers, units, requests, parts orders and staff that a text finds',
        querystring: SearchQuery,
        response: { 200: SearchAnswer, ...PROBLEMS },
      },
    },
    ({ principal, query }) => searchAll(database, principal, query.q),
  );
  return Promise.resolve();
};
