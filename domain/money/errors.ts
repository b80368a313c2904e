import type { Refusals } from '../refusal';

/** Refusals of amounts, with their words in both languages. */
export const MONEY_ERRORS = {
  'MONEY.TOO_LARGE': {
    kind: 'invalid',
    en: 'That comes to more than an amount can be: {most} at most.',
    zh: '金额超出上限：最多 {most}。',
  },
  'MONEY.OTHER_CURRENCY': {
    kind: 'invalid',
    en: 'The amounts of this case are in {currency}; {given} is another currency.',
    zh: '本服务单以 {currency} 计价，{given} 为其他币种。',
  },
} as const satisfies Refusals;
