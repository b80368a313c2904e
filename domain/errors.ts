import { AFTER_SERVICE_ERRORS } from './case/after-service/errors';
import { DEADLINE_ERRORS } from './case/common/deadline-errors';
import { JOINING_ERRORS } from './case/intake/joining-errors';
import { OFFER_ERRORS } from './case/dispatch/errors';
import { ENTITLEMENT_ERRORS } from './entitlement/errors';
import { MONEY_ERRORS } from './money/errors';
import { REPORT_ERRORS } from './case/report/errors';
import { isJsonObject, type JsonObject } from './json';
import { PARTS_ORDER_ERRORS } from './parts-order/errors';
import { PROCESS_ERRORS } from './process/errors';

/**
 * Every refusal the rules can give, with its words in both languages. `{name}` is filled from the error's parameters.
 * The HTTP status of each code is in `api/http/errors/domain-statuses.ts`.
 */
export const DOMAIN_ERRORS = {
  ...PARTS_ORDER_ERRORS,
  ...DEADLINE_ERRORS,
  ...AFTER_SERVICE_ERRORS,
  ...OFFER_ERRORS,
  ...ENTITLEMENT_ERRORS,
  ...MONEY_ERRORS,
  ...REPORT_ERRORS,
  ...PROCESS_ERRORS,
  ...JOINING_ERRORS,
  'CASE.NOT_PERMITTED': {
    en: 'Your role may not do "{command}" on a case.',
    zh: '您的角色无权对服务单执行“{command}”。',
  },
  'CASE.WRONG_STAGE': {
    en: '"{command}" is not possible while the case is {stage}; it is possible when {possible}.',
    zh: '服务单处于“{stage}”时不能执行“{command}”；可执行的阶段：{possible}。',
  },
  'CASE.ENDED': {
    en: 'The case is {stage}; nothing more can be done on it.',
    zh: '服务单已{stage}，不能再作任何操作。',
  },
  'CASE.ALREADY_REGISTERED': { en: 'The case is registered already.', zh: '服务单已经登记。' },
  'CASE.NOT_REGISTERED': { en: 'The case is not registered yet.', zh: '服务单尚未登记。' },
  'CASE.STALE': {
    en: 'The case has changed since you read it: you saw version {expected}, it is at {actual}. Read it again.',
    zh: '服务单已被更改：您看到的是版本 {expected}，现为版本 {actual}。请重新读取。',
  },
  'CASE.CUSTOMER_UNKNOWN': {
    en: 'The customer is not identified yet: identify the customer first.',
    zh: '客户尚未确认：请先确认客户。',
  },
  'CASE.NOT_PAUSED': { en: 'The case is not paused.', zh: '服务单未暂停。' },
  'CASE.PAUSED': {
    en: 'The case is paused ({reason}); resume it first.',
    zh: '服务单已暂停（{reason}），请先恢复。',
  },
  'CASE.NOT_ANSWERED': {
    en: 'The request has not been answered yet: answer it first.',
    zh: '请求尚未答复：请先答复。',
  },
  'CASE.QUESTION_WITH_HQ': {
    en: 'The question has been escalated to headquarters; headquarters answers it.',
    zh: '问题已上报总部，由总部答复。',
  },
  'CASE.ALREADY_ESCALATED': { en: 'The question is with headquarters already.', zh: '问题已上报总部。' },
  'CASE.NOT_ON_SITE_TYPE': {
    en: 'A request of type {requestType} is not dispatched to an engineer; resolve it instead.',
    zh: '“{requestType}”类请求不派工，请直接记录处理结果。',
  },
  'CASE.NOT_ASSIGNED_TO_YOU': {
    en: 'The work order is assigned to another engineer.',
    zh: '该派工单已分配给其他工程师。',
  },
  'CASE.WITH_THEM_ALREADY': { en: 'The case is with {name} already.', zh: '服务单已在{name}处。' },
  'CASE.COLLEAGUE_ELSEWHERE': {
    en: '{name} works in another region than the engineer who was dispatched.',
    zh: '{name}与已派工程师不在同一区域。',
  },
  'CASE.NOBODY_ABOVE': {
    en: 'There is nobody further up to escalate to: the case is with headquarters already.',
    zh: '已无上级可上报：服务单已在总部。',
  },
  'CASE.ESCALATED_ABOVE_YOU': {
    en: 'It was escalated to the {role}, who completes it.',
    zh: '该事项已上报{role}，由其完成。',
  },
  'CASE.SAME_PRIORITY': { en: 'The case has that priority already.', zh: '服务单已是该优先级。' },
  'CASE.ALREADY_DEPARTED': { en: 'The engineer has set out already.', zh: '工程师已经出发。' },
  'CASE.ENGINEER_ON_THE_WAY': {
    en: 'The engineer is on the way: call us if the time does not suit you any more.',
    zh: '工程师已在途中，如需改期请致电我们。',
  },
  'CASE.NO_REPEAT_REPAIR': { en: 'The case is not a repeat repair.', zh: '该服务单不属于重复维修。' },
  'CASE.REPEAT_NOT_ATTRIBUTED': {
    en: 'A repeat repair is completed by attributing it to a cause.',
    zh: '重复维修须通过判定原因来完成。',
  },
  'CASE.TRIP_COST_MISSING': {
    en: 'What it cost is not known of every trip that was made ({trips}): record it first.',
    zh: '仍有出差未登记费用（第 {trips} 次），请先登记。',
  },
  'CASE.NO_TRIP_WITHOUT_COST': {
    en: 'The cost of every trip that ended on its way is known.',
    zh: '途中改派的出差费用均已登记。',
  },
  'CASE.NOT_VERIFIED': {
    en: 'The repair has not been tested yet: verify it with the customer first.',
    zh: '维修结果尚未验证：请先与客户共同验证。',
  },
  'CASE.VERIFIED_ALREADY': { en: 'The repair is verified already.', zh: '维修结果已验证。' },
  'CASE.DIAGNOSE_AGAIN': {
    en: 'The last repair did not pass its test: diagnose again before the next one.',
    zh: '上次维修未通过验证：请重新诊断后再维修。',
  },
  'CASE.NOT_DIAGNOSED': {
    en: 'It is not known yet which parts are needed: diagnose the fault first.',
    zh: '尚不清楚需要哪些备件：请先诊断故障。',
  },
  'CASE.NO_SUCH_PARTS_ORDER': {
    en: 'The case has no parts order {order}.',
    zh: '服务单没有备件订单 {order}。',
  },
  'CASE.PARTS_ON_ORDER': {
    en: 'Parts for the case are on order: wait for them, or cancel the order.',
    zh: '服务单的备件仍在订购中：请等待到货或取消订单。',
  },
  'CASE.NO_SUCH_TASK': { en: 'The case has no such open task.', zh: '服务单没有该项待办。' },
  'CASE.ATTACHED_ALREADY': {
    en: 'The file {name} is attached to the case already.',
    zh: '文件“{name}”已附在服务单上。',
  },
  'CASE.APPROVAL_PENDING': {
    en: 'An approval is awaited since {since} ({approvalKind}, with: {role}).',
    zh: '“{approvalKind}”自 {since} 起待{role}审批。',
  },
  'CASE.PLAN_REJECTED': {
    en: 'The plan was not approved: {reason} Diagnose again, with another plan.',
    zh: '维修方案未获批准：{reason} 请重新诊断并提出新方案。',
  },
  'APPROVAL.UNKNOWN': {
    en: 'The case has no such approval.',
    zh: '服务单没有该项审批。',
  },
  'APPROVAL.DECIDED_ALREADY': {
    en: '{by} decided this at {at}: {decision}. {reason}',
    zh: '{by}已于 {at} 作出决定：{decision}。{reason}',
  },
  'APPROVAL.WITHDRAWN': {
    en: 'This approval was withdrawn: {withdrawal}.',
    zh: '该审批已撤回：{withdrawal}。',
  },
  'APPROVAL.OWN_REQUEST': {
    en: 'Nobody decides their own request: somebody else has to.',
    zh: '不得审批本人提出的申请，须由他人审批。',
  },
  'APPROVAL.NOT_YOURS': {
    en: 'This approval is with somebody else ({role}).',
    zh: '该审批由{role}处理，您无权审批。',
  },
  'APPROVAL.WITH_THEM_ALREADY': { en: 'It is with {name} already.', zh: '该审批已由{name}处理。' },
  'APPROVAL.NOT_YOUR_REQUEST': {
    en: '{by} has asked for this approval, and alone reminds of it.',
    zh: '该审批由{by}提出，仅申请人可以催办。',
  },
  'APPROVAL.REMINDED_ALREADY': {
    en: 'This was reminded of at {at} already; it can be again from {from} on.',
    zh: '已于 {at} 催办；{from} 起可再次催办。',
  },
  'CASE.QUOTE_NEEDED': {
    en: 'The customer pays a share of this repair and has not accepted a quote (it is: {quoteStatus}). Quote it and have their word first.',
    zh: '本次维修客户需承担部分费用，但尚无客户接受的报价（报价状态：{quoteStatus}）。请先报价并取得客户确认。',
  },
  'QUOTE.NOT_NEEDED': {
    en: 'By the entitlement the customer pays nothing: there is nothing to quote.',
    zh: '按保修权益客户无需付费，无需报价。',
  },
  'QUOTE.EXISTS': {
    en: 'Quote {number} is {quoteStatus}: revise it instead.',
    zh: '报价单 {number} 状态为“{quoteStatus}”，请改用修订报价。',
  },
  'QUOTE.NONE': { en: 'The case has no quote.', zh: '服务单没有报价。' },
  'QUOTE.NOT_OFFERED': {
    en: 'Quote {number} is {quoteStatus}: there is nothing to decide.',
    zh: '报价单 {number} 状态为“{quoteStatus}”，无需确认。',
  },
  'QUOTE.REVISED': {
    en: 'The quote has been revised since: the one that counts is {number}. Look at it first.',
    zh: '报价已修订，现行报价单为 {number}，请先查看。',
  },
  'QUOTE.NOT_DECLINED': {
    en: 'The case ends without a repair only where the customer has declined the quote, or let it lapse.',
    zh: '仅在客户拒绝报价或报价过期后，方可不维修而结束。',
  },
  'ENGINEER.NOT_FREE': {
    en: '{engineer} has no time then: taken from {from} to {to}.',
    zh: '{engineer}该时段已有安排（{from} 至 {to}）。',
  },
  'ABSENCE.NOT_PERMITTED': {
    en: 'An engineer tells of their own absence; for others it is their director or headquarters.',
    zh: '工程师只能登记本人的缺勤；他人的缺勤由其中心主任或总部登记。',
  },
  'ABSENCE.OVERLAPS': {
    en: '{engineer} is absent then already: from {from} to {to}.',
    zh: '{engineer}该时段已登记缺勤（{from} 至 {to}）。',
  },
  'COMMAND.INSTANT_IN_FUTURE': {
    en: 'The time at which it happened lies in the future.',
    zh: '发生时间晚于当前时间。',
  },
  'COMMAND.PROOF_TOO_LATE': {
    en: 'Broken at {dueAt}. You may enter proof that it was kept up to {hours} hours afterwards: later, a supervisor has to.',
    zh: '该承诺已于 {dueAt} 超时。事情发生后 {hours} 小时内您可补录按时履约的凭据，逾期须由主管补录。',
  },
  'COMMAND.INSTANT_TOO_EARLY': {
    en: 'It cannot have happened before {earliest}.',
    zh: '发生时间不得早于 {earliest}。',
  },
  'COMMAND.ID_RESERVED': {
    en: 'The command id {id} is one that the system gives; take another, such as a UUID.',
    zh: '命令编号 {id} 为系统保留，请换用其他编号（如 UUID）。',
  },
  'COMMAND.INVALID': { en: 'That cannot be: {reason}.', zh: '填写有误：{reason}。' },
  'COMMAND.UNKNOWN': { en: 'No command is called "{command}".', zh: '没有名为“{command}”的操作。' },
} as const satisfies Record<string, { en: string; zh: string }>;

export type DomainErrorCode = keyof typeof DOMAIN_ERRORS;

export const fillTemplate = (template: string, params: JsonObject): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    const text = isJsonObject(value) ? value['en'] : value;
    return typeof text === 'string' ? text : JSON.stringify(value);
  });

/** Where workflows run `Error` is frozen, and gives a few frames whatever is asked: an assignment would throw there. */
const setFrames = (limit: number): boolean => Reflect.set(Error, 'stackTraceLimit', limit);

/**
 * A refusal by a rule: expected, explained, and nothing has changed. It has no stack trace: its code says which rule it was, and whoever asks
 * what is possible now has one made for each command that is not.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: DomainErrorCode,
    readonly params: JsonObject = {},
    /** The part of the command at fault, as a path (`data.engineerId`). */
    readonly field?: string,
  ) {
    const frames = Error.stackTraceLimit;
    setFrames(0);
    super(fillTemplate(DOMAIN_ERRORS[code].en, params));
    setFrames(frames);
  }
}
