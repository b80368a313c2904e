import type { Refusals } from '../refusal';

/** Refusals about what a customer is entitled to (R6). */
export const ENTITLEMENT_ERRORS = {
  'CASE.ENTITLEMENT_UNDECIDED': {
    kind: 'conflict',
    en: 'A supervisor has to decide first whether the warranty covers the request of {onDay}.',
    zh: '{onDay} 提出的请求是否在保修范围内，须先由主管判定。',
  },
  'CASE.SAME_ENTITLEMENT': {
    kind: 'invalid',
    en: 'The customer already has this entitlement, so there is nothing to override.',
    zh: '与现有保修权益相同，无需改判。',
  },
} as const satisfies Refusals;
