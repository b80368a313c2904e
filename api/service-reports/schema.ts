import { Type } from '@sinclair/typebox';
import { REPORT_FIELDS } from '../../domain/case/report/terms';
import { Currency } from '../http/schema/amount';
import { AttachmentFactsSchema } from '../attachments/schema';
import { Closed, Code, Id, Instant, literals, Nullable, Text, PartNumber } from '../http/schema/common';
import { CostCents } from '../http/schema/cost';
import { asked } from '../http/schema/form';
import { LabourCost, LabourMinutes, PartsCost, TravelCost, TravelMinutes } from './cost-fields-schema';
import { InputDay } from '../entitlement/rule-schema';
import { Later, SequelQuery } from '../cases/joined-request-schema';
import { At } from '../http/schema/paging';

const AttachmentId = { ...Id, description: 'Id of an attachment of this case' };
const PartUsed = {
  partNumber: asked('Part', '备件', PartNumber),
  name: asked('Name', '名称', Type.Optional(Text(200))),
  quantity: asked('Quantity', '数量', Type.Integer({ minimum: 1, maximum: 1_000 })),
  serialNumbers: asked('Serial numbers', '序列号', Type.Optional(Type.Array(Code(100), { maxItems: 100 }))),
  fromStore: asked(
    'From the outlet’s store',
    '取自服务站库存',
    Type.Optional(
      Type.Boolean({
        description: 'From the store of the engineer’s outlet, beyond what was handed out for the case',
      }),
    ),
    { help: ['Beyond what was handed out for the case', '本单领用以外，从服务站库存取用'] },
  ),
};

/** Required fields of every report. */
const REQUIRED = {
  labourMinutes: LabourMinutes,
  travelMinutes: TravelMinutes,
  labourCostCents: LabourCost,
  travelCostCents: TravelCost,
  partsCostCents: PartsCost,
  currency: asked('Currency', '币种', Currency),
  signedBy: asked(
    'Signed by',
    '客户签字人',
    Text(200, { description: 'Who signed the service report for the customer' }),
  ),
};
/** Optional fields; by default fault, cause and work are those of the repair, the parts those issued. */
const BESIDE = {
  fault: asked('Fault', '故障', Text(2_000)),
  cause: asked('Cause', '原因', Text(2_000)),
  work: asked('Work done', '维修内容', Text(5_000)),
  partsUsed: asked(
    'Parts used',
    '使用的备件',
    Type.Array(Closed(PartUsed), {
      maxItems: 100,
      description: 'Every part that was used; left out, every part that was issued for the repair',
    }),
    { help: ['Left out: every part that was issued', '不填则为领用的全部备件'] },
  ),
  leftAt: asked(
    'Left at',
    '离场时间',
    Instant('When the engineer left; left out, when the report is given'),
    { help: ['Left out: when the report is submitted', '不填则为提交报告的时间'] },
  ),
  photoIds: asked('Photos', '照片', Type.Array(AttachmentId, { maxItems: 50, uniqueItems: true }), {
    kind: 'photo',
  }),
};
const ACCEPTED_ON = {
  ...InputDay,
  description:
    'Of an installation: the day on which the customer accepted it, from which the warranty runs; not before the unit was delivered (else sold) or an engineer had come. Left out, the day of the report',
};
const MAY_BE_MISSING = {
  signatureId: asked(
    'Signature',
    '客户签名',
    Type.Unsafe<string>({
      ...AttachmentId,
      description: 'Id of an attachment of this case: a PNG or JPEG image',
    }),
    { kind: 'signature' },
  ),
  remarks: asked('Remarks', '备注', Text(5_000)),
};
const ACCEPTANCE = ['Accepted on', '验收日期'] as const;
const OF_INSTALLATION = {
  kind: 'date',
  help: ['Installations alone; the warranty runs from it', '仅限安装，保修由此日起算'],
} as const;

/** The service report as it is sent (R18). */
export const ReportData = Closed(
  {
    ...REQUIRED,
    acceptedOn: asked(...ACCEPTANCE, Type.Optional(Type.String(ACCEPTED_ON)), OF_INSTALLATION),
    ...Type.Partial(Type.Object(BESIDE)).properties,
    ...Type.Partial(Type.Object(MAY_BE_MISSING)).properties,
  },
  { title: 'ServiceReportData' },
);

