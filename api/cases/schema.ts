import { Type, type Static } from '@sinclair/typebox';
import { CHANNELS, PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { WARRANTY_STATES } from '../../domain/entitlement/terms';
import { ROLES, SERVICE_LEVELS } from '../../domain/identity/roles';
import { CaseNumber, Closed, Id, Instant, literals, Nullable, Text } from '../http/schema/common';
import { At, DIRECTIONS, PageOf, PAGING } from '../http/schema/paging';

const several = <const T extends readonly string[]>(values: T) =>
  Type.Optional(Type.Array(literals(values), { minItems: 1, maxItems: values.length, uniqueItems: true }));

export const CASE_SORTS = ['receivedAt', 'updatedAt', 'nextDeadlineAt', 'number'] as const;

const CASE_FILTERS = {
  stage: several(STAGES),
  open: Type.Optional(
    Type.Boolean({ description: 'True: neither closed, cancelled nor merged; false: the others' }),
  ),
  requestType: several(REQUEST_TYPES),
  priority: several(PRIORITIES),
  channel: several(CHANNELS),
  warranty: several(WARRANTY_STATES),
  regionId: Type.Optional(Id),
  outletId: Type.Optional(Id),
  organisationId: Type.Optional(Type.Union([Id], { description: 'A centre or an outlet that has the case' })),
  customerId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  productCode: Type.Optional(Id),
  productFamily: Type.Optional(Text(60)),
  faultCode: Type.Optional(Type.Union([Id], { description: 'The diagnosed fault' })),
  engineerId: Type.Optional(
    Type.Union([Id], { description: 'The engineer who was sent: a staff id, or `me`' }),
  ),
  ownerRole: Type.Optional(literals(ROLES)),
  ownerStaffId: Type.Optional(Type.Union([Id], { description: 'A staff id, or `me`' })),
  mine: Type.Optional(
    Type.Boolean({ description: 'True: those that the caller owns, goes to, or has a task of' }),
  ),
  phone: Type.Optional(
    Text(100, {
      description: 'Sent from this telephone number, however it is written, or of a customer whose it is',
    }),
  ),
  paused: Type.Optional(Type.Boolean()),
  breached: Type.Optional(Type.Boolean({ description: 'A promise of the case has been broken' })),
  firstTimeFix: Type.Optional(Type.Boolean({ description: 'Repaired at the first visit, or not' })),
  repeat: Type.Optional(Type.Boolean({ description: 'The same fault was repaired before' })),
  receivedFrom: Type.Optional(Instant('From this instant on')),
  receivedTo: Type.Optional(Instant('Before this instant')),
  closedFrom: Type.Optional(Instant('Closed from this instant on')),
  closedTo: Type.Optional(Instant('Closed before this instant')),
  repairedFrom: Type.Optional(Instant('The repair was verified from this instant on')),
  repairedTo: Type.Optional(Instant('The repair was verified before this instant')),
  surveyedFrom: Type.Optional(Instant('The customer answered the survey from this instant on')),
  surveyedTo: Type.Optional(Instant('The customer answered the survey before this instant')),
  dissatisfied: Type.Optional(Type.Boolean({ description: 'The survey has a score of 1 or 2, or not' })),
  dueFrom: Type.Optional(Instant('The next deadline is at this instant or later')),
  dueBefore: Type.Optional(Instant('The next deadline is before this instant: now finds what is overdue')),
  q: Type.Optional(
    Text(200, {
      description:
        'Words of the case, in Chinese and English: all must occur; the last Latin word may be unfinished',
      examples: ['漏油 SC-22'],
    }),
  ),
};

export const CaseFilters = Closed(CASE_FILTERS);
export type CaseFilters = Static<typeof CaseFilters>;

export const CaseListQuery = Closed({
  ...CASE_FILTERS,
  sort: Type.Optional(literals(CASE_SORTS, { description: 'Default: receivedAt' })),
  direction: Type.Optional(literals(DIRECTIONS, { description: 'Default: desc; asc for nextDeadlineAt' })),
  ...PAGING,
});
export type CaseListQuery = Static<typeof CaseListQuery>;

export const Person = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'Person' });
export const OwnerSchema = Type.Object(
  {
    role: literals(ROLES),
    organisationId: Type.String(),
    staff: Nullable(Person),
  },
  { title: 'CaseOwner' },
);

export const CASE_SUMMARY = {
  number: CaseNumber,
  version: Type.Integer({ description: 'Goes up with each event; the ETag' }),
  stage: literals(STAGES),
  requestType: Nullable(literals(REQUEST_TYPES)),
  priority: literals(PRIORITIES),
  paused: Type.Boolean(),
  requestNumber: Type.String(),
  channel: literals(CHANNELS),
  senderName: Type.String(),
  subject: Type.String(),
  customer: Nullable(Person),
  unit: Nullable(Type.Object({ id: Type.String(), serial: Type.String(), productCode: Type.String() })),
  regionId: Nullable(Type.String()),
  outletId: Nullable(
    Type.String({ description: 'The outlet that was dispatched, or to which the job is offered' }),
  ),
  engineer: Nullable(Person),
  owner: Nullable(OwnerSchema),
  warranty: literals(WARRANTY_STATES),
  serviceLevel: Nullable(literals(SERVICE_LEVELS)),
  receivedAt: At,
  updatedAt: At,
  closedAt: Nullable(At),
  nextDeadline: Nullable(Type.Object({ clock: Type.String(), at: At })),
  breached: Type.Boolean(),
};

export const CaseSummary = Type.Object(CASE_SUMMARY, { title: 'CaseSummary' });
export type CaseSummary = Static<typeof CaseSummary>;

export const CASE_EXAMPLE: CaseSummary = {
  number: 'AS-2026-000001',
  version: 7,
  stage: 'dispatched',
  requestType: 'repair',
  priority: 'high',
  paused: false,
  requestNumber: 'RQ-2026-000001',
  channel: 'phone',
  senderName: '邵文娟',
  subject: '空压机漏油',
  customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
  unit: { id: 'unt-0001', serial: 'SC75F-2103-0351', productCode: 'SC-75F' },
  regionId: 'east',
  outletId: 'sh-pudong',
  engineer: { id: 'stf-027', name: '李巍' },
  owner: { role: 'repair-engineer', organisationId: 'sh-pudong', staff: { id: 'stf-027', name: '李巍' } },
  warranty: 'out-of-warranty',
  serviceLevel: 'A',
  receivedAt: '2026-11-22T01:30:00.000Z',
  updatedAt: '2026-11-22T02:05:00.000Z',
  closedAt: null,
  nextDeadline: { clock: 'arrival', at: '2026-11-22T06:00:00.000Z' },
  breached: false,
};

export const CasePage = {
  ...PageOf(CaseSummary),
  title: 'CasePage',
  examples: [{ items: [CASE_EXAMPLE], nextCursor: null }],
};
