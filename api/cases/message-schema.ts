import { Type } from '@sinclair/typebox';
import { CaseNumber, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

/** Outcome of a message, as the outbox records it. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'expired', 'kept'] as const;

const CaseMessage = Type.Object(
  {
    template: Type.String(),
    title: Type.String({ description: 'As the recipient reads it' }),
    createdAt: At,
    state: literals(DELIVERY_STATES, {
      description: '`expired`: too old when sending began; `kept`: nothing carries it to its recipient',
    }),
    channel: Nullable(Type.String()),
    attempts: Type.Integer({ description: 'How often sending was begun' }),
    reason: Nullable(Type.String({ description: 'Code of why it was not sent, or not yet' })),
    settledAt: Nullable(At),
  },
  { title: 'CaseMessage' },
);

export const CaseMessages = Type.Object(
  { caseNumber: CaseNumber, items: Type.Array(CaseMessage) },
  {
    title: 'CaseMessages',
    examples: [
      {
        caseNumber: 'AS-2026-000001',
        items: [
          {
            template: 'request-received',
            title: '我们已收到您的请求',
            createdAt: '2026-11-22T02:00:00.000Z',
            state: 'sent',
            channel: 'smtp',
            attempts: 1,
            reason: null,
            settledAt: '2026-11-22T02:00:03.000Z',
          },
        ],
      },
    ],
  },
);
