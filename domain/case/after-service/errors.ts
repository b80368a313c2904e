import type { Refusals } from '../../refusal';

/** The refusals of what follows a service, in both languages; the codes of `domain/errors.ts`. */
export const AFTER_SERVICE_ERRORS = {
  'CASE.REVISIT_OUTSTANDING': {
    kind: 'conflict',
    en: 'The revisit that the policy asks for has not been made.',
    zh: '按规定应做的回访尚未完成。',
  },
  'CASE.REVISIT_TOO_SOON': {
    kind: 'conflict',
    en: 'The customer was called in vain not long ago: another attempt counts from {from}.',
    zh: '不久前已尝试联系客户未果：{from} 之后的再次联系方可计为一次。',
  },
  'CASE.FOLLOW_UP_OPEN': {
    kind: 'conflict',
    en: 'The customer is not satisfied and has not been seen to: complete the follow-up, or reopen the case.',
    zh: '客户不满意且尚未跟进：请先完成跟进，或重新处理该服务单。',
  },
  'CASE.FOLLOW_UP_OUTCOME_MISSING': {
    kind: 'invalid',
    en: 'Say what was done for the customer, and whether they are satisfied now.',
    zh: '请填写对客户采取的补救措施及客户现在是否满意。',
  },
  'CASE.FOLLOW_UP_HAS_NO_REDRESS': {
    kind: 'invalid',
    en: 'Redress is recorded for a customer who is not satisfied; this follow-up is about something else.',
    zh: '补救措施仅用于客户不满意的跟进；此项跟进属于其他事项。',
  },
  'CASE.PARTS_UNSETTLED': {
    kind: 'conflict',
    en: 'Parts are still on order ({orders}): have their receipt confirmed, or cancel the order.',
    zh: '备件订单尚未了结（{orders}）：请确认收货或取消订单。',
  },
  'CASE.NEW_PROBLEM_UNREGISTERED': {
    kind: 'conflict',
    en: 'The problem that the revisit found is being registered; try again in a moment.',
    zh: '回访发现的新问题正在登记，请稍后再试。',
  },
} as const satisfies Refusals;
