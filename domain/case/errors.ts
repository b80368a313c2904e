import type { Refusals } from '../refusal';

/** Refusals of a service case at large: its stage, its owner, its desk. */
export const CASE_ERRORS = {
  'CASE.NOT_PERMITTED': {
    kind: 'forbidden',
    en: 'Your role may not do "{command}" on a case.',
    zh: '您的角色无权对服务单执行“{command}”。',
  },
  'CASE.WRONG_STAGE': {
    kind: 'conflict',
    en: '"{command}" is not possible while the case is {stage}; it is possible when {possible}.',
    zh: '服务单处于“{stage}”时不能执行“{command}”；可执行的阶段：{possible}。',
  },
  'CASE.ENDED': {
    kind: 'conflict',
    en: 'The case is {stage}; nothing more can be done on it.',
    zh: '服务单已{stage}，不能再作任何操作。',
  },
  'CASE.ALREADY_REGISTERED': {
    kind: 'conflict',
    en: 'The case is registered already.',
    zh: '服务单已经登记。',
  },
  'CASE.NOT_REGISTERED': {
    kind: 'conflict',
    en: 'The case is not registered yet.',
    zh: '服务单尚未登记。',
  },
  'CASE.STALE': {
    kind: 'stale',
    en: 'The case has changed since you read it: you saw version {expected}, it is at {actual}. Read it again.',
    zh: '服务单已被更改：您看到的是版本 {expected}，现为版本 {actual}。请重新读取。',
  },
  'CASE.CUSTOMER_UNKNOWN': {
    kind: 'conflict',
    en: 'The customer is not identified yet: identify the customer first.',
    zh: '客户尚未确认：请先确认客户。',
  },
  'CASE.NOT_PAUSED': {
    kind: 'conflict',
    en: 'The case is not paused.',
    zh: '服务单未暂停。',
  },
  'CASE.PAUSED': {
    kind: 'conflict',
    en: 'The case is paused ({reason}); resume it first.',
    zh: '服务单已暂停（{reason}），请先恢复。',
  },
  'CASE.NOT_ANSWERED': {
    kind: 'conflict',
    en: 'The request has not been answered yet: answer it first.',
    zh: '请求尚未答复：请先答复。',
  },
  'CASE.QUESTION_WITH_HQ': {
    kind: 'forbidden',
    en: 'The question has been escalated to headquarters; headquarters answers it.',
    zh: '问题已上报总部，由总部答复。',
  },
  'CASE.ALREADY_ESCALATED': {
    kind: 'conflict',
    en: 'The question is with headquarters already.',
    zh: '问题已上报总部。',
  },
  'CASE.NOT_ON_SITE_TYPE': {
    kind: 'conflict',
    en: 'A request of type {requestType} is not dispatched to an engineer; resolve it instead.',
    zh: '“{requestType}”类请求不派工，请直接记录处理结果。',
  },
  'CASE.NOT_ASSIGNED_TO_YOU': {
    kind: 'forbidden',
    en: 'The work order is assigned to another engineer.',
    zh: '该派工单已分配给其他工程师。',
  },
  'CASE.WITH_THEM_ALREADY': {
    kind: 'invalid',
    en: 'The case is with {name} already.',
    zh: '服务单已在{name}处。',
  },
  'CASE.COLLEAGUE_ELSEWHERE': {
    kind: 'invalid',
    en: '{name} works in another region than the engineer who was dispatched.',
    zh: '{name}与已派工程师不在同一区域。',
  },
  'CASE.NOBODY_ABOVE': {
    kind: 'conflict',
    en: 'There is nobody further up to escalate to: the case is with headquarters already.',
    zh: '已无上级可上报：服务单已在总部。',
  },
  'CASE.ESCALATED_ABOVE_YOU': {
    kind: 'forbidden',
    en: 'It was escalated to the {role}, who completes it.',
    zh: '该事项已上报{role}，由其完成。',
  },
  'CASE.SAME_PRIORITY': {
    kind: 'invalid',
    en: 'The case has that priority already.',
    zh: '服务单已是该优先级。',
  },
  'CASE.NO_SUCH_PARTS_ORDER': {
    kind: 'invalid',
    en: 'The case has no parts order {order}.',
    zh: '服务单没有备件订单 {order}。',
  },
  'CASE.PARTS_ON_ORDER': {
    kind: 'conflict',
    en: 'Parts for the case are on order: wait for them, or cancel the order.',
    zh: '服务单的备件仍在订购中：请等待到货或取消订单。',
  },
  'CASE.NO_SUCH_TASK': {
    kind: 'invalid',
    en: 'The case has no such open task.',
    zh: '服务单没有该项待办。',
  },
  'CASE.ATTACHED_ALREADY': {
    kind: 'conflict',
    en: 'The file {name} is attached to the case already.',
    zh: '文件“{name}”已附在服务单上。',
  },
} as const satisfies Refusals;
