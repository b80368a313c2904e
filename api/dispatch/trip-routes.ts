import { PROBLEMS } from '../http/schema/common';
import { TripListQuery, TripPage } from './trip-schema';
import type { Routes } from '../context';
import { readInstant } from '../http/instants';
import { tripView } from './trip-view';
import { readingOf } from '../access/reading';
import { listTrips } from './trips';

/** The dispatch record: every trip to a customer (R13). */
export const trips: Routes = (app, { database, config }) => {
  app.get(
    '/v1/trips',
    {
      config: { permission: 'trip.read' },
      schema: {
        operationId: 'listTrips',
        tags: ['dispatch'],
        summary: 'The dispatch record: who was where, when promised, when there, how many days, at what cost',
        querystring: TripListQuery,
        response: { 200: TripPage, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { from, to } = query;
      const { rows, nextCursor } = await listTrips(
        database,
        principal.scope,
        {
          ...query,
          ...(from !== undefined && { from: readInstant(from, 'from') }),
          ...(to !== undefined && { to: readInstant(to, 'to') }),
        },
        new Date(),
      );
      const reading = readingOf(principal);
      return { items: rows.map((row) => tripView(row, config.AFTERCARE_TIME_ZONE, reading)), nextCursor };
    },
  );
  return Promise.resolve();
};
