import type { Difference, Fold, ProcessKind } from '../activities/process-kind';
import { readClockRegisters } from '../activities/clock-registers';
import { clockRowData, computeClocks } from '../activities/projections/clocks';
import { compareRows } from '../activities/projections/compare';
import { taskRows } from '../activities/projections/tasks';
import type { Transaction } from '../platform/database';
import { isDataFault } from './faults';

export interface ReadModelSource {
  readonly processId: string;
  readonly seq: number;
  /** Instant of the latest commit, at which the rows were computed. */
  readonly at: string;
  readonly fold: Fold;
}

/** Clocks, tasks and the type's own read model against what the fold gives. */
export async function readModelDifferences(
  tx: Transaction,
  kind: ProcessKind,
  source: ReadModelSource,
): Promise<readonly Difference[]> {
  try {
    return await compare(tx, kind, source);
  } catch (error) {
    if (!isDataFault(error)) throw error;
    return [{ field: 'read model', expected: 'one that can be reckoned', actual: error.message }];
  }
}

async function compare(tx: Transaction, kind: ProcessKind, { processId, seq, at, fold }: ReadModelSource) {
  const { rows } = computeClocks(await readClockRegisters(tx), fold.clocks, at);
  const clocks = await tx.processClock.findMany({ where: { processId } });
  const tasks = await tx.task.findMany({ where: { processId } });
  const clocksHeld = new Map(clocks.map((row) => [row.name, row]));
  const tasksHeld = new Map(tasks.map((row) => [row.key, row]));
  return [
    ...compareRows(
      'process_clock',
      new Map(
        rows.map((row) => [row.name, clockRowData(processId, seqOf(clocksHeld.get(row.name), seq), row)]),
      ),
      clocksHeld,
    ),
    ...compareRows(
      'task',
      new Map(
        taskRows(processId, seq, fold.tasks, rows).map((row) => [
          row.key,
          { ...row, seq: seqOf(tasksHeld.get(row.key), seq) },
        ]),
      ),
      tasksHeld,
    ),
    ...(await kind.readModelDifferences(tx, { processId, seq, at, state: fold.state, clocks: rows })),
  ];
}

/** A row tells the commit that it was last changed by: any of the process's. @param last the latest. */
const seqOf = (held: { readonly seq: number } | undefined, last: number): number =>
  held !== undefined && held.seq > 0 && held.seq <= last ? held.seq : last;
