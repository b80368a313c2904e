import type { Approval } from '../../approval/terms';
import { boundedQuotes } from '../common/bounded-lists';
import type { CaseState } from '../state';

/**
 * The case as if it had just been classified: visits, files and reports are kept; the diagnosis, the repair, the parts that were issued for
 * it, the quote, the survey and the revisit belong to the service that is over; what was charged for it stays charged.
 */
export function reopened(state: CaseState): CaseState {
  const {
    wanted: _wanted,
    diagnosis: _diagnosis,
    planApprovalId: _plan,
    approvals,
    repair: _repair,
    verification: _verification,
    reservationIds: _issued,
    reservations: _reserved,
    issued: _handedOut,
    partsAccount,
    resolution: _resolution,
    unrepaired: _unrepaired,
    quote,
    invoices,
    report: _report,
    reportVersions,
    surveyAskedAt: _asked,
    survey: _survey,
    revisit: _revisit,
    ...kept
  } = state;
  return {
    ...kept,
    ...(approvals && { approvals: approvals.map(ofEarlierService) }),
    ...(partsAccount?.awaited && { owedBack: [...(kept.owedBack ?? []), ...partsAccount.awaited] }),
    ...(partsAccount && { fittedBefore: [...(kept.fittedBefore ?? []), ...partsAccount.ordered] }),
    ...(quote && { earlierQuotes: boundedQuotes([...(kept.earlierQuotes ?? []), quote]) }),
    ...(invoices && {
      invoices: invoices.map((invoice) => ({ ...invoice, isOfEarlierService: true as const })),
    }),
    ...(reportVersions && { earlierReports: [...(kept.earlierReports ?? []), reportVersions] }),
  };
}

/** An approval for the earlier service does not cover the next one. */
const ofEarlierService = ({ covers, ...approval }: Approval): Approval => ({
  ...approval,
  ...(covers && { covers: { ...covers, isOfEarlierService: true } }),
});
