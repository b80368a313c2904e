import type { Bilingual, Language } from '../../domain/bilingual';
import type { QuoteUnit } from '../../domain/quote/terms';

/** Labels printed on every paper. */
export const WORDS = {
  caseNumber: { en: 'Service case', zh: '服务单号' },
  customer: { en: 'Customer', zh: '客户' },
  contact: { en: 'Contact', zh: '联系人' },
  address: { en: 'Address', zh: '地址' },
  product: { en: 'Product', zh: '产品' },
  serial: { en: 'Serial no.', zh: '出厂编号' },
  warranty: { en: 'Warranty', zh: '保修' },
  servedBy: { en: 'Served by', zh: '服务单位' },
  engineer: { en: 'Engineer', zh: '服务工程师' },
  departed: { en: 'Set out', zh: '出发时间' },
  arrived: { en: 'Arrived', zh: '到场时间' },
  repaired: { en: 'Repaired', zh: '修复时间' },
  left: { en: 'Left', zh: '离场时间' },
  symptom: { en: 'Reported symptom', zh: '报修现象' },
  verification: { en: 'Verification', zh: '维修验证' },
  witnessedBy: { en: 'Witnessed by: {name}', zh: '客户见证人：{name}' },
  failedBefore: { en: 'Earlier repairs that did not pass: {count}', zh: '此前未通过验证的维修：{count} 次' },
  internal: { en: 'Internal: not for the customer', zh: '内部资料，不得交付客户' },
  charges: { en: 'What you pay', zh: '费用' },
  what: { en: 'What was done', zh: '项目' },
  quantity: { en: 'Qty', zh: '数量' },
  unitPrice: { en: 'Unit price', zh: '单价' },
  perHour: { en: '{price}/h', zh: '{price}/小时' },
  price: { en: 'Price', zh: '金额' },
  covered: { en: 'Covered', zh: '保修承担' },
  youPay: { en: 'You pay', zh: '客户承担' },
  sum: { en: 'Total before tax', zh: '不含税合计' },
  tax: { en: 'Tax ({percent} %)', zh: '税额（{percent}%）' },
  toPay: { en: 'Total to pay', zh: '应付合计' },
  invoice: { en: 'Invoice', zh: '账单' },
  labour: { en: 'Labour', zh: '人工' },
  travel: { en: 'Travel', zh: '差旅' },
  free: { en: 'free of charge', zh: '免费' },
  freeOfCharge: {
    en: 'Your warranty or contract covers all of this work. There is nothing to pay.',
    zh: '以上项目均由保修或服务合同承担，免费提供。',
  },
  chargedOnReport: {
    en: 'The charges for this visit are on the service report.',
    zh: '本次上门的费用见售后服务报告单。',
  },
  nothingCharged: { en: 'There is no charge on this report.', zh: '本单不收取费用。' },
  visitAlone: {
    en: 'Cost of visit {visit} of {visits} only. The other visits of this case have their own reports.',
    zh: '以上仅为第 {visit} 次上门的成本（本服务单共上门 {visits} 次），其余各次见各自的单据。',
  },
  minutes: { en: '{minutes} min', zh: '{minutes} 分钟' },
  page: { en: 'Page {page} of {pages}', zh: '第 {page} 页，共 {pages} 页' },
  zone: { en: 'Times in {zone}', zh: '时间均为{zone}' },
} as const satisfies Record<string, Bilingual>;

/** Singular and plural. */
const UNIT_WORDS: Readonly<Record<QuoteUnit, Readonly<Record<'one' | 'several' | 'zh', string>>>> = {
  piece: { one: '{n} pc', several: '{n} pcs', zh: '{n} 件' },
  minute: { one: '{n} min', several: '{n} min', zh: '{n} 分钟' },
  trip: { one: '{n} trip', several: '{n} trips', zh: '{n} 次' },
  visit: { one: '{n} visit', several: '{n} visits', zh: '{n} 次' },
};

/** `1 trip`, `2 trips`, `2 次`. */
export const quantityText = (unit: QuoteUnit, n: number, language: Language): string =>
  fill(UNIT_WORDS[unit][language === 'zh' ? 'zh' : n === 1 ? 'one' : 'several'], { n });

export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
