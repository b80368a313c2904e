import { APPROVAL_CLOCK, openApproval } from '../approval/approval';
import type { JsonObject } from '../json';
import type { Task } from '../process/task';
import type { OpenOffer } from './offer-terms';
import { planApproval } from './approvals';
import { deskOf, followUpOwner, ownerOf, type Owner } from './owner';
import { openOrders } from './parts-orders';
import { isRegistered, type CaseState, type RegisteredCase } from './state';
import { isOnSite, type CaseClock } from './terms';

/** What has to be done next on a case, and by whom. */
export function tasks(state: CaseState): readonly Task[] {
  if (!isRegistered(state)) return [];
  return [...stageTasks(state), ...sideTasks(state)];
}

interface StageTask {
  readonly kind: string;
  readonly clock: CaseClock;
  readonly params?: JsonObject;
}

const offerParams = ({ to, appointment }: OpenOffer): JsonObject => ({
  tier: to.tier,
  organisationId: to.organisationId,
  from: appointment.from,
  to: appointment.to,
});

function stageTask(state: RegisteredCase): StageTask | undefined {
  switch (state.stage) {
    case 'registered':
      return { kind: 'answer-request', clock: 'answer' };
    case 'answered':
      return { kind: 'classify', clock: 'resolution' };
    case 'classified':
      if (state.offer) return { kind: 'answer-offer', clock: 'offer', params: offerParams(state.offer) };
      return { kind: isOnSite(state.requestType) ? 'dispatch' : 'resolve', clock: 'resolution' };
    case 'dispatched':
      return { kind: 'arrive', clock: 'arrival' };
    case 'on-site':
      return { kind: onSiteTask(state), clock: 'resolution' };
    case 'awaiting-parts':
      return {
        kind: 'await-parts',
        clock: 'resolution',
        params: { orders: openOrders(state).map(({ number }) => number) },
      };
    case 'repaired':
      return { kind: 'report', clock: 'resolution' };
    case 'reported':
      return { kind: 'ask-survey', clock: 'survey' };
    case 'surveyed':
      return { kind: state.revisit?.required === false ? 'close' : 'revisit', clock: 'revisit' };
    case 'revisited':
      return { kind: 'close', clock: 'revisit' };
    case 'unregistered':
    case 'closed':
    case 'cancelled':
    case 'joined':
      return undefined;
  }
}

function onSiteTask(state: RegisteredCase): string {
  if (!state.diagnosis) return 'diagnose';
  switch (planApproval(state)?.status) {
    case 'open':
      return 'await-approval';
    case 'rejected':
    case 'withdrawn':
      return 'diagnose';
    case 'approved':
    case undefined:
      return 'repair';
  }
}

function stageTasks(state: RegisteredCase): Task[] {
  const task = stageTask(state);
  const owner = ownerOf(state);
  if (!task || !owner) return [];
  if (state.paused)
    return [
      {
        ...toTask(state, owner, { kind: 'resume', params: { reason: state.paused.reason } }),
        openedAt: state.paused.since,
      },
    ];
  const { kind, clock, params } = task;
  return [toTask(state, owner, { kind, ...(state.clocks[clock] && { clock }), ...(params && { params }) })];
}

function sideTasks(state: RegisteredCase): Task[] {
  const desk = deskOf(state);
  const early = state.stage === 'registered' || state.stage === 'answered';
  return [
    ...(early && state.customer?.status !== 'active'
      ? [toTask(state, desk, { kind: 'identify-customer' })]
      : []),
    ...(early && state.registration.openCases.length > 0
      ? [toTask(state, desk, { kind: 'decide-joining', params: { openCases: state.registration.openCases } })]
      : []),
    ...approvalTasks(state),
    ...state.followUps.map((followUp) => ({
      ...toTask(state, followUpOwner(state, followUp), {
        kind: followUp.kind,
        params: { key: followUp.key, reason: followUp.reason },
      }),
      key: `follow-up:${followUp.key}`,
      openedAt: followUp.openedAt,
    })),
  ];
}

/** Of whoever has to decide; a paused case is resumed first. */
function approvalTasks(state: RegisteredCase): Task[] {
  const open = openApproval(state);
  if (!open || state.paused) return [];
  const { id, need, with: post, delegated, what, asked } = open;
  return [
    {
      key: `approval:${id}`,
      kind: 'approve',
      ...post,
      ...(delegated && { staffId: delegated.to.id }),
      clock: APPROVAL_CLOCK,
      openedAt: asked.at,
      params: { approvalId: id, approvalKind: need.kind, what },
    },
  ];
}

const toTask = (
  state: RegisteredCase,
  owner: Owner,
  task: Pick<Task, 'kind'> & Partial<Pick<Task, 'clock' | 'params'>>,
): Task => ({
  key: task.kind,
  kind: task.kind,
  role: owner.role,
  organisationId: owner.organisationId,
  ...(owner.staffId !== undefined && { staffId: owner.staffId }),
  ...(task.clock !== undefined && { clock: task.clock }),
  openedAt: state.stageSince,
  params: task.params ?? {},
});
