import type { Routes } from '../context';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { IdempotencyHeaders } from '../http/schema/headers';
import { depotsInSight, readingParts, refuseUnseenDepot } from './depots';
import { postStockTake } from './post';
import {
  DepotList,
  NewStockTake,
  SheetPage,
  SheetQuery,
  StockTakeAnswer,
  StockTakeListQuery,
  StockTakePage,
} from './schema';
import { sheetLine, stockTakeViews } from './view';

const tags = ['stock'];
const AWAY = {
  422: problemResponse('REQUEST.REFERENCE_UNKNOWN: there is no such depot'),
  503: problemResponse('PARTS.UNAVAILABLE, DATABASE.UNAVAILABLE'),
};

/** Depots, and the counts (盘点) by which their books are put right (R20, ADR 72). */
export const stockTakes: Routes = (app, dependencies) => {
  const { config, database } = dependencies;

  app.get(
    '/v1/depots',
    {
      config: { permission: 'partsOrder.read' },
      schema: {
        operationId: 'listDepots',
        tags,
        summary: 'Depots of the organisations in sight',
        response: { 200: DepotList, ...PROBLEMS, 503: AWAY[503] },
      },
    },
    async ({ principal }) => ({ items: await depotsInSight(dependencies, principal) }),
  );

  app.get(
    '/v1/stock-takes/sheet',
    {
      config: { permission: 'stockTake.read' },
      schema: {
        operationId: 'getStockSheet',
        tags,
        summary: 'The sheet by which a depot is counted: its parts with what should be there',
        querystring: SheetQuery,
        response: { 200: SheetPage, ...PROBLEMS, ...AWAY },
      },
    },
    async ({ principal, query: { depot, q, parts, cursor } }) => {
      await refuseUnseenDepot(dependencies, principal, depot);
      const { lines, next } = await readingParts(config, (port) =>
        port.depotStock({
          depot,
          ...(q !== undefined && { query: q }),
          ...(parts !== undefined && { parts }),
          ...(cursor !== undefined && { after: cursor }),
        }),
      );
      return { items: lines.map((line) => sheetLine(line, principal.language)), nextCursor: next };
    },
  );

  app.get(
    '/v1/stock-takes',
    {
      config: { permission: 'stockTake.read' },
      schema: {
        operationId: 'listStockTakes',
        tags,
        summary: 'Stock-takes of a depot, the latest first',
        querystring: StockTakeListQuery,
        response: { 200: StockTakePage, ...PROBLEMS, ...AWAY },
      },
    },
    async ({ principal, query: { depot, cursor } }) => {
      await refuseUnseenDepot(dependencies, principal, depot);
      const page = await readingParts(config, (port) =>
        port.listStockTakes({ depot, ...(cursor !== undefined && { after: cursor }) }),
      );
      return {
        items: await stockTakeViews(database, principal, page.stockTakes),
        nextCursor: page.next,
      };
    },
  );

  app.post(
    '/v1/stock-takes',
    {
      config: { permission: 'stockTake.post' },
      schema: {
        operationId: 'postStockTake',
        tags,
        summary: 'Put the books of a depot right by a count',
        description:
          'All lines or none, once by the Idempotency-Key. Held pieces stay with the cases and orders that hold them: those missing are named in `shortFor`.',
        headers: IdempotencyHeaders,
        body: NewStockTake,
        response: {
          201: StockTakeAnswer,
          ...PROBLEMS,
          409: problemResponse('STOCK_TAKE.MOVED: pieces came or went since the sheet; nothing has changed'),
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN, STOCK_TAKE.COUNTED_TWICE, IDEMPOTENCY.KEY_REUSED'),
          503: problemResponse('STOCK_TAKE.OUTCOME_UNKNOWN: send it again with the same key'),
        },
      },
    },
    async ({ principal, headers, body, log }, reply) => {
      const key = idempotencyKeyOf(headers);
      const stockTake = await postStockTake(dependencies, principal, { ...body, key });
      const posted = stockTake.lines.filter((line) => line.posted !== 0).length;
      log.info(
        { stockTake: stockTake.id, depot: body.depot, by: principal.actor.id, posted },
        'stock-take posted',
      );
      const [view] = await stockTakeViews(database, principal, [stockTake]);
      if (!view) throw new Error('The stock-take that was posted has no view');
      return reply.status(201).send(view);
    },
  );
  return Promise.resolve();
};
