import type { Approval } from '../../approval/terms';
import { startClock, stopClocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import type { Actor } from '../../identity/actor';
import { boundedQuotes } from '../common/bounded-lists';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import { answeredByReopening, dissatisfiedFollowUps } from './follow-ups';
import { factsOf } from '../intake/registration';
import type { CaseState, RegisteredCase } from '../state';

/** The desk reopens what a customer is dissatisfied with; a supervisor anything that was served (R22). */
export function notReopenableBy(state: RegisteredCase, actor: Actor): DomainError | undefined {
  const isSupervisor =
    actor.kind === 'staff' &&
    actor.roles.some((role) => role === 'hq-service-manager' || role === 'centre-director');
  return isSupervisor || isDissatisfied(state)
    ? undefined
    : new DomainError('CASE.NOT_PERMITTED', { command: 'reopen' });
}

/** Their follow-up is open, or did not satisfy them either. A new problem is a case of its own (ADR 29). */
const isDissatisfied = (state: RegisteredCase): boolean =>
  dissatisfiedFollowUps(state).length > 0 || state.doneFollowUps?.at(-1)?.satisfied === false;

/** The resolution is promised anew, from now; what was to follow the service follows the next one. */
export const reopen = (
  state: RegisteredCase,
  data: CaseCommandData['reopen'],
  at: string,
): readonly CaseEvent[] => [
  { type: 'CaseReopened', data },
  ...answeredByReopening(state, data.reason, at),
  ...stopClocks(state.clocks, ['survey', 'revisit'], at),
  startClock('resolution', at, factsOf(state)),
];

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

/** What was approved for that service is no approval of the next. */
const ofEarlierService = ({ covers, ...approval }: Approval): Approval => ({
  ...approval,
  ...(covers && { covers: { ...covers, isOfEarlierService: true } }),
});
