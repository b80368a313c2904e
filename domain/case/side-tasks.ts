import { nameOf } from '../identity/actor';
import { APPROVAL_CLOCK, openApproval } from '../approval/approval';
import { reasonFields } from '../notices/told';
import type { Task } from '../process/task';
import { reassignTasks } from './dispatch/absences';
import { workOf } from './deadlines';
import { undecided } from './entitlement/entitlement';
import { FOLLOW_UP_CLOCK } from './after-service/follow-ups';
import { centreOf, deskOf, followUpOwner, type Owner } from './common/owner';
import { isPossibleRepeatOpen } from './visit/repeats';
import { isTerminal, type RegisteredCase } from './state';
import { phaseOf } from './terms';
import { serialTasks } from './intake/serial-tasks';
import { tripsWithoutCost } from './visit/trip-costs';

/** What is to be done beside the flow, and by whom. */
export function sideTasks(state: RegisteredCase): Task[] {
  const desk = deskOf(state);
  const early = phaseOf(state.stage) === 'intake';
  const clock = state.paused ? 'pause' : state.stage === 'registered' ? 'answer' : 'classification';
  const work = workOf(state);
  return [
    ...(early && state.customer?.status !== 'active'
      ? [toTask(state, desk, { kind: 'identify-customer', clock })]
      : []),
    ...(early && !state.joining && state.registration.openCases.length > 0
      ? [
          toTask(state, desk, {
            kind: 'decide-joining',
            clock,
            params: { openCases: state.registration.openCases },
          }),
        ]
      : []),
    ...(isPossibleRepeatOpen(state) && !isTerminal(state.stage) ? [possibleRepeatTask(state)] : []),
    ...entitlementTask(state),
    ...(early ? serialTasks(state).map((task) => toTask(state, desk, { ...task, clock })) : []),
    ...approvalTasks(state),
    ...reassignTasks(state),
    ...tripCostTasks(state),
    ...state.followUps.map((followUp) => ({
      ...toTask(state, followUpOwner(state, followUp), {
        kind: followUp.kind,
        clock: work.includes(followUp) ? 'action-item' : FOLLOW_UP_CLOCK,
        params: { key: followUp.key, ...reasonFields(followUp) },
      }),
      key: `follow-up:${followUp.key}`,
      openedAt: followUp.openedAt,
    })),
  ];
}

/** R14: a supervisor may say whether it is the earlier repair that did not last; a case can be closed without. */
const possibleRepeatTask = (state: RegisteredCase): Task => {
  const { caseNumber = '', days = 0 } = state.possibleRepeat ?? {};
  return toTask(
    state,
    { role: 'centre-director', organisationId: centreOf(state) },
    { kind: 'judge-possible-repeat', params: { caseNumber, days } },
  );
};

/** R6: a fault from before the warranty, or a unit without its dates, is neither free nor charged until a supervisor has decided. */
const entitlementTask = (state: RegisteredCase): Task[] =>
  undecided(state) && phaseOf(state.stage) === 'work' && state.stage !== 'repaired'
    ? [
        toTask(
          state,
          { role: 'centre-director', organisationId: centreOf(state) },
          { kind: 'decide-entitlement', clock: 'resolution' },
        ),
      ]
    : [];

/** Of whoever made the trip (R13). */
const tripCostTasks = (state: RegisteredCase): Task[] =>
  tripsWithoutCost(state).map(({ number, engineer }) => ({
    ...toTask(
      state,
      { role: 'repair-engineer', organisationId: engineer.outletId, staffId: engineer.id },
      { kind: 'record-trip-cost', clock: 'action-item', params: { trip: number } },
    ),
    key: `trip-cost:${number}`,
  }));

/** Of whoever has to decide; a paused case is resumed first. */
function approvalTasks(state: RegisteredCase): Task[] {
  const open = openApproval(state);
  if (!open || state.paused) return [];
  const { id, need, with: post, delegated, what, asked, amountCents, currency, marginBasisPoints } = open;
  return [
    {
      key: `approval:${id}`,
      kind: 'approve',
      ...post,
      ...(delegated && { staffId: delegated.to.id }),
      clock: APPROVAL_CLOCK,
      openedAt: asked.at,
      params: {
        approvalId: id,
        approvalKind: need.kind,
        what,
        ruleId: need.ruleId,
        why: { en: need.reasonEn, zh: need.reasonZh },
        askedBy: { id: asked.by.id, name: nameOf(asked.by) },
        ...(amountCents !== undefined && { amountCents }),
        ...(currency !== undefined && { currency }),
        ...(marginBasisPoints !== undefined && { marginBasisPoints }),
      },
    },
  ];
}

/** A task for the stage that the case is at. */
export const toTask = (
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
