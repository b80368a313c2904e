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
    en: 'The service report says that already: an amendment changes something.',
    zh: '售后服务报告单内容相同：更正须有改动。',
  },
  'REPORT.SERIALS_WRONG': {
    kind: 'invalid',
    en: 'Part {partNumber}: at most {quantity} serial numbers, each of them once.',
    zh: '备件 {partNumber}：序列号最多 {quantity} 个，且不得重复。',
  },
  'REPORT.SIGNATURE_NO_IMAGE': {
    kind: 'invalid',
    en: 'The signature is not a PNG or JPEG image.',
    zh: '签名文件不是 PNG 或 JPEG 图片。',
  },
  'REPORT.SERIAL_TWICE': {
    kind: 'invalid',
    en: 'The serial number {serial} stands in the report twice.',
    zh: '序列号 {serial} 在报告单中重复。',
  },
  'REPORT.SERIAL_ELSEWHERE': {
    kind: 'conflict',
    en: 'A part {partNumber} with the serial number {serial} has been fitted already, by the report of {caseNumber}.',
    zh: '序列号为 {serial} 的备件 {partNumber} 已在服务单 {caseNumber} 的报告单中登记安装。',
  },
  'REPORT.MORE_THAN_ISSUED': {
    kind: 'invalid',
    en: 'Part {partNumber}: {quantity} are reported and {issued} were handed out for the case. Tell apart what came from your own store.',
    zh: '备件 {partNumber}：报告使用 {quantity} 件，为该服务单仅发出 {issued} 件。取自本站库存的，请单独列明。',
  },
} as const satisfies Refusals;