/** Corrected fields; omitted fields stay unchanged. */
export const AmendmentData = Closed(
  {
    changes: asked(
      'Corrections',
      '更正内容',
      Type.Partial(
        Closed({
          ...REQUIRED,
          ...BESIDE,
          acceptedOn: asked(
            ...ACCEPTANCE,
            Type.String({
              ...InputDay,
              description:
                'Of an installation: the day on which it was accepted after all; the register of units follows where nobody has changed the day since',
            }),
            OF_INSTALLATION,
          ),
          signatureId: asked('Signature', '客户签名', Nullable(MAY_BE_MISSING.signatureId), {
            kind: 'signature',
          }),
          remarks: asked('Remarks', '备注', Nullable(MAY_BE_MISSING.remarks), { kind: 'text' }),
        }),
        { additionalProperties: false, minProperties: 1 },
      ),
      { kind: 'group', help: ['What is left out stays as it is', '不填的内容保持不变'] },
    ),
    reason: asked(
      'Reason',
      '更正原因',
      Text(2_000, { description: 'Why; the customer reads it on the report' }),
      { help: ['The customer reads it on the report', '客户会在报告上看到'] },
    ),
  },
  { title: 'ServiceReportAmendment' },
);

/** Which report of a case: one for each time that it was served. */
export const NthReport = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 100,
    description: 'The 2 of AS-2026-000001-R2: a reopened case has more than one. Default: the latest',
  }),
);

const REPORT = {
  fault: Nullable(Type.String()),
  cause: Nullable(Type.String()),
  work: Nullable(Type.String()),
  partsUsed: Type.Array(
    Type.Object({
      partNumber: Type.String(),
      name: Nullable(Type.String()),
      quantity: Type.Integer(),
      serialNumbers: Type.Array(Type.String()),
    }),
  ),
  labourMinutes: Type.Integer(),
  travelMinutes: Type.Integer(),
  labourCostCents: CostCents,
  travelCostCents: CostCents,
  partsCostCents: CostCents,
  currency: Type.String(),
  leftAt: Nullable(At),
  photos: Type.Array(AttachmentFactsSchema),
  signedBy: Type.String(),
  signature: Nullable(AttachmentFactsSchema),
  remarks: Nullable(Type.String()),
};

/** The report as it once read, and who wrote it so. */
const ReportVersionView = Type.Object(
  {
    version: Type.Integer(),
    at: At,
    by: Type.Object({ id: Type.String(), name: Type.String() }),
    reason: Nullable(Type.String()),
    changes: Type.Array(
      Type.Object({ field: literals(REPORT_FIELDS), from: Type.Unknown(), to: Type.Unknown() }),
      { description: 'Against the version before; those of a cost as the cost itself' },
    ),
    report: Type.Object(REPORT),
    isCut: Type.Optional(
      Type.Literal(true, { description: 'Without its texts and changes: whole under `/report-versions`' }),
    ),
  },
  { title: 'ServiceReportVersion' },
);

export const ReportVersionQuery = Closed({
  report: NthReport,
  ...SequelQuery(10, 'Versions').properties,
});
export const ReportVersionPage = Type.Object(
  { items: Type.Array(ReportVersionView), later: Later },
  {
    title: 'ServiceReportVersionPage',
    examples: [
      {
        items: [
          {
            version: 1,
            at: '2026-11-22T06:40:00.000Z',
            by: { id: 'stf-027', name: '李伟' },
            reason: null,
            changes: [],
            report: {
              fault: '温控阀卡死',
              cause: '油品老化',
              work: '更换温控阀',
              partsUsed: [{ partNumber: 'SP-11075', name: null, quantity: 1, serialNumbers: [] }],
              labourMinutes: 90,
              travelMinutes: 40,
              labourCostCents: 30_000,
              travelCostCents: 8_000,
              partsCostCents: 23_600,
              currency: 'CNY',
              leftAt: null,
              photos: [],
              signedBy: '邵文娟',
              signature: null,
              remarks: null,
            },
          },
        ],
        later: null,
      },
    ],
  },
);

/** The report as it reads now, and its latest versions. */
export const ReportView = Type.Object(
  {
    number: Type.String({ examples: ['AS-2026-000001-R1'] }),
    version: Type.Integer({ description: '1 as it was handed over; one more with each amendment' }),
    ...REPORT,
    versions: Type.Array(ReportVersionView, {
      description: 'The latest 20, oldest first; all of them under `/report-versions`',
    }),
  },
  { title: 'ServiceReport' },
);
