import { Type, type Static } from '@sinclair/typebox';
import { CaseNumber, Closed, Instant, Nullable } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';

export const NotificationSchema = Type.Object(
  {
    id: Type.String(),
    template: Type.String(),
    title: Type.String({ description: "In the reader's language" }),
    text: Type.String(),
    caseNumber: Nullable(CaseNumber),
    createdAt: At,
    readAt: Nullable(At),
  },
  {
    title: 'Notification',
    examples: [
      {
        id: 'case~AS-2026-000001:3:0:stf-010',
        template: 'clock-warned',
        title: '时限预警：答复',
        text: '服务单 AS-2026-000001（空压机漏油）的“答复”时限将于 2026-11-23 09:30 到期。',
        caseNumber: 'AS-2026-000001',
        createdAt: '2026-11-22T13:30:00.000Z',
        readAt: null,
      },
    ],
  },
);
export type NotificationView = Static<typeof NotificationSchema>;

export const NotificationListQuery = Closed({
  unread: Type.Optional(Type.Boolean({ description: 'Only those not read yet' })),
  ...PAGING,
});
export type NotificationListQuery = Static<typeof NotificationListQuery>;

const shown: unknown = NotificationSchema.examples;
export const NotificationPage = Type.Object(
  {
    ...PageOf(NotificationSchema).properties,
    unread: Type.Integer({ description: 'How many there are that were not read yet' }),
  },
  { title: 'NotificationPage', examples: [{ items: shown, nextCursor: null, unread: 1 }] },
);

export const NotificationId = Type.String({ pattern: '^[\\w.:~-]+$', minLength: 1, maxLength: 200 });

export const ReadAllBody = Closed(
  { upTo: Type.Optional(Instant('When the list was read; left out: now')) },
  { title: 'ReadAllNotifications', examples: [{ upTo: '2026-11-22T13:30:00.000Z' }] },
);
export const ReadAllAnswer = Type.Object(
  {
    read: Type.Integer({ description: 'How many were not read until now' }),
    unread: Type.Integer({ description: 'How many came since' }),
  },
  { title: 'NotificationsRead', examples: [{ read: 7, unread: 0 }] },
);
