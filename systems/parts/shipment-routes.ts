import type { PrismaClient } from '../../prisma/generated/client';
import type { Once } from '../shared/idempotency';
import type { SystemServer } from '../shared/server';
import { Moment } from '../shared/wire';
import { CorrectionBody, SettleBody, ShipBody, Shipment } from './shipment-port';
import { correctShipment, readShipment, recallShipment, settleShipment, ship } from './shipments';
import { change, opening, reading } from './write-route';

const UNKNOWN = 'PARTS.SHIPMENT_UNKNOWN';

/** Parts on their way to a user. */
export const shipmentRoutes = (app: SystemServer, prisma: PrismaClient, once: Once): void => {
  app.post(
    '/v1/shipments',
    opening({
      summary: 'Send reserved pieces from a depot; the idempotency key becomes the id',
      body: ShipBody,
      answer: Shipment,
      refusals: {
        404: 'PARTS.RESERVATION_UNKNOWN',
        409: 'PARTS.SHIPMENT_RECALLED',
        422: 'PARTS.NOT_RESERVED',
      },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({ status: 201, body: await ship(tx, key, request.body) })),
  );
  app.get('/v1/shipments/:id', reading('A shipment as it stands', Shipment, UNKNOWN), (request) =>
    prisma.$transaction((tx) => readShipment(tx, request.params.id), { isolationLevel: 'RepeatableRead' }),
  );
  app.post(
    '/v1/shipments/:id/settle',
    change({
      summary: 'What has become of pieces in transit: delivered, back in a depot, or lost',
      body: SettleBody,
      answer: Shipment,
      refusals: { 404: UNKNOWN, 422: 'PARTS.NOT_IN_TRANSIT, PARTS.DEPOT_UNKNOWN' },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 200,
        body: await settleShipment(tx, key, request.params.id, request.body),
      })),
  );
  app.post(
    '/v1/shipments/:id/correct',
    change({
      summary: 'What was said of pieces was wrong: they are delivered, lost or on their way after all',
      body: CorrectionBody,
      answer: Shipment,
      refusals: { 404: UNKNOWN, 422: 'PARTS.NOT_SETTLED' },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 200,
        body: await correctShipment(tx, key, request.params.id, request.body),
      })),
  );
  app.post(
    '/v1/shipments/:id/recall',
    change({
      summary: 'Call a shipment back; bars an id never seen',
      body: Moment,
      answer: Shipment,
      refusals: { 404: UNKNOWN },
    }),
    (request, reply) =>
      once(request, reply, async (tx) => ({
        status: 200,
        body: await recallShipment(tx, request.params.id, request.body.at),
      })),
  );
};
