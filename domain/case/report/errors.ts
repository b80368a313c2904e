import type { Refusals } from '../../refusal';

/** The refusals of a service report, in both languages; the codes of `domain/errors.ts`. */
export const REPORT_ERRORS = {
  'REPORT.NONE': {
    kind: 'conflict',
    en: 'The case has no service report.',
    zh: '服务单没有售后服务报告单。',
  },
  'REPORT.NOTHING_CHANGED': {
    kind: 'invalid',
    en: 'The service report already says this. Change at least one field to amend it.',
    zh: '内容与现有售后服务报告单相同，请至少更正一项。',
  },
  'REPORT.SERIALS_WRONG': {
    kind: 'invalid',
    en: 'Part {partNumber}: give at most {quantity} serial numbers, each only once.',
    zh: '备件 {partNumber}：序列号最多 {quantity} 个，且不得重复。',
  },
  'REPORT.SIGNATURE_NO_IMAGE': {
    kind: 'invalid',
    en: 'The signature is not a PNG or JPEG image.',
    zh: '签名文件不是 PNG 或 JPEG 图片。',
  },
  'REPORT.SERIAL_TWICE': {
    kind: 'invalid',
    en: 'The serial number {serial} appears twice in the report.',
    zh: '序列号 {serial} 在报告单中重复。',
  },
  'REPORT.SERIAL_ELSEWHERE': {
    kind: 'conflict',
    en: 'The service report of case {caseNumber} already records that part {partNumber} with serial number {serial} was fitted.',
    zh: '服务单 {caseNumber} 的售后服务报告单已登记安装备件 {partNumber}（序列号 {serial}）。',
  },
  'REPORT.MORE_THAN_ISSUED': {
    kind: 'invalid',
    en: 'Part {partNumber}: the report uses {quantity}, but only {issued} were issued for the case. List parts from your own stock separately.',
    zh: '备件 {partNumber}：报告使用 {quantity} 件，但该服务单仅出库 {issued} 件。取自本站库存的备件请单独列明。',
  },
} as const satisfies Refusals;
