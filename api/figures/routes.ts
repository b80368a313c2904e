import type { Principal } from '../../domain/identity/principal';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { checkedFilters } from '../repair-quality/filters';
import type { Routes } from '../context';
import { measureBacklog } from './backlog';
import { measureFlow, measureRepairs, measureSatisfaction, type Measured, type Measuring } from './measure';
import {
  BacklogQuery,
  BacklogSchema,
  FlowSchema,
  RepairsSchema,
  SatisfactionSchema,
  WeeksQuery,
} from './schema';
import { weeksOf } from './weeks';

const ANSWERS = { ...PROBLEMS, 422: problemResponse('REQUEST.REFERENCE_UNKNOWN: no such engineer, …') };

/** The manager's pictures (R31): one read each, and for each figure the query that finds its cases. */
export const figures: Routes = (app, { database, config }) => {
  const timeZone = config.AFTERCARE_TIME_ZONE;

  app.get(
    '/v1/figures/flow',
    {
      config: { permission: 'repairQuality.read' },
      schema: {
        operationId: 'getFlow',
        tags: ['figures'],
        summary: 'Cases received, closed and open, week by week',
        querystring: WeeksQuery,
        response: { 200: FlowSchema, ...ANSWERS },
      },
    },
    ({ principal, query }) => byWeek(principal, query, measureFlow),
  );

  app.get(
    '/v1/figures/repairs',
    {
      config: { permission: 'repairQuality.read' },
      schema: {
        operationId: 'getRepairsByWeek',
        tags: ['figures'],
        summary: 'Repairs verified, those of the first visit, and repeats, week by week (R14)',
        querystring: WeeksQuery,
        response: { 200: RepairsSchema, ...ANSWERS },
      },
    },
    ({ principal, query }) => byWeek(principal, query, measureRepairs),
  );

  app.get(
    '/v1/figures/satisfaction',
    {
      config: { permission: 'repairQuality.read' },
      schema: {
        operationId: 'getSatisfaction',
        tags: ['figures'],
        summary: 'Surveys answered, mean scores and dissatisfied customers, week by week (R22)',
        querystring: WeeksQuery,
        response: { 200: SatisfactionSchema, ...ANSWERS },
      },
    },
    ({ principal, query }) => byWeek(principal, query, measureSatisfaction),
  );

  app.get(
    '/v1/figures/backlog',
    {
      config: { permission: 'repairQuality.read' },
      schema: {
        operationId: 'getBacklog',
        tags: ['figures'],
        summary: 'Open cases by age: how many, with a broken promise, and paused',
        querystring: BacklogQuery,
        response: { 200: BacklogSchema, ...ANSWERS },
      },
    },
    async ({ principal, query }) => measureBacklog(await measuring(principal, query), new Date()),
  );
  return Promise.resolve();

  async function byWeek<W>(
    principal: Principal,
    { from, to, ...of }: WeeksQuery,
    measure: (measuring: Measuring, weeks: ReturnType<typeof weeksOf>) => Promise<W>,
  ): Promise<{ readonly asOf: string; readonly timeZone: string; readonly weeks: W }> {
    const now = new Date();
    const period = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const weeks = weeksOf(period, timeZone, now);
    return {
      asOf: now.toISOString(),
      timeZone,
      weeks: await measure(await measuring(principal, of), weeks),
    };
  }

  /** @throws {ApiError} naming an engineer, organisation or product that is none, or out of sight. */
  async function measuring(principal: Principal, of: Measured): Promise<Measuring> {
    return { database, config, principal, of: await checkedFilters(database, principal.scope, of) };
  }
};
