import type { Bilingual } from '../../bilingual';

/** Kinds of task of a case. */
export const TASK_NAMES = {
  'answer-request': { en: 'answer the request', zh: '答复请求' },
  classify: { en: 'classify the request', zh: '请求分类' },
  'ask-survey': { en: 'ask how satisfied the customer is', zh: '进行满意度调查' },
  resume: { en: 'resume the case', zh: '恢复服务单' },
  dispatch: { en: 'dispatch an engineer', zh: '派工' },
  resolve: { en: 'resolve the request', zh: '解决请求' },
  'answer-offer': { en: 'answer the offer', zh: '答复派工邀约' },
  reassign: { en: 'reassign the engineer', zh: '改派工程师' },
  arrive: { en: 'go to the customer', zh: '前往客户处' },
  revisit: { en: 'make the follow-up call', zh: '回访客户' },
  'settle-parts-orders': { en: 'settle the parts orders', zh: '处理未完结的备件单' },
  close: { en: 'close the case', zh: '结案' },
  approve: { en: 'decide the approval', zh: '审批' },
  'decide-entitlement': { en: 'decide the entitlement', zh: '判定保修权益' },
  'identify-customer': { en: 'identify the customer', zh: '确认客户' },
  'decide-joining': { en: 'decide whether to merge with an open case', zh: '判断是否并入未结服务单' },
  'confirm-unit': { en: 'confirm whose unit it is', zh: '确认设备归属' },
  'check-serial': { en: 'check the serial number', zh: '核对序列号' },
  'await-parts': { en: 'await the parts', zh: '等待备件' },
  'obtain-quote-decision': { en: 'obtain the decision on the quote', zh: '取得客户对报价的答复' },
  'revise-quote': { en: 'revise the quote', zh: '修订报价' },
  'await-approval': { en: 'await the approval', zh: '等待审批' },
  'prepare-quote': { en: 'prepare the quote', zh: '编制报价' },
  'record-trip-cost': { en: 'record the cost of the visit', zh: '登记上门费用' },
  diagnose: { en: 'diagnose the fault', zh: '故障诊断' },
  repair: { en: 'repair the unit', zh: '维修设备' },
  verify: { en: 'verify the repair', zh: '验证维修结果' },
  report: { en: 'submit the service report', zh: '提交售后服务报告单' },
  'leave-site': { en: 'leave the site', zh: '离场' },
  'settle-declined-quote': { en: 'settle the declined quote', zh: '处理客户拒绝的报价' },
  'judge-possible-repeat': { en: 'judge a possible repeat repair', zh: '判定是否重复维修' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type TaskKind = keyof typeof TASK_NAMES;
