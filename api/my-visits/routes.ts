import { loadCalendars } from '../../activities/projections/calendars';
import { parseDate } from '../../domain/clock/instant';
import { wallTimeMs } from '../../domain/clock/time-zone';
import type { Database } from '../../platform/database';
import { dayIn } from '../../platform/wall-clock';
import type { Routes } from '../context';
import { PROBLEMS } from '../http/schema/common';
import { visitsOf } from './read';
import { MyVisitsAnswer, MyVisitsQuery } from './schema';

/** An engineer's day (R13). */
export const myVisits: Routes = (app, dependencies) => {
  const { database, config } = dependencies;

  app.get(
    '/v1/me/visits',
    {
      config: { permission: 'trip.read' },
      schema: {
        operationId: 'listMyVisits',
        tags: ['dispatch'],
        summary:
          "The caller's visits on a day: where, whom to call, the unit, its history, parts, what may be done",
        querystring: MyVisitsQuery,
        response: { 200: MyVisitsAnswer, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const now = new Date();
      const timeZone = await zoneOf(principal.actor.organisationId, now);
      const today = dayIn(timeZone, now);
      const date = query.date ?? today;
      const day = parseDate(date, 'date');
      const [from, to] = [day, day + 1].map((one) => new Date(wallTimeMs(timeZone, one, 0)));
      if (!from || !to) throw new Error('A day has two ends');
      const visits = await visitsOf(dependencies, principal, { from, to, isToday: date === today }, now);
      return { date, timeZone, visits };
    },
  );
  return Promise.resolve();

  /** The zone of an organisation's working hours; the company's where they have none. */
  async function zoneOf(organisationId: string, now: Date): Promise<string> {
    const { calendar: code } = await organisationOf(database, organisationId);
    const at = now.toISOString();
    const calendar = (await loadCalendars(database, [{ code, at }]))(code, at);
    return calendar === '24x7' ? config.AFTERCARE_TIME_ZONE : calendar.timeZone;
  }
};

const organisationOf = (database: Database, id: string): Promise<{ readonly calendar: string }> =>
  database.organisation.findUniqueOrThrow({ where: { id }, select: { calendar: true } });
