import type { JsonObject } from '../json';
import type { Task } from '../process/task';
import { closeTask, followUpTasks, revisitTask } from './after-service/tasks';
import { approvalTasks } from './approval/tasks';
import { ownerOf } from './common/owner';
import { toTask, type SideTasks, type TaskOf } from './common/task';
import { clocksOf } from './deadlines';
import { reassignTasks } from './dispatch/absences';
import { dispatchTask } from './dispatch/tasks';
import { entitlementTasks } from './entitlement/tasks';
import { FLOW_SIDE_TASKS, FLOW_TASKS } from './flows/composed';
import { senderTasks, serialTasks } from './intake/tasks';
import { isRegistered, type CaseState, type RegisteredCase } from './state';
import type { Stage } from './terms';
import { tripCostTasks } from './visit/tasks';

/** The next step at each stage: a stage without an entry does not compile. */
const STAGE_TASKS: Readonly<Record<Stage, TaskOf>> = {
  unregistered: nothing,
  registered: () => ({ kind: 'answer-request', clock: 'answer' }),
  answered: () => ({ kind: 'classify', clock: 'classification' }),
  classified: dispatchTask,
  ...FLOW_TASKS,
  reported: () => ({ kind: 'ask-survey', clock: 'survey' }),
  surveyed: (state) => (state.revisit?.required === false ? closeTask(state) : revisitTask(state)),
  revisited: closeTask,
  closed: nothing,
  cancelled: nothing,
  joined: nothing,
};

/** Work beside the flow, in the order in which it is listed. */
const SIDE_TASKS: readonly SideTasks[] = [
  senderTasks,
  ...FLOW_SIDE_TASKS,
  entitlementTasks,
  serialTasks,
  approvalTasks,
  reassignTasks,
  tripCostTasks,
  followUpTasks,
];

/** The next work on a case, and who has to do it. */
export function tasks(state: CaseState): readonly Task[] {
  if (!isRegistered(state)) return [];
  return [...stageTasks(state), ...SIDE_TASKS.flatMap((tasksOf) => tasksOf(state))];
}

function stageTasks(state: RegisteredCase): Task[] {
  const owner = ownerOf(state);
  if (!owner) return [];
  if (state.paused)
    return [
      {
        ...toTask(state, owner, { kind: 'resume', clock: 'pause', params: pauseParams(state.paused) }),
        openedAt: state.paused.since,
      },
    ];
  const task = STAGE_TASKS[state.stage](state);
  if (!task) return [];
  const { kind, clock, params = {} } = task;
  return [toTask(state, owner, { kind, params, ...(clocksOf(state)[clock] && { clock }) })];
}

const pauseParams = ({ reason, until }: NonNullable<RegisteredCase['paused']>): JsonObject => ({
  reason,
  ...(until !== undefined && { until }),
});

function nothing(): undefined {
  return undefined;
}
