import { Type, type Static } from '@sinclair/typebox';
import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import { ORDER_STAGES } from '../../domain/parts-order/terms';
import { CaseNumber, Closed, literals, Nullable, OrderNumber, Text } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';
import { Depot } from '../parts-orders/command-schema';
import { WANTED_EXAMPLE, WantedParts } from '../parts-orders/wanted-schema';

export const TaskFields = {
  key: Type.String({ examples: ['dispatch', 'follow-up:dissatisfied'] }),
  kind: Type.String({ examples: ['dispatch'] }),
  role: literals(ROLES),
  organisationId: Nullable(Type.String()),
  staffId: Nullable(Type.String()),
  clock: Nullable(Type.String({ description: 'The promise by which it is due' })),
  dueAt: Nullable(At),
  openedAt: At,
  params: Type.Record(Type.String(), Type.Unknown(), { title: 'TaskParams' }),
};

export const CaseOfTask = Type.Object(
  {
    number: CaseNumber,
    subject: Type.String(),
    stage: literals(STAGES),
    requestType: Nullable(literals(REQUEST_TYPES)),
    priority: literals(PRIORITIES),
    paused: Type.Boolean(),
    customerName: Nullable(Type.String()),
  },
  { title: 'CaseOfTask' },
);

const OrderOfTask = Type.Object(
  {
    number: OrderNumber,
    caseNumber: CaseNumber,
    stage: literals(ORDER_STAGES),
    consignee: Type.String(),
    partNumbers: Type.Array(Type.String()),
    parts: WantedParts,
    neededBy: Nullable(At),
  },
  { title: 'PartsOrderOfTask' },
);

const TaskSchema = Type.Object(
  {
    ...TaskFields,
    case: Type.Union([CaseOfTask, Type.Null()], {
      description:
        'null where the order is in sight and its case is not: a depot of another region sends the parts',
    }),
    partsOrder: Type.Union([OrderOfTask, Type.Null()], {
      description: 'The parts order that the task is of; null: it is of the case itself',
    }),
  },
  { title: 'Task' },
);
export type TaskView = Static<typeof TaskSchema>;

const TASK_PROCESSES = ['case', 'partsOrder'] as const;
export const TASK_SCOPES = ['mine', 'all'] as const;

export const TaskListQuery = Closed({
  scope: Type.Optional(
    literals(TASK_SCOPES, {
      description:
        'mine (default): assigned to me, or to a role of mine in my organisation; all: whatever I see',
    }),
  ),
  kind: Type.Optional(
    Type.Array(Text(60), { minItems: 1, maxItems: 20, uniqueItems: true, description: 'Any of these' }),
  ),
  role: Type.Optional(literals(ROLES)),
  of: Type.Optional(
    literals(TASK_PROCESSES, { description: 'Tasks of cases, or of parts orders; left out: both' }),
  ),
  caseNumber: Type.Optional(CaseNumber),
  depot: Type.Optional(Depot),
  ...PAGING,
});
export type TaskListQuery = Static<typeof TaskListQuery>;

export const TaskPage = {
  ...PageOf(TaskSchema),
  title: 'TaskPage',
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
          partsOrder: null,
        },
        {
          key: 'ship:north',
          kind: 'ship-parts',
          role: 'warehouse-keeper',
          organisationId: 'north',
          staffId: null,
          clock: 'parts-delivery',
          dueAt: '2026-11-27T02:00:00.000Z',
          openedAt: '2026-11-24T02:00:00.000Z',
          params: { depot: 'north' },
          case: null,
          partsOrder: {
            number: 'PO-2026-000001',
            caseNumber: 'AS-2026-000002',
            stage: 'reserved',
            consignee: '邵文娟',
            partNumbers: ['SP-11075'],
            parts: WANTED_EXAMPLE,
            neededBy: '2026-11-27T02:00:00.000Z',
          },
        },
      ],
      nextCursor: null,
    },
  ],
};
