import { APPROVAL_KIND_NAMES, APPROVAL_STATUS_NAMES, WITHDRAWAL_NAMES } from '../approval/terms';
import { CLOCK_NAMES, type CaseClock, type Channel } from '../case/terms';
import { type Bilingual } from '../bilingual';
import type { FollowUp } from '../case/after-service/terms';
import { OFFER_END_NAMES } from '../dispatch/offer-ladder';
import type { OrderFollowUp } from '../parts-order/events';
import { ORDER_CLOCK_NAMES, type OrderClock } from '../parts-order/terms';
import { VOID_REASON_NAMES } from '../case/quote/terms';
import { UNFINISHED_REASON_NAMES } from '../case/visit/terms';

/** Words for the terms that messages are about. */
const CHANNEL_WORDS: Readonly<Record<Channel, Bilingual>> = {
  phone: { en: 'phone', zh: '电话' },
  email: { en: 'e-mail', zh: '电子邮件' },
  letter: { en: 'letter', zh: '信函' },
  'walk-in': { en: 'walk-in', zh: '来访' },
  web: { en: 'web form', zh: '网上留言' },
  chat: { en: 'online chat', zh: '在线咨询' },
};

const FOLLOW_UP_WORDS: Readonly<Record<FollowUp['kind'] | OrderFollowUp['kind'], Bilingual>> = {
  'dissatisfied-customer': { en: 'the customer is dissatisfied', zh: '客户不满意' },
  'repeat-repair': { en: 'a repeat repair needs a cause', zh: '重复维修，需判定原因' },
  escalation: { en: 'your help is requested', zh: '请求上级协助' },
  'unit-unregistered': { en: 'an installed unit is not in the register', zh: '已安装的设备尚未登记' },
  'installed-before': {
    en: 'the register has a different installation date for the unit',
    zh: '设备登记的安装日期与服务单不一致',
  },
  'call-failed': { en: 'a call to another system failed', zh: '调用外部系统失败' },
  'carrier-claim': { en: 'a claim on the carrier', zh: '向承运商索赔' },
  'parts-with-user': { en: 'unused parts are with the customer', zh: '未使用的备件在用户处' },
  'parts-on-another-way': {
    en: 'parts are in transit to the address of the previous engineer',
    zh: '改派后，备件仍按原安排在途',
  },
  'undo-failed': { en: 'a compensating step failed', zh: '撤销操作失败' },
};

const CLOCK_WORDS: Readonly<Record<CaseClock | OrderClock, Bilingual>> = {
  ...CLOCK_NAMES,
  ...ORDER_CLOCK_NAMES,
};

/** For a code that a newer worker wrote and this one does not know: never the code itself. */
export const OTHER_WORDS: Readonly<Record<keyof typeof VOCABULARY, Bilingual>> = {
  channel: { en: 'another channel', zh: '其他渠道' },
  followUp: { en: 'an action item', zh: '待处理事项' },
  unfinished: UNFINISHED_REASON_NAMES.other,
  offerEnd: { en: 'over', zh: '已结束' },
  voidReason: { en: 'something has changed', zh: '情况有变' },
  clock: { en: 'deadline', zh: '时限' },
  approvalKind: { en: 'approval', zh: '审批事项' },
  approvalStatus: { en: 'decided', zh: '已处理' },
  withdrawal: { en: 'something has changed', zh: '情况有变' },
};

/** Codes that messages carry, by the kind of the parameter. */
export const VOCABULARY = {
  channel: CHANNEL_WORDS,
  followUp: FOLLOW_UP_WORDS,
  unfinished: UNFINISHED_REASON_NAMES,
  offerEnd: OFFER_END_NAMES,
  voidReason: VOID_REASON_NAMES,
  clock: CLOCK_WORDS,
  approvalKind: APPROVAL_KIND_NAMES,
  approvalStatus: APPROVAL_STATUS_NAMES,
  withdrawal: WITHDRAWAL_NAMES,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>;
