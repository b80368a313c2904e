import type { PrismaClient } from '../../prisma/generated/client';
import type { Once, Transaction } from '../shared/idempotency';
import type { SystemServer } from '../shared/server';
import { Moment } from '../shared/wire';
import { Return, ReturnBody, TakeInBody } from './return-port';
import {
  cancelReturn,
  expectReturn,
  forwardReturn,
  readReturn,
  takeInReturn,
  writeOffReturn,
} from './returns';
import { change, opening, reading } from './write-route';

const UNKNOWN = 'PARTS.RETURN_UNKNOWN';

/** Operations on the whole remainder, due or at depots. */
const WHOLE: readonly {
  readonly path: string;
  readonly summary: string;
  readonly work: (tx: Transaction, key: string, id: string, at: string) => Promise<Return>;
}[] = [
  { path: 'forward', summary: 'What depots have of it goes to the factory', work: forwardReturn },
  { path: 'write-off', summary: 'What is still due is given up', work: writeOffReturn },
  {
    path: 'cancel',
    summary: 'What is still due is no longer owed; bars an id never seen',
    work: cancelReturn,
  },
];

/** Old parts on their way back to the factory. */
export const returnRoutes = (app: SystemServer, prisma: PrismaClient, once: Once): void => {
  app.post(
    '/v1/returns',
    opening({
      summary: 'Old parts are owed; the idempotency key becomes the id',
      body: ReturnBody,
      answer: Return,
      refusals: { 409: 'PARTS.RETURN_CANCELLED', 422: 'PARTS.PART_UNKNOWN' },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 201,
        body: await expectReturn(tx, key, request.body),
      })),
  );
  app.get('/v1/returns/:id', reading('A return of old parts as it stands', Return, UNKNOWN), (request) =>
    prisma.$transaction((tx) => readReturn(tx, request.params.id), { isolationLevel: 'RepeatableRead' }),
  );
  app.post(
    '/v1/returns/:id/receipts',
    change({
      summary: 'A depot takes old parts in',
      body: TakeInBody,
      answer: Return,
      refusals: { 404: UNKNOWN, 422: 'PARTS.NOT_DUE, PARTS.DEPOT_UNKNOWN' },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 200,
        body: await takeInReturn(tx, key, request.params.id, request.body),
      })),
  );
  for (const { path, summary, work } of WHOLE)
    app.post(
      `/v1/returns/:id/${path}`,
      change({ summary, body: Moment, answer: Return, refusals: { 404: UNKNOWN } }),
      (request, reply) =>
        once(request, reply, async (tx, key) => ({
          status: 200,
          body: await work(tx, key, request.params.id, request.body.at),
        })),
    );
};
