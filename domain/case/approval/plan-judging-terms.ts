import type { ApprovalRuleFacts } from '../../approval/rules';
import type { Money } from '../../money/money';

/** What the API has looked up of the registers, for a command that can add to what a repair costs. Commands of before that have none of it. */
export interface PlanJudging {
  /** The company's rules about plans, with the posts that they mean here. */
  readonly rules: readonly ApprovalRuleFacts[];
  /** Of every part that the case has to do with by then and a register knows. */
  readonly unitCosts: readonly { readonly partNumber: string; readonly unitCost: Money }[];
}
