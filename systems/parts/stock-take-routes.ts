import { Type } from '@sinclair/typebox';
import type { PrismaClient } from '../../prisma/generated/client';
import type { Once } from '../shared/idempotency';
import { commonProblems, problemResponse } from '../shared/problem';
import type { SystemServer } from '../shared/server';
import { depotStock, listDepots } from './depot-stock';
import { DepotId } from './shapes';
import {
  DepotStockPage,
  DepotStockQuery,
  Depots,
  StockTake,
  StockTakeBody,
  StockTakesPage,
  StockTakesQuery,
} from './stock-take-port';
import { listStockTakes, takeStock } from './stock-taking';
import { opening } from './write-route';

const noDepot = problemResponse('PARTS.DEPOT_UNKNOWN');

/** Depots, the sheets that they are counted by, and their stock-takes. */
export const stockTakeRoutes = (app: SystemServer, prisma: PrismaClient, once: Once): void => {
  app.get(
    '/v1/depots',
    { schema: { summary: 'Depots that keep stock', response: { ...commonProblems, 200: Depots } } },
    () => listDepots(prisma),
  );

  app.get(
    '/v1/depots/:depot/stock',
    {
      schema: {
        summary: 'Sheet of a depot: its parts with what lies on the shelf by the books',
        params: Type.Object({ depot: DepotId }),
        querystring: DepotStockQuery,
        response: { ...commonProblems, 200: DepotStockPage, 404: noDepot },
      },
    },
    (request) => depotStock(prisma, request.params.depot, request.query),
  );

  app.get(
    '/v1/stock-takes',
    {
      schema: {
        summary: 'Stock-takes of a depot, the latest first',
        querystring: StockTakesQuery,
        response: { ...commonProblems, 200: StockTakesPage, 404: noDepot },
      },
    },
    (request) => listStockTakes(prisma, request.query),
  );

  app.post(
    '/v1/stock-takes',
    opening({
      summary: 'Put the books of a depot right by a count; the idempotency key becomes the id',
      body: StockTakeBody,
      answer: StockTake,
      refusals: {
        404: 'PARTS.DEPOT_UNKNOWN',
        409: 'PARTS.STOCK_MOVED',
        422: 'PARTS.COUNTED_TWICE, PARTS.PART_UNKNOWN',
      },
    }),
    (request, reply) =>
      once(request, reply, async (tx, key) => ({
        status: 201,
        body: await takeStock(tx, key, request.body),
      })),
  );
};
