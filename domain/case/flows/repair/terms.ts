import { paysUncovered } from '../../entitlement/shares';
import type { FlowTerms } from '../flow-terms';
import { ON_SITE_TERMS } from '../on-site/terms';

export const REPAIR_TERMS = {
  ...ON_SITE_TERMS,
  name: { en: 'repair', zh: '维修' },
  isPaidByCustomer: paysUncovered,
} as const satisfies FlowTerms;
