import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { CLOCKS_SHOWN } from '../../domain/case/customer-view';
import { MESSAGE_KINDS } from '../../domain/case/steering/terms';
import { STAGES } from '../../domain/case/terms';
import { LANGUAGES } from '../../domain/bilingual';
import { CUSTOMER_ACTIONS, type CustomerAction } from '../../domain/identity/permissions';
import { CLOCK_STATES } from '../cases/clock-schema';
import { ChargesOfReports, CUSTOMER_PAPERS_EXAMPLE, CustomerReports, CustomerVisits } from './papers-schema';
import { COMMAND_DATA } from '../case-commands/schema';
import {
  Bilingual,
  CaseNumber,
  Closed,
  CommandId,
  Id,
  Instant,
  literals,
  Nullable,
  OrderNumber,
  problemResponse,
  PROBLEMS,
  Text,
} from '../http/schema/common';
import { VerificationSchema } from '../cases/verification-schema';
import { variantName } from '../http/schema/list-names';
import { At } from '../http/schema/paging';
import { PARTS_FOR_CUSTOMER_EXAMPLE, PartsForCustomer } from './parts-schema';
import { ORDER_COMMAND_DATA } from '../parts-orders/command-schema';
import { QuoteView } from '../cases/quote-schema';

const Window = Type.Object({ from: At, to: At }, { title: 'TimeWindow' });
const Actions = Type.Array(literals(CUSTOMER_ACTIONS), {
  description: 'What the customer can decide or do now',
});

export const Photo = Type.Object(
  { id: Id, name: Type.String(), at: At },
  {
    title: 'CustomerPhoto',
    examples: [
      { id: 'att-0b6f7a52-6f0b-4a51-9b43-0d4a9c6f1c55', name: '铭牌.jpg', at: '2026-11-22T01:05:00.000Z' },
    ],
  },
);

const Message = Type.Object(
  { at: At, kind: literals(MESSAGE_KINDS), text: Type.String() },
  {
    title: 'CustomerMessage',
    examples: [{ at: '2026-11-22T01:05:00.000Z', kind: 'question', text: '请带上滤芯' }],
  },
);

/** Problems common to every customer route. */
export const CUSTOMER_PROBLEMS = {
  400: PROBLEMS[400],
  401: problemResponse('LINK.REQUIRED, LINK.INVALID'),
  403: problemResponse('LINK.NOT_FOR_THIS: a link for the survey alone'),
  404: PROBLEMS[404],
  410: problemResponse('LINK.EXPIRED, LINK.REVOKED, LINK.USED'),
  429: problemResponse('RATE.LIMITED: see retry-after'),
  503: PROBLEMS[503],
};

const CUSTOMER_CASE_EXAMPLE = {
  number: 'AS-2026-000001',
  subject: '空压机报警停机',
  text: '今天早上开机后十分钟报高温停机。',
  language: 'zh',
  receivedAt: '2026-11-22T01:00:00.000Z',
  stage: 'dispatched',
  stageNames: { en: 'an engineer is assigned', zh: '已安排工程师' },
  unit: { serial: 'SC75F-2103-0351', productName: { en: 'Screw compressor', zh: '螺杆空压机' } },
  answer: '已收到，马上安排工程师联系您。',
  appointment: {
    from: '2026-11-23T01:00:00.000Z',
    to: '2026-11-23T03:00:00.000Z',
    engineer: '李巍',
    isOnTheWay: false,
    hasArrived: false,
  },
  needsAppointment: false,
  promises: [
    {
      name: 'arrival',
      names: { en: 'arrival', zh: '到场' },
      dueAt: '2026-11-23T03:00:00.000Z',
      state: 'running',
    },
  ],
  quote: null,
  partsOrders: [PARTS_FOR_CUSTOMER_EXAMPLE],
  verification: null,
  ...CUSTOMER_PAPERS_EXAMPLE,
  actions: ['moveAppointment'],
  timeline: [
    {
      at: '2026-11-22T01:00:00.000Z',
      type: 'CaseRegistered',
      names: { en: 'We received your request', zh: '已收到您的请求' },
    },
  ],
};

