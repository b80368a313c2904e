import { AFTER_SERVICE_RULES } from './after-service';
import { CUSTOMER_RULES } from './customer';
import { APPROVAL_RULES } from './approvals';
import { DISPATCH_RULES } from './dispatch';
import { INTAKE_RULES } from './intake';
import { OFFER_RULES } from './offers';
import { PARTS_RULES } from './parts';
import { QUOTE_RULES } from './quote';
import { SERVICE_RULES } from './service';
import { STEERING_RULES } from './steering';
import type { RuleBook, RuledCommandType } from '../rule';

/** What each command needs and gives: the lifecycle of a service case, whole. */
export const RULES: RuleBook<RuledCommandType> = {
  ...INTAKE_RULES,
  ...DISPATCH_RULES,
  ...OFFER_RULES,
  ...QUOTE_RULES,
  ...SERVICE_RULES,
  ...AFTER_SERVICE_RULES,
  ...APPROVAL_RULES,
  ...STEERING_RULES,
  ...CUSTOMER_RULES,
  ...PARTS_RULES,
};
