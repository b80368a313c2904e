import { DAY_MS } from '../../domain/clock/instant';
import { localDay, wallTimeMs } from '../../domain/clock/time-zone';
import { organisationInSight } from '../access/in-sight';
import { readInstant } from '../http/instants';
import { ApiError, badRequest } from '../http/problems';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { readSchedule } from './read';
import { DEFAULT_DAYS, MOST_DAYS, ScheduleQuery, ScheduleSchema } from './schema';
import type { Routes } from '../context';

/** Engineers beside the jobs that wait for one (R4, R13). */
export const schedule: Routes = (app, { database, config }) => {
  app.get(
    '/v1/schedule',
    {
      config: { permission: 'candidate.read' },
      schema: {
        operationId: 'getSchedule',
        tags: ['dispatch'],
        summary: 'Engineers with working hours, absences and visits, and the jobs that wait for an engineer',
        querystring: ScheduleQuery,
        response: { 200: ScheduleSchema, ...PROBLEMS, 422: problemResponse('REQUEST.REFERENCE_UNKNOWN') },
      },
    },
    async ({ principal, query: { organisationId, ...query } }) => {
      const from = new Date(query.from === undefined ? today() : readInstant(query.from, 'from'));
      const to = new Date(
        query.to === undefined ? from.getTime() + DEFAULT_DAYS * DAY_MS : readInstant(query.to, 'to'),
      );
      if (to <= from || to.getTime() - from.getTime() > MOST_DAYS * DAY_MS)
        throw badRequest('to', {
          en: `it must be after from, and ${MOST_DAYS} days later at most`,
          zh: `须晚于开始时间，且最多相隔 ${MOST_DAYS} 天`,
        });
      if (
        organisationId !== undefined &&
        !(await organisationInSight(database, principal.scope, organisationId))
      )
        throw new ApiError(
          'REQUEST.REFERENCE_UNKNOWN',
          { field: 'organisationId', value: organisationId },
          'organisationId',
        );
      return readSchedule(database, principal, { from, to, organisationId }, new Date());
    },
  );
  return Promise.resolve();

  /** When the day began in the company's zone, in ms since the epoch. */
  function today(): number {
    const zone = config.AFTERCARE_TIME_ZONE;
    return wallTimeMs(zone, localDay(zone, Date.now()), 0);
  }
};
