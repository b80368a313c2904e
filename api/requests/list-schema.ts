import { Type, type Static } from '@sinclair/typebox';
import { CHANNELS } from '../../domain/case/terms';
import { SENDER_KINDS } from '../../domain/case/facts';
import { LANGUAGES } from '../../domain/bilingual';
import { CaseNumber, Id, Instant, literals, Nullable } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';
import { RequestNumber } from './schema';

const STATUSES = ['started', 'registered'] as const;

export const RequestListQuery = Type.Object(
  {
    channel: Type.Optional(literals(CHANNELS)),
    senderKind: Type.Optional(literals(SENDER_KINDS)),
    customerId: Type.Optional(Id),
    status: Type.Optional(literals(STATUSES, { description: 'registered: the case has not begun yet' })),
    receivedFrom: Type.Optional(Instant('This instant included')),
    receivedTo: Type.Optional(Instant('This instant excluded')),
    ...PAGING,
  },
  { additionalProperties: false },
);
export type RequestListQuery = Static<typeof RequestListQuery>;

export const RequestBrief = Type.Object(
  {
    number: RequestNumber,
    caseNumber: CaseNumber,
    receivedAt: At,
    status: literals(STATUSES),
    channel: literals(CHANNELS),
    sender: Type.Object({ kind: literals(SENDER_KINDS), name: Type.String() }),
    subject: Type.String(),
    language: literals(LANGUAGES),
    customerId: Nullable(Type.String()),
    regionId: Nullable(Type.String()),
    stage: Nullable(Type.String({ description: 'Of its case; null while that has not begun' })),
  },
  { title: 'RequestBrief' },
);
export const RequestPage = {
  ...PageOf(RequestBrief),
  title: 'RequestPage',
  examples: [
    {
      items: [
        {
          number: 'RQ-2026-000001',
          caseNumber: 'AS-2026-000001',
          receivedAt: '2026-11-22T01:30:00.000Z',
          status: 'started',
          channel: 'phone',
          sender: { kind: 'customer', name: '邵文娟' },
          subject: '空压机漏油',
          language: 'zh',
          customerId: 'cus-0001',
          regionId: 'east',
          stage: 'dispatched',
        },
      ],
      nextCursor: null,
    },
  ],
};
