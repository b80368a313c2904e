import { APPROVAL_KIND_NAMES, APPROVAL_STATUS_NAMES, WITHDRAWAL_NAMES } from '../approval/terms';
import { CHANNEL_NAMES } from '../case/terms';
import { saidOf } from '../processes';
import { type Bilingual } from '../bilingual';
import { OFFER_END_NAMES } from '../dispatch/offer-ladder';
import { VOID_REASON_NAMES } from '../case/quote/terms';
import { UNFINISHED_REASON_NAMES } from '../case/visit/terms';

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
  channel: CHANNEL_NAMES,
  followUp: saidOf('followUps'),
  unfinished: UNFINISHED_REASON_NAMES,
  offerEnd: OFFER_END_NAMES,
  voidReason: VOID_REASON_NAMES,
  clock: saidOf('clocks'),
  approvalKind: APPROVAL_KIND_NAMES,
  approvalStatus: APPROVAL_STATUS_NAMES,
  withdrawal: WITHDRAWAL_NAMES,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>;
