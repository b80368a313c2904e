import type { Bilingual } from '../bilingual';
import type { CaseEvent } from './events';
import { FLOW_EVENT_SENTENCES } from './flows/all-terms';

/**
 * The sentence of each event as staff read it in the history of a case; `{path}` stands for a value of the event's data and `{path:list}` for
 * the name of a code of that list. The actor and the time stand beside the sentence. An event without one does not compile.
 */
export const EVENT_SENTENCES: Readonly<Record<CaseEvent['type'], Bilingual>> = {
  // Intake
  CaseRegistered: {
    en: 'Registered by {channel:channel} from {sender.name}: {subject}',
    zh: '通过{channel:channel}登记，来自{sender.name}：{subject}',
  },
  CustomerIdentified: { en: 'Identified the customer: {customer.name}', zh: '确认客户：{customer.name}' },
  CustomerMerged: {
    en: 'The customer record {previous.name} was merged into {customer.name}',
    zh: '客户档案“{previous.name}”已并入“{customer.name}”',
  },
  CustomerUnmerged: {
    en: 'The merge was undone: the customer is {customer.name} again',
    zh: '已撤销客户合并，客户恢复为“{customer.name}”',
  },
  QuestionEscalated: { en: 'Passed the question on: {question}', zh: '问题已上报：{question}' },
  RequestAnswered: { en: 'Answered the customer: {text}', zh: '答复客户：{text}' },
  CaseClassified: {
    en: 'Classified as {requestType:requestType}, priority {priority:priority}: {symptom}',
    zh: '分类为{requestType:requestType}，优先级{priority:priority}：{symptom}',
  },
  JoinRequested: { en: 'Asked to join this case to {into}', zh: '请求并入服务单 {into}' },
  JoinAgreed: { en: 'Agreed to take over {fromCase}', zh: '同意接收服务单 {fromCase}' },
  JoinRefused: { en: '{into} could not take this case over', zh: '服务单 {into} 无法接收本单' },
  RequestJoined: {
    en: 'Request {requestNumber} joined from {fromCase}',
    zh: '请求 {requestNumber} 已从 {fromCase} 并入',
  },
  CaseJoined: { en: 'This case was joined to {into}', zh: '本单已并入 {into}' },
  // Entitlement
  EntitlementJudged: { en: 'Warranty and contracts were checked', zh: '已核对质保与合同' },
  EntitlementOverruled: { en: 'Changed what is covered: {reason}', zh: '调整了覆盖范围：{reason}' },
  // Dispatch
  OfferMade: { en: 'Offered the job to {to.nameEn}', zh: '向{to.nameZh}派单询问' },
  OfferPassedOn: {
    en: '{from.nameEn} did not take the job; offered to {to.nameEn}',
    zh: '{from.nameZh}未接单，转询{to.nameZh}',
  },
  OfferAccepted: { en: '{by.nameEn} accepted the job', zh: '{by.nameZh}已接单' },
  OfferWithdrawn: { en: 'The offer to {from.nameEn} was withdrawn', zh: '已撤回对{from.nameZh}的派单询问' },
  EngineerDispatched: { en: 'Dispatched {engineer.name}', zh: '已派工程师{engineer.name}' },
  EngineerReassigned: { en: 'Reassigned to {engineer.name}: {reason}', zh: '改派{engineer.name}：{reason}' },
  AppointmentMoved: { en: 'Moved the appointment', zh: '调整了上门时间' },
  EngineerAbsent: { en: 'The engineer is absent at the time of the appointment', zh: '工程师在约定时间请假' },
  AbsenceWithdrawn: { en: 'The engineer is available again', zh: '工程师的请假已取消' },
  // Visit
  EngineerDeparted: { en: 'The engineer set out', zh: '工程师已出发' },
  EngineerArrived: { en: 'The engineer arrived', zh: '工程师已到达' },
  VisitLeftUnfinished: {
    en: 'Left without finishing ({reason:unfinishedReason}): {note}',
    zh: '未完成离开（{reason:unfinishedReason}）：{note}',
  },
  TripCostRecorded: { en: 'Recorded the cost of a visit', zh: '登记了上门成本' },
  // Parts
  PartsOrdered: { en: 'Ordered parts: {number}', zh: '已订购备件：{number}' },
  PartsAwaited: { en: 'Waiting for parts of {order}', zh: '等待备件订单 {order} 到货' },
  PartsProgressed: { en: 'News of parts order {order}', zh: '备件订单 {order} 有新进展' },
  PartsArrived: { en: 'The parts have arrived', zh: '备件已到齐' },
  PartsAccounted: { en: 'Settled the parts handed out and used', zh: '已核对领用与使用的备件' },
  PartsRedirected: { en: 'Reserved parts follow the engineer', zh: '预留备件随工程师调整' },
  OrdersRedirected: { en: 'Ordered parts follow the engineer', zh: '订购的备件随工程师调整' },
  // Quote
  QuotePrepared: { en: 'Prepared quote {number}', zh: '已编制报价 {number}' },
  QuoteDisapproved: {
    en: 'Quote {number} was not approved: {reason}',
    zh: '报价 {number} 未获批准：{reason}',
  },
  QuoteOffered: { en: 'Sent quote {number} to the customer', zh: '已向客户发出报价 {number}' },
  QuoteAccepted: { en: 'The customer accepted quote {number}', zh: '客户接受了报价 {number}' },
  QuoteRefused: { en: 'The customer declined quote {number}', zh: '客户拒绝了报价 {number}' },
  QuoteLapsed: { en: 'Quote {number} is no longer valid', zh: '报价 {number} 已过有效期' },
  QuoteVoided: {
    en: 'Quote {number} was voided ({reason:quoteVoidReason})',
    zh: '报价 {number} 作废（{reason:quoteVoidReason}）',
  },
  InvoiceIssued: { en: 'Issued invoice {number}', zh: '已开具账单 {number}' },
  InvoiceCredited: { en: 'Credited invoice {number}', zh: '账单 {number} 已冲销' },
  // Approval
  ApprovalRequested: {
    en: 'Asked for approval of the {need.kind:approvalKind}',
    zh: '提请审批：{need.kind:approvalKind}',
  },
  ApprovalDecided: {
    en: 'Decision on the {kind:approvalKind}: {decision:approvalDecision}. {reason}',
    zh: '{kind:approvalKind}审批结果：{decision:approvalDecision}。{reason}',
  },
  ApprovalDelegated: {
    en: 'Delegated the approval to {to.name}: {reason}',
    zh: '审批已转交{to.name}：{reason}',
  },
  ApprovalEscalated: {
    en: 'The approval was passed on to the {with.role:role}',
    zh: '审批已升级至{with.role:role}',
  },
  ApprovalReminded: { en: 'Reminded the approver', zh: '已提醒审批人' },
  ApprovalWithdrawn: {
    en: 'The approval is no longer needed ({withdrawal:approvalWithdrawal})',
    zh: '审批已撤回（{withdrawal:approvalWithdrawal}）',
  },
  // Report
  ServiceReported: { en: 'Reported the service', zh: '已提交服务报告' },
  InstallationAccepted: { en: 'The customer accepted the installation', zh: '客户已验收安装' },
  ReportAmended: { en: 'Amended the report: {reason}', zh: '更正了服务报告：{reason}' },
  FileAttached: { en: 'Attached {attachment.name}', zh: '上传附件：{attachment.name}' },
  // After-service
  SurveyAsked: { en: 'Asked the customer about the service', zh: '已发出满意度调查' },
  SurveyAnswered: {
    en: 'The customer answered the survey: product {productScore}, service {serviceScore}',
    zh: '客户评价：产品 {productScore} 分，服务 {serviceScore} 分',
  },
  SurveyLapsed: { en: 'The survey was not answered', zh: '客户未答复满意度调查' },
  RevisitDecided: {
    en: 'Decided whether to make a follow-up call ({reason:revisitReason})',
    zh: '确定是否回访（{reason:revisitReason}）',
  },
  RevisitAttempted: { en: 'Follow-up call: not reached. {note}', zh: '回访未接通：{note}' },
  RevisitMade: {
    en: 'Follow-up call: {outcome:revisitOutcome}. {note}',
    zh: '回访结果：{outcome:revisitOutcome}。{note}',
  },
  CaseReopened: { en: 'Reopened: {reason}', zh: '重新打开：{reason}' },
  CaseClosed: { en: 'Closed', zh: '已关闭' },
  CallSettled: {
    en: 'The parts or finance system answered a request of this case',
    zh: '备件或财务系统已答复本单的请求',
  },
  FollowUpOpened: {
    en: 'Opened an action item: {kind:followUp}. {reason}',
    zh: '新增待办：{kind:followUp}。{reason}',
  },
  FollowUpDone: { en: 'Completed an action item: {note}', zh: '待办已完成：{note}' },
  // Steering
  CaseCancelled: { en: 'Cancelled: {reason}', zh: '已取消：{reason}' },
  CasePaused: { en: 'Put on hold: {reason}', zh: '已暂停：{reason}' },
  CaseResumed: { en: 'Resumed', zh: '已恢复处理' },
  PriorityChanged: {
    en: 'Priority is now {priority:priority}: {reason}',
    zh: '优先级改为{priority:priority}：{reason}',
  },
  LinkSent: { en: 'Sent the customer a link to this case', zh: '已向客户发送服务单链接' },
  CustomerWrote: { en: 'The customer wrote: {text}', zh: '客户留言：{text}' },
  NoteAdded: { en: 'Note: {text}', zh: '备注：{text}' },
  CaseHandedOver: { en: 'Handed over to {to.name}: {reason}', zh: '移交给{to.name}：{reason}' },
  // Clocks
  ClockStarted: { en: 'The clock of {clock:clock} started', zh: '“{clock:clock}”开始计时' },
  ClockWarned: { en: 'Little time is left for {clock:clock}', zh: '“{clock:clock}”即将到期' },
  ClockBreached: { en: 'The promise was broken: {clock:clock}', zh: '承诺已超时：{clock:clock}' },
  ClockEscalated: {
    en: 'The delay of {clock:clock} was brought to the {to:role}',
    zh: '“{clock:clock}”已升级至{to:role}',
  },
  ClockExpired: { en: 'Time ran out: {clock:clock}', zh: '“{clock:clock}”已到期' },
  ClockMet: { en: 'The promise was kept: {clock:clock}', zh: '承诺已兑现：{clock:clock}' },
  ClockPaused: { en: 'The clock of {clock:clock} paused', zh: '“{clock:clock}”暂停计时' },
  ClockResumed: { en: 'The clock of {clock:clock} resumed', zh: '“{clock:clock}”恢复计时' },
  ClockStopped: { en: 'The clock of {clock:clock} stopped', zh: '“{clock:clock}”停止计时' },
  ClockMoved: {
    en: 'The due time of {clock:clock} moved with the appointment',
    zh: '“{clock:clock}”的时限随预约调整',
  },
  ClockBound: { en: 'The due time of {clock:clock} was set', zh: '“{clock:clock}”的时限已确定' },
  ClockCorrected: { en: 'The clock of {clock:clock} was corrected', zh: '“{clock:clock}”的计时已更正' },
  ClockFactsChanged: { en: 'The terms of {clock:clock} changed', zh: '“{clock:clock}”的计时依据已变更' },
  ...FLOW_EVENT_SENTENCES,
};
