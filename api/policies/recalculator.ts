import { setTimeout as sleep } from 'node:timers/promises';
import { createCommit } from '../../activities/commit';
import { PROCESS_KINDS } from '../../activities/processes';
import type { Commit } from '../../domain/process/commit';
import type { ApiDependencies } from '../context';
import { closeChange, concerned, openChanges, type Change } from './changes';

const RETRY_MS = 2_000;

/**
 * Makes every process affected by a policy change recompute its due instants from the start of each clock,
 * keeping every pause (design decision 5). Runs in the background, because there may be thousands of
 * processes. After a restart the next API process continues unfinished changes.
 */
export class Recalculator {
  private readonly ending = new AbortController();
  private readonly commit: Commit;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: ApiDependencies) {
    const { database, logger } = dependencies;
    this.commit = createCommit({ database, kinds: PROCESS_KINDS, logger });
  }

  /** Takes up what was left undone. */
  resume(): void {
    this.queue({}, async () => {
      for (const change of await openChanges(this.dependencies.database)) this.take(change);
    });
  }

  take(change: Change): void {
    this.queue(change.scope, async () => {
      const processes = await this.pass(change);
      if (this.ending.signal.aborted) return;
      await closeChange(this.dependencies.database, change);
      this.dependencies.logger.info({ ...change.scope, processes }, 'due times recalculated');
    });
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.work;
  }

  /** One after another, each until it is done. */
  private queue(line: object, task: () => Promise<void>): void {
    this.work = this.work.then(async () => {
      const { signal } = this.ending;
      while (!signal.aborted) {
        try {
          await task();
          return;
        } catch (error) {
          this.dependencies.logger.warn(
            { err: error, ...line },
            'not all due times recalculated yet, will be tried again',
          );
          await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
        }
      }
    });
  }

  /** Gives how many processes it reached. */
  private async pass(change: Change): Promise<number> {
    let reached = 0;
    for await (const { id, ended } of concerned(this.dependencies.database, change)) {
      if (this.ending.signal.aborted) break;
      if (ended) await this.recalculateEnded(id);
      else await this.refresh(id);
      reached += 1;
    }
    return reached;
  }

  private async refresh(id: string): Promise<void> {
    const answer = await this.dependencies.processes.refresh(id);
    // One that has ended meanwhile was committed under the new policy.
    if (answer.kind !== 'done' && answer.kind !== 'not-running')
      throw new Error(`${id} could not be notified: ${answer.kind}`);
  }

  /** An ended process has no workflow: a commit without events rewrites its rows by the current policies. */
  private async recalculateEnded(id: string): Promise<void> {
    const { type, seq } = await this.dependencies.database.process.findUniqueOrThrow({ where: { id } });
    const now = new Date().toISOString();
    await this.commit({ processType: type, processId: id, fromSeq: seq + 1, events: [], commands: [], now });
  }
}
