import type { ReportField } from '../../domain/case/report-terms';
import type { Bilingual, WarrantyState } from '../../domain/case/terms';

/** What is printed beside the values. */
export const WORDS = {
  title: { en: 'Service Report', zh: '售后服务报告单' },
  number: { en: 'Report no.', zh: '报告单号' },
  caseNumber: { en: 'Service case', zh: '服务单号' },
  version: { en: 'Version', zh: '版本' },
  customer: { en: 'Customer', zh: '客户' },
  contact: { en: 'Contact', zh: '联系人' },
  phone: { en: 'Telephone', zh: '电话' },
  address: { en: 'Address', zh: '地址' },
  product: { en: 'Product', zh: '产品' },
  serial: { en: 'Serial no.', zh: '出厂编号' },
  warranty: { en: 'Warranty', zh: '保修' },
  servedBy: { en: 'Served by', zh: '服务单位' },
  engineer: { en: 'Engineer', zh: '服务工程师' },
  dispatched: { en: 'Dispatched', zh: '派工时间' },
  arrived: { en: 'Arrived', zh: '到场时间' },
  repaired: { en: 'Repaired', zh: '修复时间' },
  reported: { en: 'Reported', zh: '报告时间' },
  verification: { en: 'Verification', zh: '维修验证' },
  witnessedBy: { en: 'Witnessed by: {name}', zh: '客户见证人：{name}' },
  failedBefore: { en: 'Repairs that did not pass before: {count}', zh: '此前未通过验证的维修：{count} 次' },
  symptom: { en: 'Reported symptom', zh: '报修现象' },
  parts: { en: 'Parts used', zh: '使用备件' },
  partNumber: { en: 'Part no.', zh: '备件编号' },
  partName: { en: 'Description', zh: '名称' },
  quantity: { en: 'Qty', zh: '数量' },
  serialNumbers: { en: 'Serial numbers', zh: '序列号' },
  noParts: { en: 'No parts were used.', zh: '未使用备件。' },
  hoursAndCosts: { en: 'Time and costs', zh: '工时与费用' },
  total: { en: 'Total', zh: '合计' },
  confirmation: { en: 'Confirmation by the customer', zh: '客户确认' },
  signedFor: { en: 'Signed for version {version}', zh: '签字确认第 {version} 版' },
  notDrawn: { en: 'Signature kept as file {file}', zh: '签名存档文件：{file}' },
  amendments: { en: 'Amendments', zh: '更正记录' },
  amended: { en: 'Version {version}: {by}, {at}', zh: '第 {version} 版：{by}，{at}' },
  reason: { en: 'Reason', zh: '更正原因' },
  none: { en: 'none', zh: '无' },
  minutes: { en: '{minutes} min', zh: '{minutes} 分钟' },
  page: { en: 'Page {page} of {pages}', zh: '第 {page} 页，共 {pages} 页' },
  zone: { en: 'Times in {zone}', zh: '时间均为{zone}' },
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
  photos: { en: 'Photos', zh: '照片' },
  signedBy: { en: 'Signed by', zh: '签字人' },
  signature: { en: 'Signature', zh: '签名' },
  remarks: { en: 'Remarks', zh: '备注' },
};

export const WARRANTY_WORDS: Readonly<Record<WarrantyState, Bilingual>> = {
  'in-warranty': { en: 'in warranty', zh: '保修期内' },
  'out-of-warranty': { en: 'out of warranty', zh: '保修期外' },
  unknown: { en: 'unknown', zh: '未知' },
};

export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
