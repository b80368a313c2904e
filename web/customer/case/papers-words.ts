import type { Words } from '../../shared/language';

export const PAPERS_WORDS = {
  title: { en: 'Reports', zh: '服务报告' },
  report: { en: 'Service report', zh: '售后服务报告单' },
  visit: { en: 'Visit', zh: '上门记录' },
  corrected: { en: 'corrected {time}', zh: '{time} 更正' },
  download: { en: 'Download PDF', zh: '下载 PDF' },
  fetching: { en: 'Fetching…', zh: '正在下载…' },
  free: { en: 'Free of charge: covered by your warranty or contract.', zh: '免费：由保修或服务合同承担。' },
  none: { en: 'Nothing is charged.', zh: '无需付费。' },
  invoice: { en: 'Invoice {number}', zh: '账单 {number}' },
  covered: { en: '{amount} covered by your warranty or contract', zh: '保修或服务合同承担 {amount}' },
  'under-way': { en: 'under way', zh: '进行中' },
  repaired: { en: 'done', zh: '已完成' },
  unfinished: { en: 'to be continued', zh: '未完成，将再次上门' },
  'handed-over': { en: 'handed over to another engineer', zh: '已移交其他工程师' },
  cancelled: { en: 'cancelled', zh: '已取消' },
} as const satisfies Words;
