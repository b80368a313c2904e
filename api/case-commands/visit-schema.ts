import { Type, type TSchema } from '@sinclair/typebox';
import type { PersonCommandType } from '../../domain/case/commands';
import { UNFINISHED_REASONS } from '../../domain/case/visit/terms';
import { VERIFICATION_OUTCOMES } from '../../domain/case/flows/repair/verification-terms';
import { Amount, Currency } from '../http/schema/amount';
import { Closed, Id, Instant, literals, Text } from '../http/schema/common';
import { asked } from '../http/schema/form';
import { CONSIGNEE } from '../parts-orders/consignee-schema';
import { LabourCost, LabourMinutes, TravelCost, TravelMinutes } from '../service-reports/cost-fields-schema';
import { Note } from './common-fields-schema';
import { PartField, PartLines, Quantity } from './dispatch-schema';

const Empty = Closed({});
/** Work and its cost, as it is entered of a visit. */
const COSTS = {
  labourMinutes: LabourMinutes,
  travelMinutes: TravelMinutes,
  labourCostCents: LabourCost,
  travelCostCents: TravelCost,
};
const CurrencyField = asked('Currency', '币种', Currency);
const Watched = (description: string) =>
  asked('Witnessed by', '客户见证人', Type.Optional(Text(200, { description })), {
    help: ['Who watched the test for the customer', '代表客户见证测试的人'],
  });

/** The data of the commands of a visit, from setting out to the repair and its test. */
export const VISIT_COMMAND_DATA = {
  recordTripCost: Closed({
    trip: asked(
      'Visit',
      '上门',
      Type.Integer({ minimum: 1, maximum: 1_000, description: 'Its number, as `visits` has it' }),
      { kind: 'visit' },
    ),
    ...COSTS,
    partsCostCents: asked(
      'Parts cost',
      '备件成本',
      Type.Optional(
        Amount('What the parts cost that a repair used whose case was cancelled before its report'),
      ),
      {
        kind: 'money',
        help: ['Only where the case was cancelled after a repair', '仅限维修后、报告前取消的服务单'],
      },
    ),
    currency: CurrencyField,
  }),
  depart: Empty,
  arrive: Empty,
  diagnose: Closed({
    faultCode: asked('Fault', '故障', Id, { kind: 'code:fault' }),
    causeCode: asked('Cause', '原因', Id, { kind: 'code:cause' }),
    finding: asked('Finding', '检查结果', Text(5_000)),
    plan: asked('Repair plan', '维修方案', Text(5_000)),
    parts: asked(
      'Parts needed',
      '所需备件',
      {
        ...PartLines,
        description:
          'What the repair needs beside what the case holds already (`reservations`): naming a part again asks for another piece',
      },
      { help: ['Beside what the case holds already', '服务单已预留的除外'] },
    ),
    replacesUnit: asked(
      'Exchanges the whole unit',
      '整机更换',
      Type.Optional(
        Type.Boolean({ description: 'The plan is to exchange the whole unit: by rule it may need approval' }),
      ),
      { help: ['May need approval', '可能需要审批'] },
    ),
    estimatedCost: asked(
      'Estimated cost of other parts',
      '其他备件估价',
      Type.Optional(
        Closed(
          { amountCents: asked('Amount', '金额', Amount(), { kind: 'money' }), currency: CurrencyField },
          {
            description:
              'What those parts will cost that no register knows; the others are judged by the registers, whatever is sent',
          },
        ),
      ),
      { help: ['Of parts that no register knows', '仅限目录中没有的备件'] },
    ),
  }),
  repair: Closed({
    fault: asked('Fault', '故障', Text(2_000)),
    cause: asked('Cause', '原因', Text(2_000)),
    work: asked('Work done', '维修内容', Text(5_000)),
    verification: asked(
      'Test that was passed',
      '已通过的测试',
      Type.Optional(
        Text(2_000, {
          description: 'How it was tested, where it was at once and passed; left out: `verify` follows',
        }),
      ),
      { help: ['Left out: the test is recorded afterwards', '不填则之后再登记测试'] },
    ),
    witnessedBy: Watched('Who watched the test for the customer'),
  }),
  verify: Closed({
    outcome: asked('Outcome', '结果', literals(VERIFICATION_OUTCOMES), {
      options: { passed: { en: 'passed', zh: '通过' }, failed: { en: 'failed', zh: '未通过' } },
    }),
    method: asked('How it was tested', '测试方法', Text(2_000, { description: 'How it was tested' })),
    readings: asked(
      'Readings',
      '读数',
      Type.Optional(
        Type.Array(
          Closed({ what: asked('Quantity', '项目', Text(200)), value: asked('Value', '数值', Text(200)) }),
          { maxItems: 50, description: 'As read off' },
        ),
      ),
    ),
    note: asked(
      'Note',
      '说明',
      Type.Optional(Text(2_000, { description: 'What was not right; required where it failed' })),
      { help: ['Required where the test failed', '未通过时必填'] },
    ),
    witnessedBy: Watched('Who watched it for the customer'),
  }),
  leaveUnfinished: Closed({
    reason: asked('Reason', '原因', literals(UNFINISHED_REASONS), { codes: 'unfinishedReason' }),
    note: Note,
    ...COSTS,
    currency: CurrencyField,
  }),
  orderParts: Closed({
    neededBy: asked('Needed by', '需要时间', Instant('The user needs the parts by then')),
    lines: asked(
      'Parts',
      '备件',
      Type.Array(
        Closed({
          partNumber: PartField,
          quantity: Quantity,
          oldPartDue: asked(
            'Old part goes back',
            '旧件返厂',
            Type.Optional(Type.Boolean({ description: 'The part it replaces goes back to the factory' })),
          ),
        }),
        { minItems: 1, maxItems: 50 },
      ),
    ),
    consignee: asked(
      'Consignee',
      '收货人',
      Type.Optional(Closed(CONSIGNEE, { description: 'Who gets them; left out: the customer' })),
      { help: ['Left out: the customer', '不填则为客户'] },
    ),
  }),
} as const satisfies { readonly [T in PersonCommandType]?: TSchema };
