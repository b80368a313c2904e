import type { Task } from '../../process/task';
import type { RegisteredCase } from '../state';
import type { CaseClock } from '../terms';
import type { Owner } from './owner-terms';

/** The next step of a case at its stage. */
export interface StageTask {
  readonly kind: string;
  readonly clock: CaseClock;
  readonly params?: Task['params'] | undefined;
}

/** The task at a stage; undefined where nothing is to be done there. */
export type TaskOf = (state: RegisteredCase) => StageTask | undefined;

/** Tasks beside the flow. */
export type SideTasks = (state: RegisteredCase) => readonly Task[];

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
