import type { Refusals } from '../../refusal';

/** Refusals about quotes (R7). */
export const QUOTE_ERRORS = {
  'CASE.QUOTE_NEEDED': {
    kind: 'conflict',
    en: 'The customer pays part of this repair and has not accepted a quote (status: {quoteStatus}). Send a quote and get the customer to accept it first.',
    zh: '本次维修客户需承担部分费用，但尚无客户接受的报价（报价状态：{quoteStatus}）。请先报价并取得客户确认。',
  },
  'QUOTE.NOT_NEEDED': {
    kind: 'conflict',
    en: 'The entitlement covers the full cost, so no quote is needed.',
    zh: '保修权益已承担全部费用，无需报价。',
  },
  'QUOTE.EXISTS': {
    kind: 'conflict',
    en: 'The case already has quote {number} ({quoteStatus}). Revise it instead.',
    zh: '服务单已有报价单 {number}（{quoteStatus}），请使用修订报价。',
  },
  'QUOTE.NONE': { kind: 'conflict', en: 'The case has no quote.', zh: '服务单没有报价。' },
  'QUOTE.NOT_OFFERED': {
    kind: 'conflict',
    en: 'Quote {number} is {quoteStatus}, so no decision can be recorded.',
    zh: '报价单 {number} 状态为“{quoteStatus}”，无法确认。',
  },
  'QUOTE.REVISED': {
    kind: 'conflict',
    en: 'The quote has been revised. The current one is {number}; please read it before you decide.',
    zh: '报价已修订，现行报价单为 {number}，请先查看。',
  },
  'QUOTE.NOT_DECLINED': {
    kind: 'conflict',
    en: 'A case can end without a repair only after the customer has declined the quote or the quote has expired.',
    zh: '仅当客户拒绝报价或报价过期后，方可不维修结束。',
  },
} as const satisfies Refusals;
