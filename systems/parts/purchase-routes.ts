import type { PrismaClient } from '../../prisma/generated/client';
import type { Once } from '../shared/idempotency';
import type { SystemServer } from '../shared/server';
import { Moment } from '../shared/wire';
import { Purchase, PurchaseBody, PurchaseProgressBody, ReceiptBody } from './purchase-port';
import { cancelPurchase, readPurchase, receiveGoods, recordPurchase, requestPurchase } from './purchases';
import { Reservation } from './reservation-port';
import { change, opening, reading } from './write-route';

const UNKNOWN = 'PARTS.PURCHASE_UNKNOWN';
const CANCELLED = 'PARTS.PURCHASE_CANCELLED';

/** Buying what no depot has. */
export const purchaseRoutes = (app: SystemServer, prisma: PrismaClient, once: Once): void => {
  app.post(
    '/v1/purchases',
    opening({
      summary: 'Ask for parts to be bought; the idempotency key becomes the id',
      body: PurchaseBody,
      answer: Purchase,
      refusals: { 409: CANCELLED, 422: 'PARTS.PART_UNKNOWN, PARTS.DEPOT_UNKNOWN' },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 201,
        body: await requestPurchase(tx, key, request.body),
      })),
  );
  app.get('/v1/purchases/:id', reading('A purchase as it stands', Purchase, UNKNOWN), (request) =>
    prisma.$transaction((tx) => readPurchase(tx, request.params.id), { isolationLevel: 'RepeatableRead' }),
  );
  app.post(
    '/v1/purchases/:id/progress',
    change({
      summary: 'Ordered from a supplier, or expected on another day',
      body: PurchaseProgressBody,
      answer: Purchase,
      refusals: { 404: UNKNOWN, 409: CANCELLED },
    }),
    (request, reply) =>
      once(request, reply, async (tx) => ({
        status: 200,
        body: await recordPurchase(tx, request.params.id, request.body),
      })),
  );
  app.post(
    '/v1/purchases/:id/receipts',
    change({
      summary: 'Goods received into the depot, held as a reservation whose id is the key',
      body: ReceiptBody,
      answer: Reservation,
      refusals: {
        404: UNKNOWN,
        409: `${CANCELLED}, PARTS.RELEASED`,
        422: 'PARTS.MORE_THAN_ORDERED, PARTS.PART_UNKNOWN',
      },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 200,
        body: await receiveGoods(tx, key, request.params.id, request.body),
      })),
  );
  app.post(
    '/v1/purchases/:id/cancel',
    change({
      summary: 'Nothing more is to come; bars an id never seen',
      body: Moment,
      answer: Purchase,
      refusals: { 404: UNKNOWN },
    }),
    (request, reply) =>
      once(request, reply, async (tx) => ({
        status: 200,
        body: await cancelPurchase(tx, request.params.id, request.body.at),
      })),
  );
};
