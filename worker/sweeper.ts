import { setTimeout as sleep } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { ProcessKinds } from '../activities/process-kind';
import { PROCESS_KINDS } from '../activities/processes';
import { notifyOfAbsences } from '../platform/absence-notifier';
import { notifyOfMerges } from '../platform/merge-notifier';
import { Reviver } from './reviver';
import { ProcessBeginner } from '../platform/process-beginner';
import type { ProcessStarter } from '../platform/process-starter';
import { claimDueStarts } from '../platform/start-claims';

const EVERY_MS = 5_000;
/**
 * A process starts what it registers (R24) itself, without a claim: the sweeper leaves younger rows to it.
 */
const GRACE_MS = 3_000;
const BATCH = 100;
/** How far back before the last commit a crash can have left the workflow behind PostgreSQL. */
const CRASH_WINDOW_MS = 10 * 60_000;

/**
 * Keeps what was accepted from being forgotten (design decision 4): starts the processes whose start did not get through, tells cases of
 * absences of their engineers, starts what Temporal has lost, and after a time without Temporal has the processes that were at work then compare themselves with PostgreSQL.
 */
export class Sweeper {
  private readonly ending = new AbortController();
  private wasAway = true;
  private loop: Promise<void> | undefined;

  private readonly reviver: Reviver;
  private readonly beginner: ProcessBeginner;

  /** @param dependencies with where the measurements go, if anywhere. */
  constructor(
    private readonly dependencies: ProcessStarter & { readonly registry?: Registry },
    private readonly kinds: ProcessKinds = PROCESS_KINDS,
  ) {
    this.reviver = new Reviver(dependencies, kinds);
    this.beginner = new ProcessBeginner(dependencies);
  }

  start(): void {
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.beginner.close();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { logger } = this.dependencies;
    while (!this.ending.signal.aborted) {
      try {
        await this.sweep();
      } catch (error) {
        logger.error({ err: error }, 'sweep failed, will be tried again');
      }
      await sleep(EVERY_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** One round. Gives how many processes it started. */
  async sweep(): Promise<number> {
    const { database, processes, logger } = this.dependencies;
    if (!(await processes.isReachable())) {
      this.wasAway = true;
      return 0;
    }
    if (this.wasAway) {
      await this.refreshRecent();
      this.wasAway = false;
    }
    const waiting = await claimDueStarts(database, {
      registeredBefore: new Date(Date.now() - GRACE_MS),
      types: [...this.kinds.keys()],
      most: BATCH,
    });
    const begun = await Promise.all(waiting.map((registered) => this.beginner.begin(registered)));
    const started = begun.filter(Boolean).length;
    await notifyOfAbsences(this.dependencies);
    await notifyOfMerges(this.dependencies);
    const restarted = await this.reviver.sweep();
    if (restarted > 0) logger.warn({ restarted }, 'sweeper started processes that Temporal had lost');
    if (started > 0) logger.info({ started }, 'sweeper started processes');
    return started;
  }

  private async refreshRecent(): Promise<void> {
    const { database, processes, logger } = this.dependencies;
    const newest = await database.process.aggregate({ _max: { updatedAt: true } });
    const last = newest._max.updatedAt;
    if (!last) return;
    const recent = await database.process.findMany({
      where: { ended: false, updatedAt: { gte: new Date(last.getTime() - CRASH_WINDOW_MS) } },
      select: { id: true },
    });
    for (const { id } of recent) await processes.refresh(id);
    logger.info({ processes: recent.length }, 'processes refreshed after a time without them');
  }
}
