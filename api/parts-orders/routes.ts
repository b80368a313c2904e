import { Type } from '@sinclair/typebox';
import { ClockRegisterCache } from '../../activities/clock-registers';
import { PARTS_ORDER_KIND } from '../../activities/processes';
import type { OrderCommand } from '../../domain/parts-order/commands';
import { allowedCommands, commandOutlook, guard } from '../../domain/parts-order/decide';
import { partsOrder } from '../../domain/parts-order/decider';
import type { OrderEvent } from '../../domain/parts-order/events';
import { isRequested, type OrderState } from '../../domain/parts-order/state';
import { snapshot } from '../../platform/database';
import { OrderNumber, PROBLEMS, problemResponse } from '../http/schema/common';
import { outlookViews } from '../case-commands/outlook';
import { wallClock } from '../../platform/wall-clock';
import { dryRun } from '../case-commands/dry-run';
import { CommandAnswer, CommandQuery } from '../case-commands/dry-run-schema';
import { OrderCommandBatch, OrderDetailAnswer, OrderListQuery, OrderPageAnswer } from './schema';
import { digestOf, execute, refuseUnusableIds, takenOf } from '../case-commands/execute';
import { refuseUnseenDepots } from '../case-commands/depots';
import { expectedVersion } from '../http/expected-version';
import { CommandHeaders } from '../http/schema/headers';
import type { Routes } from '../context';
import { partsWanted } from './parts-wanted';
import { orderDetail, orderSummary } from './view';
import { readingOf } from '../access/reading';
import { listOrders, visibleOrder } from './list';

const params = Type.Object({ number: OrderNumber });

/** Parts on order (R19, R20). */
export const partsOrders: Routes = (app, dependencies) => {
  const { database, config } = dependencies;
  const registers = new ClockRegisterCache(database);
  const formatInstant = wallClock(config.AFTERCARE_TIME_ZONE);

  app.get(
    '/v1/parts-orders',
    {
      config: { permission: 'partsOrder.read' },
      schema: {
        operationId: 'listPartsOrders',
        tags: ['parts orders'],
        summary: 'Parts orders: of my cases, and those that my depot has to do with',
        querystring: OrderListQuery,
        response: { 200: OrderPageAnswer, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { rows, nextCursor } = await listOrders(database, principal, query, new Date());
      const wanted = await partsWanted(
        database,
        principal,
        rows.map(({ number: one }) => one),
      );
      return { items: rows.map((row) => orderSummary(row, wanted(row.number))), nextCursor };
    },
  );

  app.get(
    '/v1/parts-orders/:number',
    {
      config: { permission: 'partsOrder.read' },
      schema: {
        operationId: 'getPartsOrder',
        tags: ['parts orders'],
        summary: 'A parts order, whole',
        params,
        response: { 200: OrderDetailAnswer, ...PROBLEMS },
      },
    },
    ({ params: { number }, principal }, reply) =>
      snapshot(database, async (reader) => {
        const stored = await visibleOrder(reader, number, principal);
        const where = { processId: stored.row.processId };
        const [clocks, tasks] = await Promise.all([
          reader.processClock.findMany({ where, orderBy: [{ startedAt: 'asc' }, { name: 'asc' }] }),
          reader.task.findMany({ where, orderBy: { key: 'asc' } }),
        ]);
        void reply.header('etag', `"${stored.seq}"`);
        const wanted = await partsWanted(reader, principal, [number]);
        const outlook = commandOutlook(stored.state, principal.actor);
        const commands = outlookViews(outlook, formatInstant);
        // The shipper needs the delivery contact.
        const reading = { ...readingOf(principal), withContacts: true };
        return orderDetail(stored, {
          clocks,
          tasks,
          commands,
          reading,
          wanted: wanted(number),
          now: new Date(),
        });
      }),
  );

  app.post(
    '/v1/parts-orders/:number/commands',
    {
      config: { permission: 'partsOrder.command' },
      schema: {
        operationId: 'commandPartsOrder',
        tags: ['parts orders'],
        summary: 'Give commands to a parts order, in order',
        description:
          'All of the batch is done, or none. Each command happens at most once by its id: when no answer came, send the same batch again. With `dryRun` nothing is done, and the answer tells what would be.',
        params,
        querystring: CommandQuery,
        headers: CommandHeaders,
        body: OrderCommandBatch,
        response: {
          200: CommandAnswer,
          ...PROBLEMS,
          409: problemResponse(
            'PARTS_ORDER.WRONG_STAGE and other refusals by the rules: nothing has changed',
          ),
          412: problemResponse('CASE.STALE'),
          422: problemResponse(
            'REQUEST.REFERENCE_UNKNOWN, PARTS_ORDER.NO_SUCH, PARTS_ORDER.TOO_MANY, COMMAND.INVALID, COMMAND.ID_REUSED, COMMAND.ID_RESERVED',
          ),
          429: problemResponse('CASE.BUSY'),
          504: problemResponse('COMMAND.OUTCOME_UNKNOWN: send the same batch again'),
        },
      },
    },
    async (request, reply) => {
      const {
        principal,
        params: { number },
      } = request;
      const { actor } = principal;
      const stored = await visibleOrder(database, number, principal);
      const { row } = stored;
      const wire = request.body.commands;
      const digests = wire.map((command) => digestOf(command, actor));
      const done = await takenOf(database, number, wire);
      refuseUnusableIds(done, wire, digests);
      const resolve = async () => {
        await refuseUnseenDepots(database, principal.scope, { wire, depotIds: row.depotIds });
        return wire.map((command, n) => ({ ...command, actor, digest: digests[n] ?? '', endsTasks: true }));
      };
      const expectedSeq = expectedVersion(request.headers['if-match']);
      if (request.query.dryRun === true)
        return dryRun<OrderState, OrderCommand, OrderEvent>(
          { database, config, registers },
          {
            decider: partsOrder,
            kind: PARTS_ORDER_KIND,
            processId: number,
            seq: stored.seq,
            state: stored.state,
            done: done.map(({ commandId }) => commandId),
            expectedSeq,
            reading: readingOf(principal),
            batch: resolve,
            allowed: (state) => (isRequested(state) ? allowedCommands(state, actor) : []),
          },
        );
      const batch = await resolve();
      const [first] = wire;
      const result = await execute(dependencies, request, reply, {
        processId: number,
        wire,
        actor,
        batch,
        expectedSeq,
        whenEnded: async () => {
          const { state } = await visibleOrder(database, number, principal);
          return first && guard(state, first.type, actor);
        },
      });
      const after = await visibleOrder(database, number, principal);
      return reply.header('etag', `"${after.seq}"`).send({
        ...result,
        stage: after.state.stage,
        allowedCommands: [...allowedCommands(after.state, actor)],
      });
    },
  );
  return Promise.resolve();
};
