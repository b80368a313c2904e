import type { Refusals } from '../refusal';

/** Refusals about what a customer is entitled to (R6). */
export const ENTITLEMENT_ERRORS = {
  'CASE.ENTITLEMENT_UNDECIDED': {
    kind: 'conflict',
    en: 'Whether the warranty covers a request of {onDay} is for a supervisor to decide first.',
    zh: '{onDay} 提出的请求是否在保修范围内，须先由主管判定。',
  },
  'CASE.SAME_ENTITLEMENT': {
    kind: 'invalid',
    en: 'That is what the customer is entitled to already.',
    zh: '与现有保修权益相同，无需改判。',
  },
} as const satisfies Refusals;
