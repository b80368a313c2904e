import { Type } from '@sinclair/typebox';
import { organisationNames } from '../../platform/notice';
import { PROBLEMS } from '../http/schema/common';
import {
  NotificationId,
  NotificationListQuery,
  NotificationPage,
  NotificationSchema,
  ReadAllAnswer,
  ReadAllBody,
} from './schema';
import { idOfWire, notificationView } from './view';
import { ApiError } from '../http/problems';
import { listNotifications } from './list';
import type { Routes } from '../context';

/** Messages of the caller; each reader sees only their own. */
export const notifications: Routes = (app, { database, config }) => {
  const timeZone = config.AFTERCARE_TIME_ZONE;
  app.get(
    '/v1/notifications',
    {
      config: { permission: 'notification.read' },
      schema: {
        operationId: 'listNotifications',
        tags: ['notifications'],
        summary: 'Messages to me: those not read yet first, in my language',
        querystring: NotificationListQuery,
        response: { 200: NotificationPage, ...PROBLEMS },
      },
    },
    async ({ principal: { actor, language }, query }) => {
      const now = new Date();
      const [{ ids, nextCursor }, unread] = await Promise.all([
        listNotifications(database, actor.id, query, now),
        database.notification.count({ where: { staffId: actor.id, readAt: null, notBefore: { lte: now } } }),
      ]);
      const rows = await database.notification.findMany({ where: { id: { in: [...ids] } } });
      rows.sort((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id));
      const organisation = await organisationNames(database, rows);
      return {
        items: rows.map((row) => notificationView(row, { language, timeZone, organisation })),
        nextCursor,
        unread,
      };
    },
  );

  app.post(
    '/v1/notifications/:id/read',
    {
      config: { permission: 'notification.read' },
      schema: {
        operationId: 'markNotificationRead',
        tags: ['notifications'],
        summary: 'I have read a message; saying so again changes nothing',
        params: Type.Object({ id: NotificationId }),
        response: { 200: NotificationSchema, ...PROBLEMS },
      },
    },
    async ({ params, principal: { actor, language } }) => {
      const id = idOfWire(params.id);
      const now = new Date();
      const mine = { id, staffId: actor.id, notBefore: { lte: now } };
      await database.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: now } });
      const row = await database.notification.findFirst({ where: mine });
      if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: params.id });
      const organisation = await organisationNames(database, [row]);
      return notificationView(row, { language, timeZone, organisation });
    },
  );

  app.post(
    '/v1/notifications/read-all',
    {
      config: { permission: 'notification.read' },
      schema: {
        operationId: 'markAllNotificationsRead',
        tags: ['notifications'],
        summary: 'I have read all messages up to now; saying so again changes nothing',
        body: ReadAllBody,
        response: { 200: ReadAllAnswer, ...PROBLEMS },
      },
    },
    async ({ body, principal: { actor } }) => {
      const now = new Date();
      // Those that came while the list was being read stay unread.
      const upTo = body.upTo === undefined ? now : new Date(Math.min(Date.parse(body.upTo), now.getTime()));
      const mine = { staffId: actor.id, readAt: null };
      const { count } = await database.notification.updateMany({
        where: { ...mine, notBefore: { lte: upTo } },
        data: { readAt: now },
      });
      const unread = await database.notification.count({ where: { ...mine, notBefore: { lte: now } } });
      return { read: count, unread };
    },
  );
  return Promise.resolve();
};
