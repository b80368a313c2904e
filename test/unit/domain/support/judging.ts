import type { ApprovalRuleFacts } from '../../../../domain/approval/rules';
import type { CaseCommand } from '../../../../domain/case/commands';
import type { PlanJudging } from '../../../../domain/case/approval/plan-judging-terms';
import { HQ } from '../../../../domain/identity/scope';
import { CENTRE } from './actors';

/** Above CNY 5,000 the director of the centre decides. */
export const OVER_5000: ApprovalRuleFacts = {
  rule: {
    id: 'plan-over-5000',
    kind: 'repair-plan',
    reach: 'company',
    over: { amountCents: 500_000, currency: 'CNY' },
    role: 'centre-director',
    tier: 'centre',
    reasonEn: 'Parts for more than CNY 5,000',
    reasonZh: '备件金额超过 5000 元',
  },
  posts: [
    { role: 'centre-director', organisationId: CENTRE },
    { role: 'hq-service-manager', organisationId: HQ },
  ],
};
const cny = (partNumber: string, amountCents: number) => ({
  partNumber,
  unitCost: { amountCents, currency: 'CNY' },
});
export const JUDGING: PlanJudging = {
  rules: [OVER_5000],
  unitCosts: [cny('AIREND', 2_860_000), cny('MOTOR', 485_000), cny('SEAL', 10_000)],
};
/** The command as the API sends it today. */
export const judged = (command: CaseCommand): CaseCommand => ({ ...command, judging: JUDGING });
