import { neededApproval } from '../../approval/rules';
import type { ApprovalAsk, Withdrawal } from '../../approval/terms';
import { moneyText } from '../../money/amount';
import type { QuoteInput, QuoteHeader, VoidReason } from './terms';
import type { CaseState } from '../state';

/** The approval that a quote needs, by what the customer pays, tax included, and what is earned with it. */
export function approvalOf(
  { requestType }: CaseState,
  { number, totalCents: amountCents, currency, marginBasisPoints }: QuoteHeader,
  { approvalRules: rules = [], failsClosed }: Pick<QuoteInput, 'approvalRules' | 'failsClosed'>,
): ApprovalAsk | undefined {
  const amount = { amountCents, currency };
  const need = neededApproval(rules, {
    kinds: ['quote'],
    requestType,
    amount,
    marginBasisPoints,
    failsClosed,
  });
  return (
    need && { need, what: `${number}: ${moneyText(amountCents, currency)}`, ...amount, marginBasisPoints }
  );
}

/** Why the approval of a quote that is taken back is withdrawn. */
export const WITHDRAWAL_OF: Readonly<Record<VoidReason, Withdrawal>> = {
  revised: 'superseded',
  'entitlement-changed': 'superseded',
  'plan-changed': 'superseded',
  'case-cancelled': 'case-cancelled',
  'case-joined': 'case-joined',
  'resolved-remotely': 'resolved-remotely',
};
