import type { Refusals } from '../refusal';

/** Refusals of amounts, with their words in both languages. */
export const MONEY_ERRORS = {
  'MONEY.TOO_LARGE': {
    kind: 'invalid',
    en: 'The amount is too large: the maximum is {most}.',
    zh: '金额超出上限：最多 {most}。',
  },
  'MONEY.OTHER_CURRENCY': {
    kind: 'invalid',
    en: 'This case is priced in {currency}. Give the amount in {currency}, not in {given}.',
    zh: '本服务单以 {currency} 计价，请勿使用 {given}。',
  },
} as const satisfies Refusals;
