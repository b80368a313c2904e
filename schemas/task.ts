import { Type, type Static } from '@sinclair/typebox';
import { PRIORITIES, REQUEST_TYPES, STAGES } from '../domain/case/terms';
import { ROLES } from '../domain/identity/roles';
import { CaseNumber, Closed, literals, Nullable, Text } from './common';
import { At, PageOf, PAGING } from './paging';

export const TaskFields = {
  key: Type.String({ examples: ['dispatch', 'follow-up:dissatisfied'] }),
  kind: Type.String({ examples: ['dispatch'] }),
  role: literals(ROLES),
  organisationId: Nullable(Type.String()),
  staffId: Nullable(Type.String()),
  clock: Nullable(Type.String({ description: 'The promise by which it is due' })),
  dueAt: Nullable(At),
  openedAt: At,
  params: Type.Record(Type.String(), Type.Unknown()),
};

export const TaskSchema = Type.Object({
  ...TaskFields,
  case: Type.Object({
    number: CaseNumber,
    subject: Type.String(),
    stage: literals(STAGES),
    requestType: Nullable(literals(REQUEST_TYPES)),
    priority: literals(PRIORITIES),
    paused: Type.Boolean(),
    customerName: Nullable(Type.String()),
  }),
});
export type TaskView = Static<typeof TaskSchema>;

export const TASK_SCOPES = ['mine', 'all'] as const;

export const TaskListQuery = Closed({
  scope: Type.Optional(
    literals(TASK_SCOPES, {
      description:
        'mine (default): assigned to me, or to a role of mine in my organisation; all: whatever I see',
    }),
  ),
  kind: Type.Optional(Text(60)),
  role: Type.Optional(literals(ROLES)),
  ...PAGING,
});
export type TaskListQuery = Static<typeof TaskListQuery>;

export const TaskPage = {
  ...PageOf(TaskSchema),
  examples: [
    {
      items: [
        {
          key: 'dispatch',
          kind: 'dispatch',
          role: 'enquiry-clerk',
          organisationId: 'east',
          staffId: null,
          clock: 'resolution',
          dueAt: '2026-11-24T01:30:00.000Z',
          openedAt: '2026-11-22T01:40:00.000Z',
          params: {},
          case: {
            number: 'AS-2026-000001',
            subject: '空压机漏油',
            stage: 'classified',
            requestType: 'repair',
            priority: 'high',
            paused: false,
            customerName: '上海澜汀食品有限公司',
          },
        },
      ],
      nextCursor: null,
    },
  ],
};
