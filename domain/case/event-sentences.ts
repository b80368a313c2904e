import type { Bilingual } from '../bilingual';
import { CLOCK_SENTENCES } from './clock-sentences';
import type { CaseEvent } from './events';
import { FLOW_EVENT_SENTENCES } from './flows/all-terms';

/**
 * The sentence of each event as staff read it in the history of a case, filled in by `sentenceOf`, which tells what stands in braces and
 * brackets. The actor and the time stand beside the sentence. An event without one does not compile.
 */
export const EVENT_SENTENCES: Readonly<Record<CaseEvent['type'], Bilingual>> = {
  // Intake
  CaseRegistered: {
    en: 'Registered by {channel:channel} from {sender.name}: {subject}',
    zh: '通过{channel:channel}登记，来自{sender.name}：{subject}',
  },
  CustomerIdentified: {
    en: 'Identified the customer: {customer.name}[, unit {unit.serial}]',
    zh: '确认客户：{customer.name}[，设备 {unit.serial}]',
  },
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
    en: 'Classified as {requestType:requestType}, priority {priority:priority}[, {warranty:warrantyState}]: {symptom}',
    zh: '分类为{requestType:requestType}，优先级{priority:priority}[，{warranty:warrantyState}]：{symptom}',
  },
  JoinRequested: {
    en: 'Asked to join this case to {into}[ instead of {insteadOf}]',
    zh: '请求并入服务单 {into}[，不再并入 {insteadOf}]',
  },
  JoinAgreed: { en: 'Agreed to take over {fromCase}', zh: '同意接收服务单 {fromCase}' },
  JoinRefused: {
    en: '{into} could not take this case over[: {why.en}]',
    zh: '服务单 {into} 无法接收本单[：{why.zh}]',
  },
  RequestJoined: {
    en: 'Request {requestNumber} joined from {fromCase}',
    zh: '请求 {requestNumber} 已从 {fromCase} 并入',
  },
  CaseJoined: { en: 'This case was joined to {into}', zh: '本单已并入 {into}' },
  // Entitlement
  EntitlementJudged: {
    en: 'Warranty and contracts were checked[: {entitlement.state:warrantyState}][; covered: labour {entitlement.labour.percent}%, parts {entitlement.parts.percent}%, travel {entitlement.travel.percent}%]',
    zh: '已核对质保与合同[：{entitlement.state:warrantyState}][；覆盖工时 {entitlement.labour.percent}%、备件 {entitlement.parts.percent}%、路途 {entitlement.travel.percent}%]',
  },
  EntitlementOverruled: {
    en: 'Changed what is covered[ to labour {verdict.labour}%, parts {verdict.parts}%, travel {verdict.travel}%]: {reason}',
    zh: '调整了覆盖范围[（工时 {verdict.labour}%、备件 {verdict.parts}%、路途 {verdict.travel}%）]：{reason}',
  },
  // Dispatch
  OfferMade: {
    en: 'Offered the job to {to.nameEn}[, for {appointment:span}]',
    zh: '向{to.nameZh}派单询问[，上门时间 {appointment:span}]',
  },
  OfferPassedOn: {
    en: '{from.nameEn} did not take the job[ ({how:offerEnd})][: {reason}]; offered to {to.nameEn}',
    zh: '{from.nameZh}未接单[（{how:offerEnd}）][：{reason}]，转询{to.nameZh}',
  },
  OfferAccepted: { en: '{by.nameEn} accepted the job', zh: '{by.nameZh}已接单' },
  OfferWithdrawn: {
    en: 'The offer to {from.nameEn} has ended[: {end:offerEnd}][ ({reason})]',
    zh: '对{from.nameZh}的派单询问已结束[：{end:offerEnd}][（{reason}）]',
  },
  EngineerDispatched: {
    en: 'Dispatched {engineer.name}[, visit {appointment:span}][, parts to take along: {parts:count}]',
    zh: '已派工程师{engineer.name}[，上门时间 {appointment:span}][，携带备件 {parts:count} 种]',
  },
  EngineerReassigned: {
    en: 'Reassigned[ from {previous.name}] to {engineer.name}: {reason}',
    zh: '[由{previous.name}]改派{engineer.name}：{reason}',
  },
  AppointmentMoved: {
    en: 'Moved the appointment[ from {previous:span}] to {appointment:span}[ ({isMissed:missed})][, agreed with the customer {consent.how:consentWay}]',
    zh: '上门时间[由 {previous:span}]改为 {appointment:span}[（{isMissed:missed}）][，已征得客户同意（{consent.how:consentWay}）]',
  },
  EngineerAbsent: {
    en: 'The engineer is absent at the time of the appointment[, from {from:instant} to {to:instant}]',
    zh: '工程师在约定时间请假[（{from:instant} 至 {to:instant}）]',
  },
  AbsenceWithdrawn: { en: 'The engineer is available again', zh: '工程师的请假已取消' },
  // Visit
  EngineerDeparted: { en: 'The engineer set out', zh: '工程师已出发' },
  EngineerArrived: { en: 'The engineer arrived', zh: '工程师已到达' },
  VisitLeftUnfinished: {
    en: 'Left without finishing ({reason:unfinishedReason}): {note}',
    zh: '未完成离开（{reason:unfinishedReason}）：{note}',
  },
  TripCostRecorded: { en: 'Recorded the cost of visit {trip}', zh: '登记了第 {trip} 次上门的成本' },
  // Parts
  PartsOrdered: {
    en: 'Ordered parts: {number}[, items: {lines:count}][, needed by {neededBy:instant}]',
    zh: '已订购备件：{number}[，共 {lines:count} 项][，需于 {neededBy:instant} 前到货]',
  },
  PartsAwaited: { en: 'Waiting for parts of {order}', zh: '等待备件订单 {order} 到货' },
  PartsProgressed: {
    en: 'Parts order {order}: {progress.stage:partsOrderStage}[, expected {progress.expectedOn}][, parcels sent: {progress.shipments:count}][, the latest by {progress.shipments.last.carrier}][ ({progress.shipments.last.tracking})]',
    zh: '备件订单 {order}：{progress.stage:partsOrderStage}[，预计 {progress.expectedOn} 到货][，已发 {progress.shipments:count} 个包裹][，最近一个由{progress.shipments.last.carrier}承运][（{progress.shipments.last.tracking}）]',
  },
  PartsArrived: { en: 'The parts have arrived', zh: '备件已到齐' },
  PartsAccounted: {
    en: 'Settled the parts handed out and used[; taken from local stock: {draws:count}][; given back: {handBacks:count}]',
    zh: '已核对领用与使用的备件[；就地取用 {draws:count} 项][；退库 {handBacks:count} 项]',
  },
  PartsRedirected: {
    en: 'Reserved parts follow the engineer[: {parts:list}]',
    zh: '预留备件随工程师调整[：{parts:list}]',
  },
  OrdersRedirected: {
    en: 'Ordered parts follow the engineer[: {orders:list}]',
    zh: '订购的备件随工程师调整[：{orders:list}]',
  },
  // Quote
  QuotePrepared: {
    en: 'Prepared quote {number}[: {totalCents:money}][, {reason}]',
    zh: '已编制报价 {number}[：{totalCents:money}][，{reason}]',
  },
  QuoteDisapproved: {
    en: 'Quote {number} was not approved: {reason}',
    zh: '报价 {number} 未获批准：{reason}',
  },
  QuoteOffered: {
    en: 'Sent quote {number} to the customer[, valid until {validUntil:instant}]',
    zh: '已向客户发出报价 {number}[，有效期至 {validUntil:instant}]',
  },
  QuoteAccepted: {
    en: 'The customer accepted quote {number}[ ({consent.how:consentWay})]',
    zh: '客户接受了报价 {number}[（{consent.how:consentWay}）]',
  },
  QuoteRefused: {
    en: 'The customer declined quote {number}[ ({consent.how:consentWay})][: {reason}]',
    zh: '客户拒绝了报价 {number}[（{consent.how:consentWay}）][：{reason}]',
  },
  QuoteLapsed: { en: 'Quote {number} is no longer valid', zh: '报价 {number} 已过有效期' },
  QuoteVoided: {
    en: 'Quote {number} was voided ({reason:quoteVoidReason})',
    zh: '报价 {number} 作废（{reason:quoteVoidReason}）',
  },
  InvoiceIssued: {
    en: 'Issued invoice {number}[: {totalCents:money}]',
    zh: '已开具账单 {number}[：{totalCents:money}]',
  },
  InvoiceCredited: {
    en: 'Credited invoice {number}[ ({reason:creditReason})]',
    zh: '账单 {number} 已冲销[（{reason:creditReason}）]',
  },
  // Approval
  ApprovalRequested: {
    en: 'Asked for approval of the {need.kind:approvalKind}[, {amountCents:money}][: {need.reasonEn}]',
    zh: '提请审批：{need.kind:approvalKind}[，{amountCents:money}][（{need.reasonZh}）]',
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
  ServiceReported: {
    en: 'Reported the service[: labour {labourMinutes} min, travel {travelMinutes} min][, signed by {signedBy}]',
    zh: '已提交服务报告[：工时 {labourMinutes} 分钟、路途 {travelMinutes} 分钟][，{signedBy}签字]',
  },
  InstallationAccepted: {
    en: 'The customer accepted the installation[ of {serial}][ on {on}][, signed by {signedBy}][: {reason}]',
    zh: '客户已验收安装[：设备 {serial}][，{on}][，{signedBy}签字][（{reason}）]',
  },
  ReportAmended: { en: 'Amended the report: {reason}', zh: '更正了服务报告：{reason}' },
  FileAttached: {
    en: 'Attached {attachment.name}[: {caption}]',
    zh: '上传附件：{attachment.name}[（{caption}）]',
  },
  // After-service
  SurveyAsked: { en: 'Asked the customer about the service', zh: '已发出满意度调查' },
  SurveyAnswered: {
    en: 'The customer answered the survey: product {productScore}, service {serviceScore}[. {comment}]',
    zh: '客户评价：产品 {productScore} 分，服务 {serviceScore} 分[。{comment}]',
  },
  SurveyLapsed: { en: 'The survey was not answered', zh: '客户未答复满意度调查' },
  RevisitDecided: {
    en: '{required:revisitNeed}[ ({reason:revisitReason})]',
    zh: '{required:revisitNeed}[（{reason:revisitReason}）]',
  },
  RevisitAttempted: {
    en: 'Follow-up call: not reached[, again from {nextFrom:instant}]. {note}',
    zh: '回访未接通[，{nextFrom:instant} 后再试]：{note}',
  },
  RevisitMade: {
    en: 'Follow-up call: {outcome:revisitOutcome}. {note}',
    zh: '回访结果：{outcome:revisitOutcome}。{note}',
  },
  CaseReopened: { en: 'Reopened: {reason}', zh: '重新打开：{reason}' },
  CaseClosed: { en: 'Closed', zh: '已关闭' },
  CallSettled: {
    en: '{call:systemCall}[: {outcome.ok:callOutcome}][, {undo:callUndo}]',
    zh: '{call:systemCall}[：{outcome.ok:callOutcome}][，{undo:callUndo}]',
  },
  FollowUpOpened: {
    en: 'Opened an action item: {kind:followUp}. {reasonNames.en|reason}',
    zh: '新增待办：{kind:followUp}。{reasonNames.zh|reason}',
  },
  FollowUpDone: {
    en: 'Completed an action item: [{outcome.redress:redress}. ]{note}',
    zh: '待办已完成：[{outcome.redress:redress}。]{note}',
  },
  // Steering
  CaseCancelled: { en: 'Cancelled: {reason}', zh: '已取消：{reason}' },
  CasePaused: {
    en: 'Put on hold[ until {until:instant}]: {reason}',
    zh: '已暂停[，至 {until:instant}]：{reason}',
  },
  CaseResumed: { en: 'Resumed[ ({byItself:resumedBy})]', zh: '已恢复处理[（{byItself:resumedBy}）]' },
  PriorityChanged: {
    en: 'Priority is now {priority:priority}: {reason}',
    zh: '优先级改为{priority:priority}：{reason}',
  },
  LinkSent: { en: 'Sent the customer a link to this case', zh: '已向客户发送服务单链接' },
  CustomerWrote: {
    en: 'The customer wrote[ ({kind:messageKind})]: {text}',
    zh: '客户留言[（{kind:messageKind}）]：{text}',
  },
  NoteAdded: { en: 'Note: {text}', zh: '备注：{text}' },
  CaseHandedOver: {
    en: 'Handed over[ from {previous.name}] to {to.name}: {reason}',
    zh: '[由{previous.name}]移交给{to.name}：{reason}',
  },
  ...CLOCK_SENTENCES,
  ...FLOW_EVENT_SENTENCES,
};
