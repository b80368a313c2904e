import { Type, type Static } from '@sinclair/typebox';
import { CaseNumber, Closed, Nullable } from './common';
import { At, PageOf, PAGING } from './paging';

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
  { examples: [{ items: shown, nextCursor: null, unread: 1 }] },
);

/** Messages that are not on their way any more and did not arrive. */
export const GIVEN_UP = ['failed', 'expired', 'kept'] as const;

export const DeliverySchema = Type.Object(
  {
    id: Type.String(),
    processId: Type.String(),
    template: Type.String(),
    recipient: Type.Object({
      kind: Type.Union([Type.Literal('staff'), Type.Literal('customer'), Type.Literal('address')]),
      id: Nullable(Type.String({ description: 'Of the staff member or customer; an address is not told' })),
    }),
    state: Type.String({ description: '`waiting`, `sent`, `failed`, `expired`, `kept`' }),
    channel: Nullable(Type.String({ description: '`smtp` or `webhook`, of the last attempt' })),
    reason: Nullable(Type.String({ description: 'A code, such as `smtp-550 5.1.1` or `http-410`' })),
    attempts: Type.Integer(),
    createdAt: At,
    settledAt: Nullable(At),
  },
  {
    examples: [
      {
        id: 'AS-2026-000001:3:1:cus-0001',
        processId: 'AS-2026-000001',
        template: 'request-answered',
        recipient: { kind: 'customer', id: 'cus-0001' },
        state: 'failed',
        channel: 'smtp',
        reason: 'smtp-550 5.1.1',
        attempts: 1,
        createdAt: '2026-11-22T13:30:00.000Z',
        settledAt: '2026-11-22T13:30:02.000Z',
      },
    ],
  },
);
export type DeliveryView = Static<typeof DeliverySchema>;

const delivery: unknown = DeliverySchema.examples;
export const DeliveryPage = Type.Object(PageOf(DeliverySchema).properties, {
  examples: [{ items: delivery, nextCursor: null }],
});
export const DeliveryQuery = Closed({
  state: Type.Optional(
    Type.Union(
      GIVEN_UP.map((state) => Type.Literal(state)),
      { default: 'failed', description: 'What became of the messages' },
    ),
  ),
  ...PAGING,
});

export const NotificationId = Type.String({ pattern: '^[\\w.:~-]+$', minLength: 1, maxLength: 200 });
