import type { Task } from '../../domain/process/task';
import type { Prisma } from '../../platform/database';
import type { ClockRow } from './clocks';

/** The open tasks of a process as rows, a consequence of the state; `dueAt` is that of the task's clock. */
export const taskRows = (
  processId: string,
  seq: number,
  tasks: readonly Task[],
  clocks: readonly ClockRow[],
) =>
  tasks.map((task) => {
    const dueAt = clocks.find(({ name, isActive }) => name === task.clock && isActive)?.dueAt ?? null;
    return {
      processId,
      seq,
      key: task.key,
      kind: task.kind,
      role: task.role,
      organisationId: task.organisationId ?? null,
      staffId: task.staffId ?? null,
      clock: task.clock ?? null,
      dueAt: dueAt === null ? null : new Date(dueAt),
      openedAt: new Date(task.openedAt),
      params: { ...task.params },
    } satisfies Prisma.TaskCreateManyInput;
  });
