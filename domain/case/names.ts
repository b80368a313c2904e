import { ORDER_COMMAND_NAMES } from '../parts-order/names';
import { ORDER_STAGES, ORDER_STAGE_NAMES } from '../parts-order/terms';
import { APPROVAL_KIND_NAMES, APPROVAL_STATUS_NAMES, WITHDRAWAL_NAMES } from '../approval/terms';
import { ROLE_NAMES } from '../identity/roles';
import type { CaseCommandType } from './commands';
import { QUOTE_STATUS_NAMES } from './quote/terms';
import { STAGES, STAGE_NAMES, type RequestType } from './terms';
import type { Bilingual, Language } from '../bilingual';

/** What each command is called before a person. */
export const COMMAND_NAMES: Readonly<Record<CaseCommandType, Bilingual>> = {
  register: { en: 'register', zh: '登记' },
  identifyCustomer: { en: 'identify the customer', zh: '确认客户' },
  recordMerged: { en: 'record a merged customer', zh: '登记客户合并' },
  recordUnmerged: { en: 'record that a customer merge was reversed', zh: '登记客户合并撤回' },
  escalateQuestion: { en: 'escalate the question to headquarters', zh: '问题上报总部' },
  answer: { en: 'answer', zh: '答复' },
  classify: { en: 'classify', zh: '分类' },
  dispatch: { en: 'dispatch', zh: '派工' },
  offer: { en: 'offer the case to an outlet', zh: '向服务站发出派工邀约' },
  acceptOffer: { en: 'accept the offer', zh: '接受派工邀约' },
  declineOffer: { en: 'decline the offer', zh: '谢绝派工邀约' },
  withdrawOffer: { en: 'withdraw the offer', zh: '撤回派工邀约' },
  reassign: { en: 'reassign the engineer', zh: '改派工程师' },
  moveAppointment: { en: 'change the appointment', zh: '改约上门时间' },
  depart: { en: 'set out', zh: '登记出发' },
  arrive: { en: 'record the arrival', zh: '登记到场' },
  diagnose: { en: 'diagnose', zh: '故障诊断' },
  repair: { en: 'record the repair', zh: '登记维修' },
  recordAbsence: { en: 'record an absence', zh: '登记工程师缺勤' },
  recordAbsenceWithdrawn: { en: 'record that an absence was withdrawn', zh: '登记缺勤撤回' },
  recordTripCost: { en: 'record the cost of a visit', zh: '登记上门费用' },
  verify: { en: 'verify the repair', zh: '验证维修结果' },
  leaveUnfinished: { en: 'record an unfinished visit', zh: '登记未完成离场' },
  orderParts: { en: 'order parts', zh: '订购备件' },
  recordPartsProgress: { en: 'record the progress of parts', zh: '登记备件进度' },
  attributeRepeat: { en: 'attribute the repeat repair', zh: '判定重复维修原因' },
  prepareQuote: { en: 'prepare a quote', zh: '报价' },
  reviseQuote: { en: 'revise the quote', zh: '修订报价' },
  decideQuote: { en: 'record the decision on the quote', zh: '登记报价确认结果' },
  endUnrepaired: { en: 'end without a repair', zh: '不维修结束' },
  resolveRemotely: { en: 'resolve remotely', zh: '远程解决' },
  report: { en: 'submit the service report', zh: '提交售后服务报告单' },
  amendReport: { en: 'amend the service report', zh: '更正售后服务报告单' },
  recordSurvey: { en: 'record the satisfaction survey', zh: '登记满意度调查' },
  recordRevisit: { en: 'record the follow-up call', zh: '登记回访' },
  reopen: { en: 'reopen', zh: '重开服务单' },
  close: { en: 'close', zh: '结案' },
  cancel: { en: 'cancel', zh: '取消' },
  pause: { en: 'pause', zh: '暂停' },
  resume: { en: 'resume', zh: '恢复' },
  handOver: { en: 'transfer', zh: '移交' },
  escalate: { en: 'escalate', zh: '上报' },
  changePriority: { en: 'change the priority', zh: '变更优先级' },
  overruleEntitlement: { en: 'override the entitlement', zh: '改判保修权益' },
  sendLink: { en: 'send the customer their link', zh: '向客户发送服务单链接' },
  addNote: { en: 'add a note', zh: '添加备注' },
  attach: { en: 'attach a file', zh: '添加附件' },
  join: { en: 'merge into another case', zh: '并入其他服务单' },
  takeJoined: { en: 'accept a merged case', zh: '接收并入的服务单' },
  recordJoinedRequest: { en: 'accept a merged request', zh: '接收并入的请求' },
  decideApproval: { en: 'decide an approval', zh: '审批' },
  delegateApproval: { en: 'delegate an approval', zh: '转交审批' },
  remindApproval: { en: 'send an approval reminder', zh: '催办审批' },
  completeFollowUp: { en: 'complete an action item', zh: '完成跟进' },
};

export const REQUEST_TYPE_NAMES: Readonly<Record<RequestType, Bilingual>> = {
  consultation: { en: 'consultation', zh: '咨询' },
  repair: { en: 'repair', zh: '维修' },
  installation: { en: 'installation and commissioning', zh: '安装调试' },
  refund: { en: 'refund', zh: '退货' },
  exchange: { en: 'exchange', zh: '换货' },
  relocation: { en: 'relocation', zh: '移机' },
  'spare-parts': { en: 'spare parts', zh: '备件订购' },
  complaint: { en: 'complaint', zh: '投诉' },
  'quality-feedback': { en: 'quality feedback', zh: '质量反馈' },
  'care-visit': { en: 'care visit', zh: '关怀走访' },
};

const NAMES: ReadonlyMap<string, Bilingual> = new Map([
  ...ORDER_STAGES.map((stage) => [stage, ORDER_STAGE_NAMES[stage]] as const),
  ...Object.entries(ORDER_COMMAND_NAMES),
  ...STAGES.map((stage) => [stage, STAGE_NAMES[stage]] as const),
  ...Object.entries(COMMAND_NAMES),
  // Aftercare's own: no person gives them.
  ['elapseClock', { en: 'process a deadline', zh: '时限到期处理' }] as const,
  ['settleCall', { en: 'record the answer of another system', zh: '登记外部系统答复' }] as const,
  ...Object.entries(REQUEST_TYPE_NAMES),
  ...Object.entries(APPROVAL_KIND_NAMES),
  ...Object.entries(APPROVAL_STATUS_NAMES),
  ...Object.entries(ROLE_NAMES),
  ...Object.entries(WITHDRAWAL_NAMES),
  ...Object.entries(QUOTE_STATUS_NAMES),
  ['answered-by-customer', { en: 'through the link', zh: '通过链接提交' }] as const,
  [
    'answered-by-staff',
    { en: 'by our staff with the answer you gave', zh: '由我们的工作人员按您的答复登记' },
  ] as const,
  ['none', { en: 'none', zh: '无' }] as const,
  ['line', { en: 'line', zh: '行' }] as const,
  ['purchase', { en: 'purchase', zh: '采购' }] as const,
  ['shipment', { en: 'shipment', zh: '发货' }] as const,
]);

/** Codes of the rules (`surveyed, revisited`) as a person reads them; what is no code stays as it is. */
export const inWords = (codes: string, language: Language): string =>
  codes
    .split(', ')
    .map((code) => NAMES.get(code)?.[language] ?? code)
    .join(language === 'zh' ? '、' : ', ');
