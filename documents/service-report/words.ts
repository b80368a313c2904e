import type { ReportField } from '../../domain/case/report/terms';
import type { Bilingual } from '../../domain/bilingual';

/** Labels printed only on a service report. */
export const WORDS = {
  title: { en: 'Service Report', zh: '售后服务报告单' },
  number: { en: 'Report no.', zh: '报告单号' },
  version: { en: 'Version', zh: '版本' },
  dispatched: { en: 'Dispatched', zh: '派工时间' },
  reported: { en: 'Reported', zh: '报告时间' },
  parts: { en: 'Parts used', zh: '使用备件' },
  partNumber: { en: 'Part no.', zh: '备件编号' },
  partName: { en: 'Description', zh: '名称' },
  quantity: { en: 'Qty', zh: '数量' },
  serialNumbers: { en: 'Serial numbers', zh: '序列号' },
  noParts: { en: 'No parts were used.', zh: '未使用备件。' },
  time: { en: 'Time', zh: '工时' },
  hoursAndCosts: { en: 'Time and internal cost', zh: '工时与内部成本' },
  total: { en: 'Total', zh: '合计' },
  confirmation: { en: 'Confirmation by the customer', zh: '客户确认' },
  signedFor: { en: 'Signed for version {version}', zh: '签字确认第 {version} 版' },
  notDrawn: { en: 'Signature kept as file {file}', zh: '签名存档文件：{file}' },
  amendments: { en: 'Amendments', zh: '更正记录' },
  amended: { en: 'Version {version}: {by}, {at}', zh: '第 {version} 版：{by}，{at}' },
  reason: { en: 'Reason', zh: '更正原因' },
  none: { en: 'none', zh: '无' },
} as const satisfies Record<string, Bilingual>;

export const FIELD_WORDS: Readonly<Record<ReportField, Bilingual>> = {
  fault: { en: 'Fault', zh: '故障现象' },
  cause: { en: 'Cause', zh: '故障原因' },
  work: { en: 'Work done', zh: '处理内容' },
  partsUsed: { en: 'Parts used', zh: '使用备件' },
  labourMinutes: { en: 'Labour time', zh: '工时' },
  travelMinutes: { en: 'Travel time', zh: '路途时间' },
  labourCostCents: { en: 'Labour cost', zh: '工时费' },
  travelCostCents: { en: 'Travel cost', zh: '差旅费' },
  partsCostCents: { en: 'Parts cost', zh: '备件费' },
  currency: { en: 'Currency', zh: '币种' },
  leftAt: { en: 'Left', zh: '离场时间' },
  photos: { en: 'Photos', zh: '照片' },
  signedBy: { en: 'Signed by', zh: '签字人' },
  signature: { en: 'Signature', zh: '签名' },
  remarks: { en: 'Remarks', zh: '备注' },
};
