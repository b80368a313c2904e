import { compareMoney, type Books } from './money';
import { PAGE_ROWS, pages } from './pages';
import type { ProcessDifference } from './difference';
import { verifyProcess, type Mending, type ProcessDependencies, type ProcessReport } from './process';
import { missedStarts } from './starts';
import { orphans } from './orphans';
import { OneAbsence } from './one-absence';

export interface VerifyDependencies extends Omit<ProcessDependencies, 'waitsMs'> {
  /** Milliseconds since the epoch: how old a request is. */
  readonly now: () => number;
  readonly waitsMs?: readonly number[];
  /** Left out: finance is not compared. */
  readonly books?: Books;
}

export interface VerifyOptions extends Mending {
  /** Only these; all of them where it is left out. */
  readonly processes?: readonly string[];
  /** Called once for each difference, in the order of the processes. */
  readonly onDifference: (difference: ProcessDifference) => void;
  /** A process that could not be compared with its workflow although Temporal is there, and why. */
  readonly onUnverified?: (processId: string, reason: string) => void;
}

export interface Verified {
  readonly processes: number;
  readonly differences: number;
  /** Processes that could not be compared with their workflow. */
  readonly unverified: number;
  /** Ended processes that Temporal keeps no longer: compared in PostgreSQL alone. */
  readonly gone: number;
  /** Workflows that were behind or lost and have caught up. */
  readonly refreshed: number;
  /** Why Temporal could not be asked; then requests without a case have not been looked for either. */
  readonly temporalAway?: string;
  /** Why the finance system could not be asked; what cases posted has not been compared with it then. */
  readonly financeAway?: string;
}

/** In all some six seconds: longer than a commit takes on a busy system. */
const WAITS_MS = [50, 100, 200, 400, 800, 1_600, 3_200] as const;
const AT_A_TIME = 4;

/**
 * Compares every process with its events, its read model, its outbox and, while Temporal still has it, its workflow (design
 * decision 3). Changes nothing but what it is asked to mend, by a signal. Memory stays the same however many processes there are.
 */
export async function verify(dependencies: VerifyDependencies, options: VerifyOptions): Promise<Verified> {
  const workflows = new OneAbsence(dependencies.workflows);
  const asked = { waitsMs: WAITS_MS, ...dependencies, workflows };
  const count = { processes: 0, differences: 0, unverified: 0, gone: 0, refreshed: 0 };
  const differ = (difference: ProcessDifference): void => {
    count.differences += 1;
    options.onDifference(difference);
  };
  await workflows.whyAway();
  let financeAway: string | undefined;
  for await (const ids of processIds(dependencies, options)) {
    const reports = await inParallel(ids, (id) => verifyProcess(asked, id, options));
    const { books } = dependencies;
    const money =
      books && financeAway === undefined ? await inParallel(ids, (id) => compareMoney(asked, books, id)) : [];
    for (const [index, processId] of ids.entries()) {
      const report = reports[index];
      const posted = money[index];
      if (posted?.kind === 'away') financeAway ??= posted.reason;
      else for (const difference of posted?.differences ?? []) differ({ processId, ...difference });
      if (report === undefined) {
        differ({ processId, seq: 0, field: 'process', expected: 'a row', actual: 'none' });
        continue;
      }
      count.processes += 1;
      tally(count, report);
      for (const difference of report.differences) differ({ processId, ...difference });
      if (report.reason !== undefined && !report.isAway) options.onUnverified?.(processId, report.reason);
    }
  }
  if (options.processes === undefined)
    for await (const orphan of orphans(dependencies.database, dependencies.kinds)) differ(orphan);
  const temporalAway = await workflows.whyAway();
  const away = financeAway === undefined ? {} : { financeAway };
  if (temporalAway !== undefined) return { ...count, ...away, temporalAway };
  const found = missedStarts(dependencies.database, {
    nowMs: dependencies.now(),
    processes: options.processes,
  });
  for await (const unstarted of found) differ(unstarted);
  return { ...count, ...away };
}

function tally(count: { unverified: number; gone: number; refreshed: number }, report: ProcessReport): void {
  if (report.workflow === 'unverified') count.unverified += 1;
  if (report.workflow === 'gone') count.gone += 1;
  if (report.isRefreshed) count.refreshed += 1;
}

/** Yields the requested process ids, or all of them, page by page. */
function processIds(
  { database }: VerifyDependencies,
  { processes }: VerifyOptions,
): AsyncIterable<readonly string[]> {
  const asked = processes && [...new Set(processes)];
  const read = async (after: string | undefined): Promise<readonly string[]> => {
    if (asked) {
      const from = after === undefined ? 0 : asked.indexOf(after) + 1;
      return asked.slice(from, from + PAGE_ROWS);
    }
    const where = after === undefined ? {} : { id: { gt: after } };
    const rows = await database.process.findMany({
      where,
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE_ROWS,
    });
    return rows.map(({ id }) => id);
  };
  return pages(read, (id) => id);
}

async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<(R | undefined)[]> {
  const results: (R | undefined)[] = Array.from({ length: items.length });
  const queue = items.entries();
  const lanes = Array.from({ length: AT_A_TIME }, async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  });
  await Promise.all(lanes);
  return results;
}
