import { neededApproval, postsOf, type ApprovalRuleFacts } from '../../../domain/approval/rules';
import type { ApprovalNeed } from '../../../domain/approval/terms';
import type { Company } from '../../../cli/sample/company-shapes';
import type { WireData } from '../../../schemas/commands';

/** The sample company's rules, for a case of whichever centre the asker works in. */
export const approvalRulesOf = ({ approvalRules }: Company, regionId?: string): ApprovalRuleFacts[] =>
  approvalRules.map((row) => {
    const { code: id, kind, requestType, overCents, currency, marginUnderBasisPoints, role, tier, nameEn: reasonEn, nameZh: reasonZh } = row;
    const rule = {
      id,
      kind,
      reach: 'company' as const,
      ...(requestType !== null && { requestType }),
      ...(overCents !== null && currency !== null && { over: { amountCents: overCents, currency } }),
      ...(marginUnderBasisPoints !== null && { marginUnderBasisPoints }),
      role,
      tier,
      reasonEn,
      reasonZh,
    };
    return { rule, posts: postsOf(rule, { regionId }) };
  });

/** By the standard cost of what the plan's parts cost, as the API reckons it. */
export function planNeed(company: Company, { parts = [] }: WireData<'diagnose'>, regionId?: string): ApprovalNeed | undefined {
  const amountCents = parts.reduce((sum, { partNumber, quantity }) => {
    const price = company.partPrices.find((row) => row.partNumber === partNumber);
    return sum + (price?.costCents ?? 0) * quantity;
  }, 0);
  return neededApproval(approvalRulesOf(company, regionId), { kinds: ['repair-plan'], amount: { amountCents, currency: 'CNY' } });
}
