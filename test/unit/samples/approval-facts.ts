import { postsOf, type ApprovalRuleFacts } from '../../../domain/approval/rules';
import type { PlanJudging } from '../../../domain/case/approval/plan-judging-terms';
import type { Company } from '../../../cli/sample/company-shapes';

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

/** Facts for judging a plan, as the API reads them. */
export const planJudging = (company: Company, regionId?: string): PlanJudging => ({
  rules: approvalRulesOf(company, regionId).filter(({ rule: { kind } }) => kind !== 'quote'),
  unitCosts: company.partPrices.map(({ partNumber, costCents: amountCents, currency }) => ({
    partNumber,
    unitCost: { amountCents, currency },
  })),
});
