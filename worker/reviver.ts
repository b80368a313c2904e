import { Counter, Gauge, type Registry } from 'prom-client';
import type { ProcessKinds } from '../activities/process-kind';
import { PROCESS_KINDS } from '../activities/processes';
import { revivalOf } from '../activities/revival';
import { startProcess, type ProcessStarter } from '../platform/process-starter';
import type { RegisteredStart } from '../platform/start-claims';

/** Looked at in one sweep: each is a question to Temporal. At a sweep every five seconds, 600 a minute. */
const BATCH = 50;
/** Where some are lost, many may be: then the sweep goes on at once, so far. */
const BATCHES_AT_ONCE = 10;
/** One that has just committed runs. */
const QUIET_MS = 10_000;
/** Calls of a process that has ended are tried for so long. */
const ENDED_WITHIN_MS = 3 * 24 * 3_600_000;
const UNBEGUN_WITHIN_MS = 7 * 24 * 3_600_000;
/** A task that was tried so often fails for a reason that stays, such as code that does not replay what it wrote. */
const STUCK_AFTER_ATTEMPTS = 5;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
const AT_A_TIME = 5;

type Known = 'runs' | 'over' | 'lost' | 'stuck' | 'unknown';

/**
 * Notices processes whose workflow Temporal has terminated, failed or lost, and starts them from what PostgreSQL has (ADR 37). It goes round
 * all of them, some each sweep. Several workers may do so: Temporal runs one workflow of an id, and a second start finds the first.
 */
export class Reviver {
  private after = '';
  private readonly stuck = new Set<string>();
  /** One that fails again is not started again at once. */
  private readonly waits = new Map<string, { readonly times: number; readonly untilMs: number }>();
  private readonly restarted: Counter | undefined;

  constructor(
    private readonly dependencies: ProcessStarter & { readonly registry?: Registry },
    private readonly kinds: ProcessKinds = PROCESS_KINDS,
    private readonly now: () => number = Date.now,
  ) {
    const { registry } = dependencies;
    if (!registry) return;
    const registers = [registry];
    this.restarted = new Counter({
      name: 'aftercare_processes_restarted_total',
      help: 'Processes that Temporal had lost, started again from PostgreSQL',
      registers,
    });
    const { stuck } = this;
    new Gauge({
      name: 'aftercare_processes_stuck',
      help: 'Processes whose workflow task fails again and again',
      registers,
      collect() {
        this.set(stuck.size);
      },
    });
  }

  /** One round. Gives how many processes it started. */
  async sweep(): Promise<number> {
    let started = await this.startUnbegun();
    for (let batch = 0; batch < BATCHES_AT_ONCE; batch += 1) {
      const found = await this.sweepBatch();
      started += found;
      if (found === 0) break;
    }
    return started;
  }

  private async sweepBatch(): Promise<number> {
    const { database } = this.dependencies;
    const quiet = new Date(this.now() - QUIET_MS);
    const ids = await database.process.findMany({
      where: {
        id: { gt: this.after },
        updatedAt: { lt: quiet },
        OR: [{ ended: false }, { updatedAt: { gt: new Date(this.now() - ENDED_WITHIN_MS) } }],
      },
      select: { id: true, ended: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    this.after = ids.length < BATCH ? '' : (ids.at(-1)?.id ?? '');
    return inLanes(ids, ({ id, ended }) => this.look(id, ended));
  }

  private async look(processId: string, ended: boolean): Promise<boolean> {
    const known = await this.known(processId);
    if (known !== 'stuck') this.stuck.delete(processId);
    if (known === 'runs' || known === 'over') this.waits.delete(processId);
    if (known !== 'lost' || this.mustWait(processId)) return false;
    const { database, processes, logger } = this.dependencies;
    const revival = await revivalOf(database, this.kinds, processId);
    if (!revival) return false;
    // One that has ended runs on only for the calls that it still owes.
    if (ended && revival.start.carried.calls.pending.length === 0) return false;
    const answer = await processes.restart(revival.type, revival.start);
    const line = { processId, seq: revival.start.carried.ledger.seq, outcome: answer.kind };
    logger.error(line, 'process was lost by Temporal, started from PostgreSQL');
    if (answer.kind !== 'done') return false;
    this.restarted?.inc();
    return true;
  }

  private async known(processId: string): Promise<Known> {
    const answer = await this.dependencies.processes.look(processId);
    if (answer.kind === 'not-running') return 'lost';
    if (answer.kind !== 'done') return 'unknown';
    const { status, taskAttempt } = answer.result;
    if (status === 'COMPLETED') return 'over';
    if (status !== 'RUNNING' && status !== 'PAUSED') return 'lost';
    if (taskAttempt < STUCK_AFTER_ATTEMPTS) return 'runs';
    if (!this.stuck.has(processId))
      this.dependencies.logger.error(
        { processId, taskAttempt },
        'workflow task of a process fails repeatedly',
      );
    this.stuck.add(processId);
    return 'stuck';
  }

  /** Processes that were started and have nothing on record: the workflow was lost before its first commit. */
  private async startUnbegun(): Promise<number> {
    const { database } = this.dependencies;
    const started = {
      lt: new Date(this.now() - FIRST_WAIT_MS),
      gt: new Date(this.now() - UNBEGUN_WITHIN_MS),
    };
    const unbegun = await database.$queryRaw<RegisteredStart[]>`
      SELECT s.process_id AS "processId", s.type, s.start FROM process_start s
      WHERE s.started_at < ${started.lt} AND s.started_at > ${started.gt} AND s.type = ANY(${[...this.kinds.keys()]}::text[])
        AND NOT EXISTS (SELECT FROM process p WHERE p.id = s.process_id) ORDER BY s.process_id LIMIT ${BATCH}`;
    return inLanes(unbegun, async (registered) => {
      const { processId, type } = registered;
      if ((await this.known(processId)) !== 'lost' || this.mustWait(processId)) return false;
      this.dependencies.logger.error({ processId, type }, 'process has not begun, started again');
      return startProcess(this.dependencies, registered);
    });
  }

  private mustWait(processId: string): boolean {
    const waited = this.waits.get(processId);
    if (waited && this.now() < waited.untilMs) return true;
    const times = (waited?.times ?? 0) + 1;
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (times - 1), LONGEST_WAIT_MS);
    this.waits.set(processId, { times, untilMs: this.now() + waitMs });
    return false;
  }
}

/** How many of them it did something for. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<boolean>): Promise<number> {
  const queue = items.values();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const item of queue) if (await work(item)) done += 1;
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return done;
}
