import { reasonFields } from '../../notices/reasons';
import { usedApprovalRefusal } from '../approval/approvals';
import { followUpOwner } from '../common/owner';
import { toTask, type SideTasks, type TaskOf } from '../common/task';
import { workOf } from '../deadlines';
import { undelivered } from '../parts/orders';
import { tripsWithoutCost } from '../visit/trip-costs';
import { dissatisfiedFollowUps, FOLLOW_UP_CLOCK } from './follow-ups';

export const revisitTask: TaskOf = ({ revisit }) => ({
  kind: 'revisit',
  clock: 'revisit',
  params: {
    attempts: revisit?.attempts ?? 0,
    ...(revisit?.nextAttemptFrom !== undefined && { nextAttemptFrom: revisit.nextAttemptFrom }),
  },
});

/** R22: a customer who is not satisfied comes first, with a task of their own; then parts that were ordered and not fitted (R19). */
export const closeTask: TaskOf = (state) => {
  if (dissatisfiedFollowUps(state).length > 0 || tripsWithoutCost(state).length > 0) return undefined;
  if (usedApprovalRefusal(state)) return undefined;
  const orders = undelivered(state);
  return orders.length > 0
    ? { kind: 'settle-parts-orders', clock: 'closing', params: { orders } }
    : { kind: 'close', clock: 'closing' };
};

export const followUpTasks: SideTasks = (state) => {
  const work = workOf(state);
  return state.followUps.map((followUp) => ({
    ...toTask(state, followUpOwner(state, followUp), {
      kind: followUp.kind,
      clock: work.includes(followUp) ? 'action-item' : FOLLOW_UP_CLOCK,
      params: { key: followUp.key, ...reasonFields(followUp) },
    }),
    key: `follow-up:${followUp.key}`,
    openedAt: followUp.openedAt,
  }));
};
