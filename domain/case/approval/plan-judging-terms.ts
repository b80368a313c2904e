import type { ApprovalRuleFacts } from '../../approval/rules';
import type { Money } from '../../money/money';

/**
 * Register facts that the API read for a command that can raise the cost of a repair. Absent in older
 * commands.
 */
export interface PlanJudging {
  /** The company's rules about plans, with the posts that they mean here. */
  readonly rules: readonly ApprovalRuleFacts[];
  /** Unit cost of every part in the case that a register knows. */
  readonly unitCosts: readonly { readonly partNumber: string; readonly unitCost: Money }[];
}
