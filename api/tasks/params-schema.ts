import { Type } from '@sinclair/typebox';
import { Bilingual, CaseNumber } from '../http/schema/common';
import { At } from '../http/schema/paging';

const None = Type.Object({});
const Orders = Type.Object({ orders: Type.Array(Type.String(), { description: 'Numbers of parts orders' }) });
const OfQuote = Type.Object({
  number: Type.Optional(Type.String({ description: 'Number of the quote' })),
  version: Type.Optional(Type.Integer()),
  since: Type.Optional(At),
});
const OfSerial = Type.Object({
  serial: Type.String({ description: 'As the sender gave it' }),
  unitId: Type.Optional(Type.String()),
  customerId: Type.Optional(Type.String()),
  customer: Type.Optional(Type.String({ description: 'Name of the owner of that unit' })),
});
const OfDepot = Type.Object({ depot: Type.String() });
const OfPurchase = Type.Object({ purchase: Type.Integer({ description: 'Its number in the order' }) });

/** A follow-up's key and reason; the task has the kind of the follow-up. */
export const FollowUpParams = Type.Object({
  key: Type.String(),
  reason: Type.String(),
  reasonNames: Bilingual,
});

/** The parameters of a task by its kind; a kind that is not here has none. */
export const TASK_PARAMS = {
  'answer-offer': Type.Object({
    tier: Type.String(),
    organisationId: Type.String(),
    from: Type.String({ description: 'Beginning of the appointment' }),
    to: Type.String({ description: 'End of the appointment' }),
  }),
  'await-parts': Orders,
  'settle-parts-orders': Orders,
  revisit: Type.Object({ attempts: Type.Integer(), nextAttemptFrom: Type.Optional(Type.String()) }),
  'obtain-quote-decision': OfQuote,
  'revise-quote': OfQuote,
  'await-approval': OfQuote,
  resume: Type.Object({ reason: Type.String(), until: Type.Optional(Type.String()) }),
  'decide-joining': Type.Object({ openCases: Type.Array(Type.String()) }),
  'judge-possible-repeat': Type.Object({ caseNumber: CaseNumber, days: Type.Integer() }),
  'record-trip-cost': Type.Object({ trip: Type.Integer({ description: 'Number of the trip' }) }),
  approve: Type.Object(
    {
      approvalId: Type.String(),
      approvalKind: Type.String(),
      what: Type.Optional(Type.Unknown()),
      ruleId: Type.Optional(Type.Unknown()),
      why: Type.Optional(Bilingual),
      askedBy: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
      amountCents: Type.Optional(Type.Integer()),
      currency: Type.Optional(Type.String()),
      marginBasisPoints: Type.Optional(Type.Integer()),
    },
    { description: 'Left out for those who may not read what the company pays' },
  ),
  'confirm-unit': OfSerial,
  'check-serial': OfSerial,
  'reserve-parts': Type.Object({ line: Type.Integer({ description: 'Line of the order' }) }),
  'buy-parts': OfPurchase,
  'receive-goods': OfPurchase,
  'ship-parts': OfDepot,
  'take-back-parts': OfDepot,
  'confirm-parts': Type.Object({ shipment: Type.Integer() }),
} as const;

const kindsBySchema = new Map<object, string[]>();
for (const [kind, schema] of Object.entries(TASK_PARAMS))
  kindsBySchema.set(schema, [...(kindsBySchema.get(schema) ?? []), kind]);

/** As the OpenAPI document tells of `params`; the answer itself is written as the register has it. */
export const TaskParamsDocumented = Type.Union(
  [
    ...[...kindsBySchema].map(([schema, kinds]) => ({ ...schema, description: `Of ${kinds.join(', ')}` })),
    { ...FollowUpParams, description: 'Of a follow-up' },
    { ...None, description: 'Of every other kind' },
  ].map((variant) => Type.Unsafe<object>(variant)),
  { description: 'By the kind of the task' },
);
