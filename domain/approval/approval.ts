import {
  meetClock,
  startClock,
  stopClocks,
  type ClockEvent,
  type ClockFacts,
  type Clocks,
} from '../clock/clocks';
import { DomainError } from '../errors';
import { type Actor, nameOf } from '../identity/actor';
import type { Recorded } from '../process/decider';
import type {
  Approval,
  ApprovalAsk,
  ApprovalEvent,
  ApprovalKind,
  Approving,
  Colleague,
  Decision,
  Post,
  Withdrawal,
} from './terms';

/**
 * Approvals of any process (issue 4, item 10): requested, delegated, escalated on silence, decided by one
 * approver. A process keeps `approvals` in its state, folds {@link evolveApprovals}, and has a clock
 * `approval`.
 */
export const APPROVAL_CLOCK = 'approval';

type Waiting = Approving & { readonly clocks: Clocks };

export const openApproval = ({ approvals = [] }: Approving): Approval | undefined =>
  approvals.find(({ status }) => status === 'open');

/**
 * Requests an approval on behalf of the command's actor. @param at when the request becomes known: the wait
 * begins then.
 * @throws {DomainError} CASE.APPROVAL_PENDING while another is open.
 */
export function requestApproval(
  state: Approving,
  ask: ApprovalAsk,
  { at, facts = {} }: { readonly at: string; readonly facts?: ClockFacts },
): readonly (ApprovalEvent | ClockEvent)[] {
  const open = openApproval(state);
  if (open) throw pending(open, 'data');
  return [
    { type: 'ApprovalRequested', data: { approvalId: nextApprovalId(state, ask.need.kind), ...ask } },
    startClock(APPROVAL_CLOCK, at, facts),
  ];
}

/** The id that the next approval of a kind will have. */
export const nextApprovalId = ({ approvals = [] }: Approving, kind: ApprovalKind): string =>
  `${kind}:${approvals.filter(({ need }) => need.kind === kind).length + 1}`;

/** @throws {DomainError} who decided what and when, where it is decided; that it is another's to decide; that it is one's own request. */
export function decideApproval(
  state: Waiting,
  { approvalId, decision, reason }: { approvalId: string; decision: Decision; reason: string },
  { actor, at }: { readonly actor: Actor; readonly at: string },
): readonly (ApprovalEvent | ClockEvent)[] {
  const approval = openNamed(state, approvalId);
  const refusal = refusalOf(approval, actor);
  if (refusal) throw refusal;
  return [
    { type: 'ApprovalDecided', data: { approvalId, kind: approval.need.kind, decision, reason } },
    ...meetClock(state.clocks, APPROVAL_CLOCK, at),
  ];
}

/**
 * An approver may delegate to a colleague, who may then decide; never to the requester. @throws {DomainError}
 */
export function delegateApproval(
  state: Approving,
  { approvalId, to, reason }: { approvalId: string; to: Colleague; reason: string },
  actor: Actor,
): readonly ApprovalEvent[] {
  const approval = openNamed(state, approvalId);
  const refusal = refusalOf(approval, actor);
  if (refusal) throw refusal;
  if (isAsker(approval, to.id)) throw new DomainError('APPROVAL.OWN_REQUEST', {}, 'data.staffId');
  if (to.id === actor.id || to.id === approval.delegated?.to.id)
    throw new DomainError('APPROVAL.WITH_THEM_ALREADY', { name: to.name }, 'data.staffId');
  return [{ type: 'ApprovalDelegated', data: { approvalId, to, reason } }];
}

/**
 * Withdraws the open approval: its subject no longer exists. The caller that ends the process stops its clock
 * with all others.
 * @param kinds withdraws only these kinds; all when omitted.
 */
export function withdrawApproval(
  state: Approving,
  withdrawal: Withdrawal,
  kinds?: readonly ApprovalKind[],
): readonly ApprovalEvent[] {
  const open = openApproval(state);
  if (!open || kinds?.includes(open.need.kind) === false) return [];
  return [{ type: 'ApprovalWithdrawn', data: { approvalId: open.id, withdrawal } }];
}

/** The same, its clock with it. */
export function dropApproval(
  state: Waiting,
  withdrawal: Withdrawal,
  { at, kinds }: { readonly at: string; readonly kinds?: readonly ApprovalKind[] },
): readonly (ApprovalEvent | ClockEvent)[] {
  const withdrawn = withdrawApproval(state, withdrawal, kinds);
  return withdrawn.length === 0 ? [] : [...withdrawn, ...stopClocks(state.clocks, [APPROVAL_CLOCK], at)];
}

