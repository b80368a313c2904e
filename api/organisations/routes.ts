import { PROBLEMS } from '../http/schema/common';
import { listOrganisations } from './list';
import { OrganisationListQuery, OrganisationPage } from './schema';
import type { Routes } from '../context';

/** Headquarters, the centres and their outlets (R11). */
export const organisations: Routes = (app, { database }) => {
  app.get(
    '/v1/organisations',
    {
      config: { permission: 'staff.read' },
      schema: {
        operationId: 'listOrganisations',
        tags: ['organisation'],
        summary: 'Headquarters, every centre, and the outlets that the caller sees',
        querystring: OrganisationListQuery,
        response: { 200: OrganisationPage, ...PROBLEMS },
      },
    },
    ({ principal, query }) => listOrganisations(database, principal, query),
  );
  return Promise.resolve();
};
