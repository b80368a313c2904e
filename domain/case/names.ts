import type { Bilingual } from '../bilingual';
import type { FollowUpKind } from './after-service/terms';
import { FLOW_COMMAND_NAMES, flowTermsOf, REQUEST_TYPES } from './flows/all-terms';
import type { RequestType } from './terms';

/** Names of the commands for people. */
export const COMMAND_NAMES = {
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
  depart: { en: 'record the departure', zh: '登记出发' },
  arrive: { en: 'record the arrival', zh: '登记到场' },
  recordAbsence: { en: 'record an absence', zh: '登记工程师缺勤' },
  recordAbsenceWithdrawn: { en: 'record that an absence was withdrawn', zh: '登记缺勤撤回' },
  recordTripCost: { en: 'record the cost of a visit', zh: '登记上门费用' },
  leaveUnfinished: { en: 'record an unfinished visit', zh: '登记未完成离场' },
  orderParts: { en: 'order parts', zh: '订购备件' },
  recordPartsProgress: { en: 'record the progress of parts', zh: '登记备件进度' },
  prepareQuote: { en: 'prepare a quote', zh: '报价' },
  reviseQuote: { en: 'revise the quote', zh: '修订报价' },
  decideQuote: { en: 'record the decision on the quote', zh: '登记报价确认结果' },
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
  recordMessage: { en: 'record a message of the customer', zh: '登记客户留言' },
  addNote: { en: 'add a note', zh: '添加备注' },
  attach: { en: 'attach a file', zh: '添加附件' },
  join: { en: 'merge into another case', zh: '并入其他服务单' },
  takeJoined: { en: 'accept a merged case', zh: '接收并入的服务单' },
  recordJoinedRequest: { en: 'accept a merged request', zh: '接收并入的请求' },
  decideApproval: { en: 'decide an approval', zh: '审批' },
  delegateApproval: { en: 'delegate an approval', zh: '转交审批' },
  remindApproval: { en: 'send an approval reminder', zh: '催办审批' },
  completeFollowUp: { en: 'complete an action item', zh: '完成跟进' },
  ...FLOW_COMMAND_NAMES,
} as const satisfies Readonly<Record<string, Bilingual>>;

export const REQUEST_TYPE_NAMES = Object.fromEntries(
  REQUEST_TYPES.map((type) => [type, flowTermsOf(type).name]),
) as Readonly<Record<RequestType, Bilingual>>;

export const FOLLOW_UP_NAMES: Readonly<Record<FollowUpKind, Bilingual>> = {
  'dissatisfied-customer': { en: 'the customer is dissatisfied', zh: '客户不满意' },
  'customer-message': { en: 'the customer has written', zh: '客户留言' },
  'repeat-repair': { en: 'a repeat repair needs a cause', zh: '重复维修，需判定原因' },
  escalation: { en: 'your help is requested', zh: '请求上级协助' },
  'unit-unregistered': { en: 'an installed unit is not in the register', zh: '已安装的设备尚未登记' },
  'installed-before': {
    en: 'the register has a different installation date for the unit',
    zh: '设备登记的安装日期与服务单不一致',
  },
  'call-failed': { en: 'a call to another system failed', zh: '调用外部系统失败' },
  'undo-failed': { en: 'a compensating step failed', zh: '撤销操作失败' },
};
