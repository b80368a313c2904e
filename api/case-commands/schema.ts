import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { DECISIONS } from '../../domain/approval/terms';
import type { PersonCommandType } from '../../domain/case/commands';
import { MESSAGE_KINDS } from '../../domain/case/steering/terms';
import { PRIORITIES, REQUEST_TYPES } from '../../domain/case/terms';
import { REPEAT_ATTRIBUTIONS } from '../../domain/case/flows/repair/facts';
import { AFTER_SERVICE_COMMAND_DATA } from '../cases/after-service-schema';
import { Code, CaseNumber, Closed, CommandId, Id, Instant, literals, Text } from '../http/schema/common';
import { asked } from '../http/schema/form';
import { QUOTE_COMMAND_DATA } from './quote-schema';
import { VISIT_COMMAND_DATA } from './visit-schema';
import { Note, ReasonField } from './common-fields-schema';
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
const Serial = asked('Serial number of the unit', '设备出厂编号', Type.Optional(Code(100)), { kind: 'unit' });
const Percent = (en: string, zh: string) =>
  asked(en, zh, Type.Integer({ minimum: 0, maximum: 100, description: 'Percent that is covered' }), {
    kind: 'percent',
    help: ['Percent that is covered', '保修承担的百分比'],
  });
const Approval = asked('Approval', '审批事项', ApprovalId, { kind: 'approval' });
const RequestTypeField = asked('Request type', '请求类型', literals(REQUEST_TYPES), { codes: 'requestType' });
const PriorityField = asked('Priority', '优先级', literals(PRIORITIES), { codes: 'priority' });

/** The data of each command as it is sent: ids and serials, which the API looks up in the registers. */
export const COMMAND_DATA = {
  identifyCustomer: Closed({
    customerId: asked('Customer', '客户', Id, { kind: 'customer' }),
    unitSerial: Serial,
    remember: asked(
      'Remember number and address',
      '记入客户档案',
      Type.Optional(
        Type.Boolean({
          description:
            'False: the sender’s number and address are not the customer’s own. Else their file learns them, unless a dealer, agent or salesperson asked for the customer',
        }),
      ),
      {
        help: [
          'No: the sender’s number and address are not the customer’s own',
          '选“否”表示来电号码和地址不属于该客户',
        ],
      },
    ),
    consent: ConsentToPutOff,
  }),
  escalateQuestion: Closed({ question: asked('Question', '问题', Text(5_000)) }),
  answer: Closed({
    text: asked('Answer to the customer', '给客户的答复', Text(20_000), { reader: 'customer' }),
  }),
  classify: Closed({
    requestType: RequestTypeField,
    priority: PriorityField,
    symptom: asked('Symptom', '故障现象', Text(5_000)),
    unitSerial: Serial,
    consent: ConsentToPutOff,
  }),
  ...DISPATCH_COMMAND_DATA,
  ...VISIT_COMMAND_DATA,
  attributeRepeat: Closed({
    attribution: asked('Cause of the repeat repair', '重复维修原因', literals(REPEAT_ATTRIBUTIONS), {
      codes: 'repeatAttribution',
    }),
    note: Note,
  }),
  decideApproval: Closed({
    approvalId: Approval,
    decision: asked('Decision', '审批结果', literals(DECISIONS), { codes: 'approvalDecision' }),
    reason: ReasonField,
  }),
  delegateApproval: Closed({
    approvalId: Approval,
    staffId: asked('Delegate to', '转交给', Id, { kind: 'staff' }),
    reason: ReasonField,
  }),
  remindApproval: Closed({ approvalId: Approval }),
  ...QUOTE_COMMAND_DATA,
  resolveRemotely: Closed({ resolution: asked('Resolution', '解决方法', Text(5_000)) }),
  report: ReportData,
  amendReport: AmendmentData,
  ...AFTER_SERVICE_COMMAND_DATA,
  reopen: Reason,
  close: Empty,
  cancel: Reason,
  pause: Closed({
    reason: ReasonField,
    until: asked(
      'Until',
      '暂停至',
      Type.Optional(
        Instant(
          'When it ends by itself; left out: the longest that the policy of the clock `pause` allows, which is also the most',
        ),
      ),
      { help: ['Left out: as long as the policy allows', '不填则按规定的最长时间'] },
    ),
  }),
  resume: Empty,
  handOver: Closed({
    staffId: asked('Transfer to', '移交给', Id, { kind: 'staff' }),
    reason: ReasonField,
    consent: ConsentToPutOff,
  }),
  escalate: Reason,
  changePriority: Closed({ priority: PriorityField, reason: ReasonField, consent: ConsentToPutOff }),
  overruleEntitlement: Closed({
    verdict: asked(
      'Covered by the warranty',
      '保修承担',
      Closed({
        labour: Percent('Labour', '工时费'),
        parts: Percent('Parts', '备件费'),
        travel: Percent('Travel', '差旅费'),
      }),
    ),
    reason: ReasonField,
    consent: ConsentToPutOff,
  }),
  sendLink: Empty,
  recordMessage: Closed({
    kind: asked('Kind', '类别', literals(MESSAGE_KINDS), { codes: 'messageKind' }),
    text: asked('What the customer says', '留言内容', Text(4_000)),
  }),
  addNote: Closed({
    text: asked('Note', '备注', Text(10_000), {
      help: [
        '@ with a login or staff code notifies a colleague who sees the case',
        '用 @ 加登录名或工号提醒能看到本单的同事',
      ],
    }),
  }),
  attach: Closed({
    attachmentId: asked('File', '文件', Id, { kind: 'file' }),
    caption: asked('Caption', '说明', Type.Optional(Text(500))),
  }),
  join: Closed({
    into: asked('Merge into case', '并入服务单', CaseNumber),
    otherCustomer: asked(
      'The case is another customer’s',
      '另一客户的服务单',
      Type.Optional(
        Type.Boolean({
          description:
            'Confirmed: the other case is another customer’s, and about the same thing all the same',
        }),
      ),
      {
        help: [
          'Confirms that both are about the same thing all the same',
          '确认两单虽属不同客户，但为同一事项',
        ],
      },
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