/** A case as its customer sees it (R36): no notes, no costs, no data of other people. */
export const CustomerCase = Type.Object(
  {
    number: CaseNumber,
    subject: Type.String(),
    text: Type.String({ description: 'What the customer asked for' }),
    language: literals(LANGUAGES),
    receivedAt: At,
    stage: literals(STAGES),
    stageNames: Bilingual,
    unit: Nullable(Type.Object({ serial: Type.String(), productName: Bilingual })),
    answer: Nullable(Type.String({ description: 'What we answered' })),
    appointment: Nullable(
      Type.Object({
        from: At,
        to: At,
        engineer: Type.String(),
        isOnTheWay: Type.Boolean(),
        hasArrived: Type.Boolean(),
      }),
    ),
    needsAppointment: Type.Boolean({
      description: 'An engineer is to come and no time is set: the customer may write when it suits them',
    }),
    promises: Type.Array(
      Type.Object({
        name: literals(CLOCKS_SHOWN),
        names: Bilingual,
        dueAt: Nullable(At),
        state: literals(CLOCK_STATES),
      }),
    ),
    quote: Nullable(QuoteView),
    partsOrders: Type.Array(PartsForCustomer, { description: 'Parts on order for the case (R19)' }),
    verification: Nullable({
      ...VerificationSchema,
      description: 'The test that the repair passed',
    }),
    reports: CustomerReports,
    charges: ChargesOfReports,
    visits: CustomerVisits,
    photos: Type.Array(Photo, { description: 'Added by the customer, the first first' }),
    messages: Type.Array(Message, { description: 'Written by the customer, the first first' }),
    actions: Actions,
    timeline: Type.Array(Type.Object({ at: At, type: Type.String(), names: Bilingual }), {
      description: 'Most recent last',
    }),
  },
  { title: 'CustomerCase', examples: [CUSTOMER_CASE_EXAMPLE] },
);
export type CustomerCase = Static<typeof CustomerCase>;

export const SURVEY_STATES = ['not-asked', 'open', 'answered', 'lapsed'] as const;
export const CustomerSurvey = Type.Object(
  {
    number: CaseNumber,
    subject: Type.String(),
    state: literals(SURVEY_STATES),
  },
  {
    title: 'CustomerSurvey',
    examples: [{ number: 'AS-2026-000001', subject: '空压机报警停机', state: 'open' }],
  },
);

export const OfferedAppointments = Type.Object(
  {
    items: Type.Array(Window, { description: 'The soonest first; empty where nothing can be chosen now' }),
  },
  {
    title: 'OfferedAppointments',
    examples: [{ items: [{ from: '2026-11-24T01:00:00.000Z', to: '2026-11-24T03:00:00.000Z' }] }],
  },
);

/** The data of each command as a customer sends it. */
const CUSTOMER_COMMAND_DATA = {
  moveAppointment: Closed({
    appointment: Closed({ from: Instant(), to: Instant('One of those that are offered') }),
  }),
  decideQuote: Closed({
    version: Type.Integer({ minimum: 1, maximum: 1_000, description: 'Of the quote that the customer saw' }),
    decision: literals(['accept', 'refuse']),
    reason: Type.Optional(Text(2_000)),
  }),
  recordSurvey: Type.Omit(COMMAND_DATA.recordSurvey, ['how'], { additionalProperties: false }),
  recordMessage: COMMAND_DATA.recordMessage,
  confirmReceipt: Closed({ order: OrderNumber, ...ORDER_COMMAND_DATA.confirmReceipt.properties }),
} as const satisfies Record<CustomerAction, TSchema>;

export type CustomerWireCommand = {
  [T in CustomerAction]: {
    readonly id: string;
    readonly type: T;
    readonly data: Static<(typeof CUSTOMER_COMMAND_DATA)[T]>;
  };
}[CustomerAction];

const variants = Object.entries(CUSTOMER_COMMAND_DATA).map(([type, data]) =>
  Closed(
    {
      id: CommandId,
      type: Type.Literal(type),
      data,
    },
    { title: variantName(type, 'CustomerCommand') },
  ),
);

export const CustomerCommand = Type.Unsafe<CustomerWireCommand>({
  title: 'CustomerCommand',
  type: 'object',
  discriminator: { propertyName: 'type' },
  required: ['type'],
  oneOf: variants,
  examples: [
    {
      id: '0f9d2b1e-6f0b-4b6e-8a55-2f1f4d0f7c11',
      type: 'recordSurvey',
      data: { productScore: 5, serviceScore: 4, comment: '师傅很准时' },
    },
  ],
});

export const CustomerCommandResult = Type.Object(
  {
    duplicate: Type.Boolean({ description: 'True when it had been done before' }),
    stage: literals(STAGES),
    actions: Actions,
  },
  {
    title: 'CustomerCommandResult',
    examples: [{ duplicate: false, stage: 'dispatched', actions: ['moveAppointment'] }],
  },
);
