import { startProcess, type ProcessStarter } from './process-starter';
import { Lanes, NoRoomError } from './lanes';
import {
  claimStart,
  releaseStarts,
  RENEW_CLAIMS_MS,
  renewStarts,
  type RegisteredStart,
} from './start-claims';

/** More at once only make a small machine slower for those who still register. */
const AT_ONCE = 4;
const LANE = 'start';
/** Starts still queued after this time are left to the sweeper. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Starts registered processes of every type in the background, a few at once. It holds a claim on each for as long as this program lives:
 * no sweeper and no other API starts it meanwhile. Close it to release the claims that have not had their turn.
 */
export class ProcessBeginner {
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly underWay = new Map<string, Promise<boolean>>();
  private renewal: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly dependencies: ProcessStarter) {}

  /** Starts a process whose start the caller has claimed. Never fails: false where it has not started, and the sweeper tries again. */
  begin(registered: RegisteredStart): Promise<boolean> {
    const { processId } = registered;
    const earlier = this.underWay.get(processId);
    if (earlier) return earlier;
    const beginning = this.inTurn(registered).finally(() => {
      this.underWay.delete(processId);
      if (this.underWay.size === 0) this.stopRenewing();
    });
    this.underWay.set(processId, beginning);
    this.renewal ??= setInterval(() => void this.renew(), RENEW_CLAIMS_MS).unref();
    return beginning;
  }

  /** Starts a process that was registered before, unless another program holds its start; true also then, since that one starts it. */
  async resume(registered: RegisteredStart): Promise<boolean> {
    const { processId } = registered;
    const earlier = this.underWay.get(processId);
    if (earlier) return earlier;
    return (await claimStart(this.dependencies.database, processId)) ? this.begin(registered) : true;
  }

  /** Returns when nothing is under way any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.underWay.values());
  }

  private async inTurn(registered: RegisteredStart): Promise<boolean> {
    const { database, logger } = this.dependencies;
    const { processId, type } = registered;
    try {
      return await this.lanes.run(LANE, Date.now() + LONGEST_WAIT_MS, async () => {
        if (!this.isClosed) return startProcess(this.dependencies, registered);
        await releaseStarts(database, [processId]);
        return false;
      });
    } catch (error) {
      // Its claim runs out by itself.
      if (!(error instanceof NoRoomError))
        logger.error({ err: error, processId, type }, 'process not started, will be tried again');
      return false;
    }
  }

  private async renew(): Promise<void> {
    const { database, logger } = this.dependencies;
    try {
      await renewStarts(database, [...this.underWay.keys()]);
    } catch (error) {
      logger.warn({ err: error }, 'claims on the start of processes not renewed');
    }
  }

  private stopRenewing(): void {
    clearInterval(this.renewal);
    this.renewal = undefined;
  }
}
