import type { Once } from '../shared/idempotency';
import type { SystemServer } from '../shared/server';
import { Moment } from '../shared/wire';
import { DrawBody, HandBackBody, Slip } from './slip-port';
import { draw, handBack, reverseSlip } from './slips';
import { change, opening } from './write-route';

/** Slips for parts that engineers took without a reservation, and for parts they did not use. */
export const slipRoutes = (app: SystemServer, once: Once): void => {
  app.post(
    '/v1/draws',
    opening({
      summary:
        'Pieces that an engineer took from a depot without a reservation; the idempotency key becomes the id',
      body: DrawBody,
      answer: Slip,
      refusals: {
        409: 'PARTS.SLIP_REVERSED',
        422: 'PARTS.OUT_OF_STOCK, PARTS.PART_UNKNOWN, PARTS.DEPOT_UNKNOWN',
      },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({ status: 201, body: await draw(tx, key, request.body) })),
  );
  app.post(
    '/v1/hand-backs',
    opening({
      summary: 'Issued pieces that were not used go back to their depots; the idempotency key becomes the id',
      body: HandBackBody,
      answer: Slip,
      refusals: {
        404: 'PARTS.RESERVATION_UNKNOWN',
        409: 'PARTS.SLIP_REVERSED',
        422: 'PARTS.NOT_ISSUED',
      },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({ status: 201, body: await handBack(tx, key, request.body) })),
  );
  app.post(
    '/v1/slips/:id/reverse',
    change({
      summary: 'What a draw or a hand-back moved goes where it came from; bars an id never seen',
      body: Moment,
      answer: Slip,
      refusals: { 404: 'PARTS.SLIP_UNKNOWN', 422: 'PARTS.OUT_OF_STOCK' },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 200,
        body: await reverseSlip(tx, key, request.params.id, request.body.at),
      })),
  );
};
