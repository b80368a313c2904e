import type { ApprovalNeed } from '../../../../domain/approval/terms';
import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';
import { HQ } from '../../../../domain/identity/scope';
import { CENTRE } from './actors';

type Data<T extends keyof CaseCommandData> = Partial<CaseCommandData[T]>;

/** With the director of the centre; above them, headquarters. */
export const NEED: ApprovalNeed = {
  kind: 'repair-plan',
  ruleId: 'plan-over-5000',
  reasonEn: 'Parts for more than CNY 5,000',
  reasonZh: '备件金额超过 5000 元',
  with: { role: 'centre-director', organisationId: CENTRE },
  above: [{ role: 'hq-service-manager', organisationId: HQ }],
};
export const decideApproval = (data: Data<'decideApproval'> = {}): CaseCommand => ({
  type: 'decideApproval',
  data: { approvalId: 'repair-plan:1', decision: 'approve', reason: 'It pays.', ...data },
});
export const delegateApproval = (data: Data<'delegateApproval'> = {}): CaseCommand => ({
  type: 'delegateApproval',
  data: {
    approvalId: 'repair-plan:1',
    to: { id: 'deputy', name: 'Deputy' },
    reason: 'I travel.',
    ...data,
  },
});
export const remindApproval = (data: Data<'remindApproval'> = {}): CaseCommand => ({
  type: 'remindApproval',
  data: { approvalId: 'repair-plan:1', everySeconds: 1_800, ...data },
});
