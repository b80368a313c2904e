import { toTask, type SideTasks } from '../common/task';
import { tripsWithoutCost } from './trip-costs';

/** The task of the engineer who made the trip: its cost (R13). */
export const tripCostTasks: SideTasks = (state) =>
  tripsWithoutCost(state).map(({ number, engineer }) => ({
    ...toTask(
      state,
      { role: 'repair-engineer', organisationId: engineer.outletId, staffId: engineer.id },
      { kind: 'record-trip-cost', clock: 'action-item', params: { trip: number } },
    ),
    key: `trip-cost:${number}`,
  }));
