import type { Refusals } from '../../refusal';

/** Refusals about quotes (R7). */
export const QUOTE_ERRORS = {
  'CASE.QUOTE_NEEDED': {
    kind: 'conflict',
    en: 'The customer pays a share of this repair and has not accepted a quote (it is: {quoteStatus}). Quote it and have their word first.',
    zh: '本次维修客户需承担部分费用，但尚无客户接受的报价（报价状态：{quoteStatus}）。请先报价并取得客户确认。',
  },
  'QUOTE.NOT_NEEDED': {
    kind: 'conflict',
    en: 'By the entitlement the customer pays nothing: there is nothing to quote.',
    zh: '按保修权益客户无需付费，无需报价。',
  },
  'QUOTE.EXISTS': {
    kind: 'conflict',
    en: 'Quote {number} is {quoteStatus}: revise it instead.',
    zh: '报价单 {number} 状态为“{quoteStatus}”，请改用修订报价。',
  },
  'QUOTE.NONE': { kind: 'conflict', en: 'The case has no quote.', zh: '服务单没有报价。' },
  'QUOTE.NOT_OFFERED': {
    kind: 'conflict',
    en: 'Quote {number} is {quoteStatus}: there is nothing to decide.',
    zh: '报价单 {number} 状态为“{quoteStatus}”，无需确认。',
  },
  'QUOTE.REVISED': {
    kind: 'conflict',
    en: 'The quote has been revised since: the one that counts is {number}. Look at it first.',
    zh: '报价已修订，现行报价单为 {number}，请先查看。',
  },
  'QUOTE.NOT_DECLINED': {
    kind: 'conflict',
    en: 'The case ends without a repair only where the customer has declined the quote, or let it lapse.',
    zh: '仅在客户拒绝报价或报价过期后，方可不维修而结束。',
  },
} as const satisfies Refusals;