/** A step of the ladder: it passes to that role above, where there is one. */
export function escalateApproval(state: Approving, role: string): readonly ApprovalEvent[] {
  const open = openApproval(state);
  const next = open && postAbove(open, role);
  return next ? [{ type: 'ApprovalEscalated', data: { approvalId: open.id, with: next } }] : [];
}

/** The approvals after an event. */
export function evolveApprovals(
  approvals: readonly Approval[] = [],
  event: Recorded<ApprovalEvent>,
): readonly Approval[] {
  const did = { by: event.actor, at: event.at };
  const change = (approvalId: string, changes: Partial<Approval>): readonly Approval[] =>
    approvals.map((approval) => (approval.id === approvalId ? { ...approval, ...changes } : approval));
  switch (event.type) {
    case 'ApprovalRequested': {
      const { approvalId: id, ...ask } = event.data;
      return [...approvals, { ...ask, id, status: 'open', asked: did, with: ask.need.with }];
    }
    case 'ApprovalDelegated': {
      const { approvalId, to, reason } = event.data;
      return change(approvalId, { delegated: { ...did, to, reason } });
    }
    case 'ApprovalReminded': {
      const { approvalId, againFrom } = event.data;
      const { reminders = [] } = approvals.find(({ id }) => id === approvalId) ?? {};
      return change(approvalId, { reminders: [...reminders, { ...did, againFrom }] });
    }
    case 'ApprovalEscalated':
      // The delegate has been as silent as the post.
      return approvals.map(({ delegated, ...approval }) =>
        approval.id === event.data.approvalId
          ? { ...approval, with: event.data.with }
          : { ...approval, ...(delegated && { delegated }) },
      );
    case 'ApprovalDecided': {
      const { approvalId, decision, reason } = event.data;
      return change(approvalId, {
        status: decision === 'approve' ? 'approved' : 'rejected',
        decided: { ...did, reason },
      });
    }
    case 'ApprovalWithdrawn': {
      const { approvalId, withdrawal } = event.data;
      return change(approvalId, { status: 'withdrawn', withdrawn: { ...did, withdrawal } });
    }
  }
}

/** True where the actor may decide what is open. */
export function mayDecideOpen(state: Approving, actor: Actor): boolean {
  const open = openApproval(state);
  return open !== undefined && refusalOf(open, actor) === undefined;
}

/** That something waits for a decision. */
export const pending = ({ id, need, with: post, asked }: Approval, field?: string): DomainError =>
  new DomainError(
    'CASE.APPROVAL_PENDING',
    { approvalId: id, approvalKind: need.kind, role: post.role, since: asked.at },
    field,
  );

/** @throws {DomainError} that there is none such, or none that is open any more, and who decided it. */
export function openNamed({ approvals = [] }: Approving, approvalId: string): Approval {
  const approval = approvals.find(({ id }) => id === approvalId);
  const field = 'data.approvalId';
  if (!approval) throw new DomainError('APPROVAL.UNKNOWN', { approvalId }, field);
  const { decided, status, withdrawn } = approval;
  if (decided)
    throw new DomainError(
      'APPROVAL.DECIDED_ALREADY',
      { by: nameOf(decided.by), decision: status, at: decided.at, reason: decided.reason },
      field,
    );
  if (withdrawn) throw new DomainError('APPROVAL.WITHDRAWN', { withdrawal: withdrawn.withdrawal }, field);
  return approval;
}

/** Reason why an actor may not decide an open approval: their own request, or no authority over another's. */
function refusalOf(approval: Approval, actor: Actor): DomainError | undefined {
  const { with: post, need, delegated } = approval;
  if (actor.kind !== 'staff') return new DomainError('APPROVAL.NOT_YOURS', { role: post.role });
  if (isAsker(approval, actor.id)) return new DomainError('APPROVAL.OWN_REQUEST');
  const holds = ({ role, organisationId }: Post): boolean =>
    actor.organisationId === organisationId && actor.roles.includes(role);
  const mayDecide =
    holds(post) ||
    need.above.some((above) => isAbove(approval, above) && holds(above)) ||
    delegated?.to.id === actor.id;
  return mayDecide ? undefined : new DomainError('APPROVAL.NOT_YOURS', { role: post.role });
}

/** Above where it is now: what has passed somebody by is no longer theirs. */
function isAbove({ need, with: post }: Approval, other: Post): boolean {
  const ladder = [need.with, ...need.above];
  const place = (wanted: Post): number =>
    ladder.findIndex((it) => it.role === wanted.role && it.organisationId === wanted.organisationId);
  return place(other) > place(post);
}

const postAbove = (approval: Approval, role: string): Post | undefined =>
  approval.need.above.find((post) => post.role === role && isAbove(approval, post));

const isAsker = ({ asked: { by } }: Approval, staffId: string): boolean =>
  by.kind === 'staff' && by.id === staffId;
