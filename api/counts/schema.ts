import { Type, type Static } from '@sinclair/typebox';
import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import { Closed, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const DEFAULT_SOON_HOURS = 4;

const Count = Type.Integer({ minimum: 0 });
const DUE = {
  total: Count,
  overdue: Type.Integer({ minimum: 0, description: 'The next deadline has passed' }),
  soon: Type.Integer({ minimum: 0, description: 'The next deadline is within `soonHours`' }),
};

export const CountsQuery = Closed({
  soonHours: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 168,
      default: DEFAULT_SOON_HOURS,
      description: 'What counts as due soon',
    }),
  ),
});
export type CountsQuery = Static<typeof CountsQuery>;

export const CountsSchema = Type.Object(
  {
    asOf: At,
    soonHours: Type.Integer(),
    tasks: Type.Object(
      {
        ...DUE,
        byKind: Type.Array(Type.Object({ kind: Type.String(), ...DUE }), { description: 'Most first' }),
      },
      { title: 'TaskCounts', description: 'Open tasks of the caller: `GET /v1/tasks?scope=mine`' },
    ),
    approvals: Type.Integer({ description: 'Of these tasks, approvals that wait for the caller' }),
    cases: Type.Object(
      {
        ...DUE,
        mine: Count,
        breached: Count,
        paused: Count,
        byStage: Type.Array(Type.Object({ stage: literals(STAGES), count: Count }), {
          description: 'In the order of a case’s life',
        }),
      },
      { title: 'OpenCaseCounts', description: 'Open cases in sight: `GET /v1/cases?open=true`' },
    ),
    notifications: Type.Object({ unread: Count }),
    requests: Nullable(
      Type.Object(
        { registered: Count },
        { description: 'Requests whose case has not begun; null for those who read no requests' },
      ),
    ),
    partsOrders: Type.Object({ open: Count, overdue: Count }),
  },
  {
    title: 'Counts',
    examples: [
      {
        asOf: '2026-11-22T02:00:00.000Z',
        soonHours: 4,
        tasks: {
          total: 3,
          overdue: 1,
          soon: 1,
          byKind: [{ kind: 'dispatch', total: 3, overdue: 1, soon: 1 }],
        },
        approvals: 0,
        cases: {
          total: 12,
          overdue: 2,
          soon: 3,
          mine: 4,
          breached: 1,
          paused: 1,
          byStage: [{ stage: 'classified', count: 12 }],
        },
        notifications: { unread: 2 },
        requests: { registered: 0 },
        partsOrders: { open: 3, overdue: 0 },
      },
    ],
  },
);
export type Counts = Static<typeof CountsSchema>;

export const CaseCountsSchema = Type.Object(
  {
    asOf: At,
    total: Count,
    overdue: Type.Integer({ minimum: 0, description: 'Open, and the next deadline has passed' }),
    breached: Count,
    paused: Count,
    byStage: Type.Array(Type.Object({ stage: literals(STAGES), count: Count })),
    byRequestType: Type.Array(Type.Object({ requestType: Nullable(literals(REQUEST_TYPES)), count: Count })),
    byPriority: Type.Array(Type.Object({ priority: literals(PRIORITIES), count: Count })),
    byOwnerRole: Type.Array(Type.Object({ ownerRole: Nullable(literals(ROLES)), count: Count })),
  },
  {
    title: 'CaseCounts',
    examples: [
      {
        asOf: '2026-11-22T02:00:00.000Z',
        total: 12,
        overdue: 2,
        breached: 1,
        paused: 1,
        byStage: [{ stage: 'classified', count: 12 }],
        byRequestType: [{ requestType: 'repair', count: 12 }],
        byPriority: [{ priority: 'normal', count: 12 }],
        byOwnerRole: [{ ownerRole: 'enquiry-clerk', count: 12 }],
      },
    ],
  },
);
export type CaseCounts = Static<typeof CaseCountsSchema>;
