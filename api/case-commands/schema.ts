import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { DECISIONS } from '../../domain/approval/terms';
import type { PersonCommandType } from '../../domain/case/commands';
import { PRIORITIES, REQUEST_TYPES } from '../../domain/case/terms';
import { REPEAT_ATTRIBUTIONS } from '../../domain/case/flows/repair/facts';
import { AFTER_SERVICE_COMMAND_DATA } from '../cases/after-service-schema';
import { Code, CaseNumber, Closed, CommandId, Id, Instant, literals, Text } from '../http/schema/common';
import { QUOTE_COMMAND_DATA } from './quote-schema';
import { VISIT_COMMAND_DATA } from './visit-schema';
import { ConsentToPutOff, DISPATCH_COMMAND_DATA, Reason } from './dispatch-schema';
import { variantName } from '../http/schema/list-names';
import { AmendmentData, ReportData } from '../service-reports/schema';

const Empty = Closed({});
const ApprovalId = Type.String({
  title: 'ApprovalId',
  pattern: '^[a-z-]+:\\d{1,6}$',
  maxLength: 64,
  examples: ['repair-plan:1'],
});
const Serial = Code(100);
const Percent = Type.Integer({ minimum: 0, maximum: 100, description: 'Percent that is covered' });

/** The data of each command as it is sent: ids and serials, which the API looks up in the registers. */
export const COMMAND_DATA = {
  identifyCustomer: Closed({
    customerId: Id,
    unitSerial: Type.Optional(Serial),
    remember: Type.Optional(
      Type.Boolean({
        description:
          'False: the sender’s number and address are not the customer’s own. Else their file learns them, unless a dealer, agent or salesperson asked for the customer',
      }),
    ),
    consent: ConsentToPutOff,
  }),
  escalateQuestion: Closed({ question: Text(5_000) }),
  answer: Closed({ text: Text(20_000) }),
  classify: Closed({
    requestType: literals(REQUEST_TYPES),
    priority: literals(PRIORITIES),
    symptom: Text(5_000),
    unitSerial: Type.Optional(Serial),
    consent: ConsentToPutOff,
  }),
  ...DISPATCH_COMMAND_DATA,
  ...VISIT_COMMAND_DATA,
  attributeRepeat: Closed({ attribution: literals(REPEAT_ATTRIBUTIONS), note: Text(2_000) }),
  decideApproval: Closed({
    approvalId: ApprovalId,
    decision: literals(DECISIONS),
    reason: Text(2_000),
  }),
  delegateApproval: Closed({ approvalId: ApprovalId, staffId: Id, reason: Text(2_000) }),
  remindApproval: Closed({ approvalId: ApprovalId }),
  ...QUOTE_COMMAND_DATA,
  resolveRemotely: Closed({ resolution: Text(5_000) }),
  report: ReportData,
  amendReport: AmendmentData,
  ...AFTER_SERVICE_COMMAND_DATA,
  reopen: Reason,
  close: Empty,
  cancel: Reason,
  pause: Closed({
    reason: Text(2_000),
    until: Type.Optional(
      Instant(
        'When it ends by itself; left out: the longest that the policy of the clock `pause` allows, which is also the most',
      ),
    ),
  }),
  resume: Empty,
  handOver: Closed({ staffId: Id, reason: Text(2_000), consent: ConsentToPutOff }),
  escalate: Reason,
  changePriority: Closed({
    priority: literals(PRIORITIES),
    reason: Text(2_000),
    consent: ConsentToPutOff,
  }),
  overruleEntitlement: Closed({
    verdict: Closed({ labour: Percent, parts: Percent, travel: Percent }),
    reason: Text(2_000),
    consent: ConsentToPutOff,
  }),
  sendLink: Empty,
  addNote: Closed({ text: Text(10_000) }),
  attach: Closed({ attachmentId: Id, caption: Type.Optional(Text(500)) }),
  join: Closed({
    into: CaseNumber,
    otherCustomer: Type.Optional(
      Type.Boolean({
        description: 'Confirmed: the other case is another customer’s, and about the same thing all the same',
      }),
    ),
  }),
} as const satisfies Record<PersonCommandType, TSchema>;

export type WireCommandType = keyof typeof COMMAND_DATA;
export type WireData<T extends WireCommandType> = Static<(typeof COMMAND_DATA)[T]>;
export type WireCommand = {
  [T in WireCommandType]: {
    readonly id: string;
    readonly type: T;
    readonly data: WireData<T>;
    readonly occurredAt?: string;
  };
}[WireCommandType];

const OccurredAt = Type.Optional(
  Type.String({
    ...Instant('When it happened, where that was before it is sent (a phone out of reach)'),
    title: 'OccurredAt',
  }),
);

const variants = Object.entries(COMMAND_DATA).map(([type, data]) =>
  Closed(
    {
      id: CommandId,
      type: Type.Literal(type),
      data,
      occurredAt: OccurredAt,
    },
    { title: variantName(type, 'CaseCommand') },
  ),
);

/** One command, or a visit's worth in order: all of them are done, or none. */
export const CommandBatch = Closed(
  {
    commands: Type.Array(
      Type.Unsafe<WireCommand>({
        title: 'CaseCommand',
        type: 'object',
        discriminator: { propertyName: 'type' },
        required: ['type'],
        oneOf: variants,
      }),
      {
        minItems: 1,
        maxItems: 50,
      },
    ),
  },
  {
    title: 'CaseCommandBatch',
    examples: [
      {
        commands: [
          {
            id: 'b7a1c7de-3a52-4f0e-9d7c-0d5d1b3d6a10',
            type: 'answer',
            data: { text: '已安排工程师明天上午联系您。' },
          },
        ],
      },
    ],
  },
);
