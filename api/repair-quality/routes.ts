import { repairFigureNamed } from '../../domain/repair-quality/figures';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import {
  RepairCasesPage,
  RepairCasesQuery,
  RepairQuality,
  RepairQualityParams,
  RepairQualityQuery,
} from './schema';
import type { Routes } from '../context';
import { ApiError } from '../http/problems';
import { checkedFilters } from './filters';
import { measureRepairs, repairsBehind } from './measure';

const ANSWERS = { ...PROBLEMS, 422: problemResponse('REQUEST.REFERENCE_UNKNOWN: no such engineer, …') };

/** First-time fix and repeat repairs, and the cases behind each figure (R14). */
export const repairQuality: Routes = (app, { database }) => {
  app.get(
    '/v1/repair-quality',
    {
      config: { permission: 'repairQuality.read' },
      schema: {
        operationId: 'getRepairQuality',
        tags: ['repair quality'],
        summary: 'How many repairs were right the first time, and how many had to be repeated',
        querystring: RepairQualityQuery,
        response: { 200: RepairQuality, ...ANSWERS },
      },
    },
    async ({ principal, query }) => {
      const now = new Date();
      const filters = await checkedFilters(database, principal.scope, query);
      return {
        asOf: now.toISOString(),
        items: await measureRepairs(database, principal.scope, filters, now),
      };
    },
  );

  app.get(
    '/v1/repair-quality/:key/cases',
    {
      config: { permission: 'repairQuality.read' },
      schema: {
        operationId: 'listRepairCases',
        tags: ['repair quality'],
        summary: 'The cases behind the figure, latest verified first',
        params: RepairQualityParams,
        querystring: RepairCasesQuery,
        response: { 200: RepairCasesPage, ...ANSWERS },
      },
    },
    async ({ params: { key }, principal, query }) => {
      const figure = repairFigureNamed(key);
      if (!figure) throw new ApiError('RESOURCE.NOT_FOUND', { what: key });
      const asked = await checkedFilters(database, principal.scope, query);
      return repairsBehind(database, figure, principal.scope, asked, new Date());
    },
  );

  return Promise.resolve();
};
