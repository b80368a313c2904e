import {
  dropApproval,
  nextApprovalId,
  openApproval,
  pending,
  requestApproval,
  withdrawApproval,
} from '../../approval/approval';
import type { Approval, ApprovalAsk, ApprovalEvent, ApprovalKind, Withdrawal } from '../../approval/terms';
import { stopAll, type ClockEvent } from '../../clock/clocks';
import { DomainError } from '../../errors';
import type { CaseEvent } from '../events';
import { factsOf } from '../intake/registration';
import type { WholeCase } from '../rule';
import type { CaseState, RegisteredCase } from '../state';
import type { Diagnosis } from '../flows/repair/facts';

/** Approvals of a repair plan (R17): the repair waits for each of them. */
export const PLAN_KINDS = ['repair-plan', 'unit-replacement'] as const satisfies readonly ApprovalKind[];

/**
 * Requests an approval on a case. @param now when it is recorded: the request becomes known then. @throws
 * {DomainError}
 */
export const askApproval = (
  state: RegisteredCase,
  ask: ApprovalAsk,
  now: string,
): readonly (ApprovalEvent | ClockEvent)[] => requestApproval(state, ask, { at: now, facts: factsOf(state) });

/** The same in place of what was asked for of these kinds and is still open. @throws {DomainError} */
export function askApprovalAgain(
  state: RegisteredCase,
  ask: ApprovalAsk | undefined,
  {
    kinds,
    now,
    ahead,
  }: Pick<WholeCase, 'ahead'> & { readonly kinds: readonly ApprovalKind[]; readonly now: string },
): readonly (ApprovalEvent | ClockEvent)[] {
  const dropped = dropApproval(state, 'superseded', { at: now, kinds });
  const after = ahead(state, dropped, now);
  return [...dropped, ...(ask ? askApproval(after, ask, now) : [])];
}

/** Ends pending approvals and running promises with the case. */
export const dropAll = (state: RegisteredCase, withdrawal: Withdrawal, at: string): readonly CaseEvent[] => [
  ...withdrawApproval(state, withdrawal),
  ...stopAll(state.clocks, at),
];

/** Withdraws the approval of a plan that is no longer needed. */
export const dropPlan = (state: RegisteredCase, at: string): readonly CaseEvent[] =>
  dropApproval(state, 'resolved-remotely', { at, kinds: PLAN_KINDS });

export const isOfPlan = ({ need: { kind } }: Pick<Approval, 'need'>): boolean =>
  PLAN_KINDS.some((one) => one === kind);

/** Withdraws the decision on used parts when it is no longer needed, or another one is. */
export const dropUsed = (state: RegisteredCase, at: string): readonly CaseEvent[] =>
  openApproval(state)?.covers?.isUsed === true
    ? dropApproval(state, 'superseded', { at, kinds: PLAN_KINDS })
    : [];

/** A case does not close while a decision on used parts is open. */
export const usedApprovalRefusal = (state: CaseState): DomainError | undefined => {
  const open = openApproval(state);
  return open?.covers?.isUsed === true ? pending(open) : undefined;
};

/** The approval that the plan needs: the latest that it waits for; else the one that was asked for it last. */
export function planApproval(state: CaseState): Approval | undefined {
  const { diagnosis, planApprovalId = diagnosis?.approvalId, approvals = [] } = state;
  const open = openApproval(state);
  return open && isOfPlan(open) ? open : approvals.find(({ id }) => id === planApprovalId);
}

/** Why the plan must not be carried out (yet). */
export function planRefusal(state: CaseState): DomainError | undefined {
  const approval = planApproval(state);
  switch (approval?.status) {
    case 'open':
      return pending(approval);
    case 'rejected':
    case 'withdrawn':
      return new DomainError('CASE.PLAN_REJECTED', { reason: approval.decided?.reason ?? '' });
    case 'approved':
    case undefined:
      return undefined;
  }
}

/** Requests approval of a diagnosis's plan and withdraws an earlier open request. @throws {DomainError} */
export function putForApproval(
  state: RegisteredCase,
  diagnosis: Diagnosis,
  {
    need,
    now,
    ahead,
  }: Pick<WholeCase, 'ahead'> & { readonly need: ApprovalAsk['need'] | undefined; readonly now: string },
): { readonly diagnosis: Diagnosis; readonly events: readonly CaseEvent[] } {
  const { plan, cost } = diagnosis;
  const ask = need && {
    need,
    what: plan,
    ...(cost && { amountCents: cost.amountCents, currency: cost.currency }),
  };
  return {
    diagnosis: need ? { ...diagnosis, approvalId: nextApprovalId(state, need.kind) } : diagnosis,
    events: askApprovalAgain(state, ask, { kinds: PLAN_KINDS, now, ahead }),
  };
}
