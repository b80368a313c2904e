import { centreOf } from '../common/owner';
import { toTask, type SideTasks } from '../common/task';
import { phaseOf } from '../terms';
import { undecidedRefusal } from './entitlement';

/** R6: a fault from before the warranty, or a unit without its dates, is neither free nor charged until a supervisor has decided. */
export const entitlementTasks: SideTasks = (state) =>
  undecidedRefusal(state) && phaseOf(state.stage) === 'work' && state.stage !== 'repaired'
    ? [
        toTask(
          state,
          { role: 'centre-director', organisationId: centreOf(state) },
          { kind: 'decide-entitlement', clock: 'resolution' },
        ),
      ]
    : [];
