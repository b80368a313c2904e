import { Type } from '@sinclair/typebox';
import { idempotency } from '../shared/idempotency';
import { keyedWork } from '../shared/keyed-work';
import { commonProblems, problemResponse } from '../shared/problem';
import { buildSystemServer, type SystemServer, type SystemServerOptions } from '../shared/server';
import { ById, Moment, WriteHeaders } from '../shared/wire';
import { listParts, listStock, partOf, stockOf } from './catalogue';
import { CataloguePart, PartsPage, PartsQuery, PartStock, StockPage } from './port';
import { purchaseRoutes } from './purchase-routes';
import { Release, Reservation, ReserveBody } from './reservation-port';
import { readReservation } from './reservations';
import { issue, release, reserve } from './reserving';
import { returnRoutes } from './return-routes';
import { PartNumber } from './shapes';
import { shipmentRoutes } from './shipment-routes';
import { slipRoutes } from './slip-routes';
import { stockTakeRoutes } from './stock-take-routes';
import { KEY_REUSED } from './write-route';

const ABOUT = {
  title: 'Parts',
  description:
    'Parts and stock: what is there, reserved, bought, sent to users and taken back. Double entry.',
  version: '1.2.0',
};

/**
 * The embedded parts system over its schema `parts`. Give it to `listen`, and `close` it; `prisma` stays the caller's.
 */
export const buildPartsServer = async (options: SystemServerOptions): Promise<SystemServer> => {
  const { prisma } = options;
  const app = await buildSystemServer(options, ABOUT);
  const once = idempotency(prisma);
  const keyed = keyedWork(prisma, 'parts');

  app.get(
    '/v1/parts',
    {
      schema: {
        summary: 'Parts of the catalogue',
        querystring: PartsQuery,
        response: { ...commonProblems, 200: PartsPage },
      },
    },
    (request) => listParts(prisma, request.query),
  );

  app.get(
    '/v1/stock',
    {
      schema: {
        summary: 'Parts of the catalogue with their pieces in each depot',
        querystring: PartsQuery,
        response: { ...commonProblems, 200: StockPage },
      },
    },
    (request) => listStock(prisma, request.query),
  );

  app.get(
    '/v1/parts/:partNumber',
    {
      schema: {
        summary: 'One part',
        params: Type.Object({ partNumber: PartNumber }),
        response: { ...commonProblems, 200: CataloguePart, 404: problemResponse('PARTS.PART_UNKNOWN') },
      },
    },
    (request) => partOf(prisma, request.params.partNumber),
  );

  app.get(
    '/v1/parts/:partNumber/stock',
    {
      schema: {
        summary: 'Stock of a part, by depot',
        params: Type.Object({ partNumber: PartNumber }),
        response: { ...commonProblems, 200: PartStock, 404: problemResponse('PARTS.PART_UNKNOWN') },
      },
    },
    (request) => stockOf(prisma, request.params.partNumber),
  );

  app.post(
    '/v1/reservations',
    {
      schema: {
        summary: 'Reserve all lines or none; the idempotency key becomes the id',
        headers: WriteHeaders,
        body: ReserveBody,
        response: {
          ...commonProblems,
          201: Reservation,
          409: problemResponse('PARTS.RELEASED'),
          422: problemResponse(`PARTS.OUT_OF_STOCK, PARTS.PART_UNKNOWN. ${KEY_REUSED}`),
        },
      },
    },
    (request, reply) => keyed(request, reply, (key) => reserve(key, request.body)),
  );

  app.get(
    '/v1/reservations/:id',
    {
      schema: {
        summary: 'A reservation as it stands',
        params: ById,
        response: { ...commonProblems, 200: Reservation, 404: problemResponse('PARTS.RESERVATION_UNKNOWN') },
      },
    },
    (request) =>
      prisma.$transaction((tx) => readReservation(tx, request.params.id), {
        isolationLevel: 'RepeatableRead',
      }),
  );

  app.post(
    '/v1/reservations/:id/release',
    {
      schema: {
        summary: 'Put reserved pieces back; bars an id never seen',
        params: ById,
        headers: WriteHeaders,
        body: Moment,
        response: { ...commonProblems, 200: Release, 422: problemResponse(KEY_REUSED) },
      },
    },
    (request, reply) => keyed(request, reply, () => release(request.params.id, request.body.at)),
  );

  app.post(
    '/v1/reservations/:id/issue',
    {
      schema: {
        summary: 'Hand the pieces to the engineer',
        params: ById,
        headers: WriteHeaders,
        body: Moment,
        response: {
          ...commonProblems,
          200: Reservation,
          404: problemResponse('PARTS.RESERVATION_UNKNOWN'),
          409: problemResponse('PARTS.RELEASED, PARTS.SHIPPED'),
          422: problemResponse(KEY_REUSED),
        },
      },
    },
    (request, reply) => keyed(request, reply, () => issue(request.params.id, request.body.at)),
  );
  purchaseRoutes(app, prisma, once);
  shipmentRoutes(app, prisma, once);
  returnRoutes(app, prisma, once);
  slipRoutes(app, once);
  stockTakeRoutes(app, prisma, once);
  return app;
};
