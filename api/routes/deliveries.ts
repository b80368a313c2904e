import { Type } from '@sinclair/typebox';
import { Prisma, type Database } from '../../platform/database';
import { PROBLEMS } from '../../schemas/common';
import {
  DeliveryPage,
  DeliveryQuery,
  DeliverySchema,
  GIVEN_UP,
  NotificationId,
  type DeliveryView,
} from '../../schemas/notification';
import { DEFAULT_LIMIT } from '../../schemas/paging';
import { idOfWire, wireId, type NotificationRow } from '../mappers/notification';
import { iso } from '../mappers/one-of';
import { Keyset } from '../paging';
import { ApiError } from '../problems';
import { inScope } from '../scope';
import type { Routes } from '../context';

interface Row {
  readonly id: string;
  readonly createdAt: Date;
}

/** Of whatever process at headquarters; elsewhere of the cases one sees. */
const seen = (scope: Parameters<typeof inScope>[0]): Prisma.Sql =>
  scope.kind === 'all'
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM service_case
        WHERE service_case.process_id = notification.process_id AND ${inScope(scope, 'service_case')})`;

/** What became of messages, for those who see to it that they arrive. Neither words nor addresses are told. */
export const deliveries: Routes = (app, { database }) => {
  app.get(
    '/v1/notifications/given-up',
    {
      config: { permission: 'notification.operate' },
      schema: {
        tags: ['notifications'],
        summary: 'Messages that were not delivered and will not be tried again, the latest first',
        querystring: DeliveryQuery,
        response: { 200: DeliveryPage, ...PROBLEMS },
      },
    },
    async ({ principal: { scope }, query: { state = 'failed', limit = DEFAULT_LIMIT, cursor } }) => {
      const keyset = new Keyset<Row>(
        [
          { column: Prisma.sql`created_at`, kind: 'instant', direction: 'desc', of: (row) => row.createdAt },
          { column: Prisma.sql`id`, kind: 'text', direction: 'desc', of: (row) => row.id },
        ],
        { list: 'given-up', state, scope },
      );
      const found = await database.$queryRaw<Row[]>`
        SELECT id, created_at AS "createdAt" FROM notification
        WHERE state = ${state} AND ${seen(scope)} AND ${keyset.after(cursor)}
        ${keyset.orderBy} LIMIT ${limit + 1}`;
      const { rows, nextCursor } = keyset.page(found, limit);
      return { items: await read(database, rows), nextCursor };
    },
  );

  app.post(
    '/v1/notifications/:id/retry',
    {
      config: { permission: 'notification.operate' },
      schema: {
        tags: ['notifications'],
        summary:
          'Have a message that was given up sent again, under its id; one that waits or was sent stays as it is',
        params: Type.Object({ id: NotificationId }),
        response: { 200: DeliverySchema, ...PROBLEMS },
      },
    },
    async ({ params, principal: { scope } }) => {
      const id = idOfWire(params.id);
      const [row] = await database.$queryRaw<Row[]>`
        SELECT id, created_at AS "createdAt" FROM notification WHERE id = ${id} AND ${seen(scope)}`;
      if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: params.id });
      await database.notification.updateMany({
        where: { id, state: { in: [...GIVEN_UP] } },
        data: { state: 'waiting', attempts: 0, nextAttemptAt: new Date(), reason: null, settledAt: null },
      });
      const [delivery] = await read(database, [row]);
      if (!delivery) throw new ApiError('RESOURCE.NOT_FOUND', { what: params.id });
      return delivery;
    },
  );
  return Promise.resolve();
};

async function read(database: Database, wanted: readonly Row[]): Promise<DeliveryView[]> {
  const rows = await database.notification.findMany({ where: { id: { in: wanted.map(({ id }) => id) } } });
  return wanted.flatMap(({ id }) => rows.filter((row) => row.id === id).map(deliveryView));
}

const deliveryView = (row: NotificationRow): DeliveryView => ({
  id: wireId(row.id),
  processId: row.processId,
  template: row.template,
  recipient: recipientOf(row),
  state: row.state,
  channel: row.channel,
  reason: row.reason,
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  settledAt: iso(row.settledAt),
});

function recipientOf({ staffId, customerId }: NotificationRow): DeliveryView['recipient'] {
  if (staffId !== null) return { kind: 'staff', id: staffId };
  return customerId === null ? { kind: 'address', id: null } : { kind: 'customer', id: customerId };
}
