import type { Refusals } from '../refusal';

/** Refusals of a service case at large: its stage, its owner, its desk. */
export const CASE_ERRORS = {
  'CASE.NOT_PERMITTED': {
    kind: 'forbidden',
    en: 'Your role does not permit "{command}" on a case.',
    zh: '您的角色无权对服务单执行“{command}”。',
  },
  'CASE.WRONG_STAGE': {
    kind: 'conflict',
    en: '"{command}" is not possible while the case is in stage "{stage}". It is possible in: {possible}.',
    zh: '服务单处于“{stage}”时不能执行“{command}”；可执行的阶段：{possible}。',
  },
  'CASE.NOT_THIS_TYPE': {
    kind: 'conflict',
    en: '"{command}" is not part of a request of type "{requestType}".',
    zh: '“{requestType}”类请求不能执行“{command}”。',
  },
  'CASE.ENDED': {
    kind: 'conflict',
    en: 'The case is {stage} and can no longer be changed.',
    zh: '服务单{stage}，不能再进行操作。',
  },
  'CASE.MESSAGES_UNANSWERED': {
    kind: 'conflict',
    en: 'Several messages of the customer are not answered yet. Complete their action items first.',
    zh: '客户尚有多条留言未处理，请先完成相应的跟进。',
  },
  'CASE.ALREADY_REGISTERED': {
    kind: 'conflict',
    en: 'The case is already registered.',
    zh: '服务单已经登记。',
  },
  'CASE.NOT_REGISTERED': {
    kind: 'conflict',
    en: 'The case has not been registered yet.',
    zh: '服务单尚未登记。',
  },
  'CASE.STALE': {
    kind: 'stale',
    en: 'The case has changed since you read it: you have version {expected}, the current version is {actual}. Read it again and repeat your change.',
    zh: '服务单已被更改：您读取的是版本 {expected}，当前为版本 {actual}。请重新读取后再提交。',
  },
  'CASE.CUSTOMER_UNKNOWN': {
    kind: 'conflict',
    en: 'The customer has not been identified yet. Identify the customer first.',
    zh: '客户尚未确认：请先确认客户。',
  },
  'CASE.NOT_PAUSED': {
    kind: 'conflict',
    en: 'The case is not paused.',
    zh: '服务单未暂停。',
  },
  'CASE.PAUSED': {
    kind: 'conflict',
    en: 'The case is paused ({reason}). Resume it first.',
    zh: '服务单已暂停（{reason}），请先恢复。',
  },
  'CASE.NOT_ANSWERED': {
    kind: 'conflict',
    en: 'The request has not been answered yet. Answer it first.',
    zh: '请求尚未答复，请先答复客户。',
  },
  'CASE.QUESTION_WITH_HQ': {
    kind: 'forbidden',
    en: 'The question has been escalated to headquarters, which will answer it.',
    zh: '问题已上报总部，由总部答复。',
  },
  'CASE.ALREADY_ESCALATED': {
    kind: 'conflict',
    en: 'The question has already been escalated to headquarters.',
    zh: '问题已上报总部，无需重复上报。',
  },
  'CASE.NOT_ON_SITE_TYPE': {
    kind: 'conflict',
    en: 'A request of type "{requestType}" does not need a visit. Resolve it remotely instead.',
    zh: '“{requestType}”类请求无需派工，请以远程解决方式登记处理结果。',
  },
  'CASE.NOT_ASSIGNED_TO_YOU': {
    kind: 'forbidden',
    en: 'The work order is assigned to another engineer.',
    zh: '该派工单已分配给其他工程师。',
  },
  'CASE.WITH_THEM_ALREADY': {
    kind: 'invalid',
    en: 'The case is already assigned to {name}.',
    zh: '服务单已由{name}负责。',
  },
  'CASE.COLLEAGUE_ELSEWHERE': {
    kind: 'invalid',
    en: '{name} works in a different region from the dispatched engineer.',
    zh: '{name}与已派工程师不在同一区域。',
  },
  'CASE.NOBODY_ABOVE': {
    kind: 'conflict',
    en: 'The case is already with headquarters and cannot be escalated further.',
    zh: '服务单已由总部负责，无法继续上报。',
  },
  'CASE.ESCALATED_ABOVE_YOU': {
    kind: 'forbidden',
    en: 'The action item was escalated to the {role}, who has to complete it.',
    zh: '该事项已上报{role}，由其处理完成。',
  },
  'CASE.SAME_PRIORITY': {
    kind: 'invalid',
    en: 'The case already has this priority.',
    zh: '服务单已为该优先级。',
  },
  'CASE.NO_SUCH_PARTS_ORDER': {
    kind: 'invalid',
    en: 'The case has no parts order {order}.',
    zh: '服务单没有备件订单 {order}。',
  },
  'CASE.PARTS_ON_ORDER': {
    kind: 'conflict',
    en: 'Parts for the case are on order. Wait until they arrive, or cancel the order.',
    zh: '服务单的备件仍在订购中，请等待到货或取消订单。',
  },
  'CASE.NO_SUCH_TASK': {
    kind: 'invalid',
    en: 'The case has no open task with this key.',
    zh: '服务单没有该项待办。',
  },
  'CASE.ATTACHED_ALREADY': {
    kind: 'conflict',
    en: 'The file {name} is already attached to the case.',
    zh: '文件“{name}”已附在服务单上。',
  },
} as const satisfies Refusals;
