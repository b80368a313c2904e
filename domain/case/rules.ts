import { AFTER_SERVICE_RULES } from './after-service/rules';
import { CUSTOMER_RULES } from './steering/customer-rules';
import { APPROVAL_RULES } from './approval/rules';
import { DISPATCH_RULES } from './dispatch/rules';
import { FLOW_RULES } from './flows/composed';
import { INTAKE_RULES } from './intake/rules';
import { OFFER_RULES } from './dispatch/offer-rules';
import { PARTS_RULES } from './parts/rules';
import { QUOTE_RULES } from './quote/rules';
import { SERVICE_RULES } from './visit/rules';
import { STEERING_RULES } from './steering/rules';
import type { RuleBook, RuledCommandType } from './rule';

/** Conditions and events of each command: the whole lifecycle of a service case. */
export const RULES: RuleBook<RuledCommandType> = {
  ...INTAKE_RULES,
  ...DISPATCH_RULES,
  ...OFFER_RULES,
  ...QUOTE_RULES,
  ...SERVICE_RULES,
  ...FLOW_RULES,
  ...AFTER_SERVICE_RULES,
  ...APPROVAL_RULES,
  ...STEERING_RULES,
  ...CUSTOMER_RULES,
  ...PARTS_RULES,
};
