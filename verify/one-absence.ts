import { setTimeout as sleep } from 'node:timers/promises';
import type { Sight, Workflows } from './workflows';

const AGAIN_AFTER_MS = 1_000;
/** So many workflows in a row without an answer: no worker is there, and each further one would cost its deadline. */
const UNANSWERED_IN_A_ROW = 8;

/** Finds out once that Temporal, or every worker, is away, and does not wait for it with each process again. */
export class OneAbsence implements Workflows {
  private away: string | undefined;
  private unanswered = 0;

  constructor(private readonly workflows: Workflows) {}

  async look(processId: string): Promise<Sight> {
    if (this.away !== undefined) return { kind: 'away', reason: this.away };
    if (this.unanswered >= UNANSWERED_IN_A_ROW) return { kind: 'unanswered', reason: 'no worker answers' };
    const sight = await this.workflows.look(processId);
    if (sight.kind === 'found' || sight.kind === 'none') {
      this.unanswered = 0;
      return sight;
    }
    // No answer within the deadline may be either: no worker, or no Temporal.
    const reason = await this.whyAway();
    if (reason !== undefined) return { kind: 'away', reason };
    this.unanswered += 1;
    return sight.kind === 'away' ? this.workflows.look(processId) : sight;
  }

  refresh(processId: string): Promise<string | undefined> {
    return this.workflows.refresh(processId);
  }

  restart(processId: string, processType: string): Promise<string | undefined> {
    return this.workflows.restart(processId, processType);
  }

  /** Asks a second time before it takes Temporal for away. */
  async whyAway(): Promise<string | undefined> {
    if (this.away !== undefined) return this.away;
    if ((await this.workflows.whyAway()) === undefined) return undefined;
    await sleep(AGAIN_AFTER_MS);
    this.away = await this.workflows.whyAway();
    return this.away;
  }
}
