import type { FlowTerms } from '../flow-terms';

/** Requests that the desk resolves without a visit. Parts ordered for one make it wait at the on-site stage `awaiting-parts`. */
export const REMOTE_TERMS = {
  chapters: ['parts'],
  stages: {},
  classified: { task: 'resolve', toCustomer: { en: 'in progress', zh: '处理中' } },
  isPaidBy: 'contract',
} as const satisfies Omit<FlowTerms, 'name'>;
