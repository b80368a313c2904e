import type { Refusals } from '../../refusal';

/** The refusals of what follows a service, in both languages; the codes of `domain/errors.ts`. */
export const AFTER_SERVICE_ERRORS = {
  'CASE.REVISIT_OUTSTANDING': {
    kind: 'conflict',
    en: 'The follow-up call that the policy requires has not been made. Make it before you close the case.',
    zh: '按规定须进行的回访尚未完成，请先完成回访。',
  },
  'CASE.REVISIT_TOO_SOON': {
    kind: 'conflict',
    en: 'The customer could not be reached recently. The next attempt counts from {from}.',
    zh: '近期联系客户未果，{from} 之后再次联系方可计为一次回访尝试。',
  },
  'CASE.FOLLOW_UP_OPEN': {
    kind: 'conflict',
    en: 'The customer is dissatisfied and the action item is still open. Complete it or reopen the case.',
    zh: '客户不满意，且跟进事项尚未完成。请先完成跟进，或重开服务单。',
  },
  'CASE.FOLLOW_UP_OUTCOME_MISSING': {
    kind: 'invalid',
    en: 'Enter the remedy given to the customer and whether the customer is now satisfied.',
    zh: '请填写对客户采取的补救措施，以及客户目前是否满意。',
  },
  'CASE.FOLLOW_UP_HAS_NO_REDRESS': {
    kind: 'invalid',
    en: 'A remedy is recorded only for a dissatisfied customer. This action item has another purpose.',
    zh: '仅“客户不满意”的跟进事项可填写补救措施，此项不属于该类。',
  },
  'CASE.PARTS_UNSETTLED': {
    kind: 'conflict',
    en: 'Parts orders are still open ({orders}). Confirm receipt of the parts or cancel the orders.',
    zh: '备件订单尚未完结（{orders}），请确认收货或取消订单。',
  },
  'CASE.NEW_PROBLEM_UNREGISTERED': {
    kind: 'conflict',
    en: 'The new problem from the follow-up call is still being registered. Try again in a moment.',
    zh: '回访发现的新问题正在登记，请稍后再试。',
  },
} as const satisfies Refusals;
