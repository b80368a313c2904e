import { startCase, type CaseStarter, type Unstarted } from './case-starter';
import { Lanes, NoRoomError } from './lanes';
import { claimStart, releaseStarts, RENEW_CLAIMS_MS, renewStarts } from './start-claims';

/** More at once only make a small machine slower for those who still register. */
const AT_ONCE = 4;
const LANE = 'start';
/** Starts still queued after this time are left to the sweeper. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Starts the cases of registered requests in the background, so many at once. What it has in hand is claimed in the register for as long as
 * this process lives: no sweeper and no other API starts it meanwhile. Close it to hand back what has not had its turn.
 */
export class CaseBeginner {
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly underWay = new Map<string, Promise<boolean>>();
  private renewal: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly dependencies: CaseStarter) {}

  /** A request that the caller has claimed. Never fails: false where its case has not started, and the sweeper will see to it. */
  begin(request: Unstarted): Promise<boolean> {
    const earlier = this.underWay.get(request.number);
    if (earlier) return earlier;
    const beginning = this.inTurn(request).finally(() => {
      this.underWay.delete(request.number);
      if (this.underWay.size === 0) this.stopRenewing();
    });
    this.underWay.set(request.number, beginning);
    this.renewal ??= setInterval(() => void this.renew(), RENEW_CLAIMS_MS).unref();
    return beginning;
  }

  /** A request that was registered before, unless its start is in other hands; true also then, since it is seen to. */
  async resume(request: Unstarted): Promise<boolean> {
    const earlier = this.underWay.get(request.number);
    if (earlier) return earlier;
    return (await claimStart(this.dependencies.database, request.number)) ? this.begin(request) : true;
  }

  /** Returns when nothing is under way any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.underWay.values());
  }

  private async inTurn(request: Unstarted): Promise<boolean> {
    const { database, logger } = this.dependencies;
    try {
      return await this.lanes.run(LANE, Date.now() + LONGEST_WAIT_MS, async () => {
        if (!this.isClosed) return startCase(this.dependencies, request);
        await releaseStarts(database, [request.number]);
        return false;
      });
    } catch (error) {
      // Its claim runs out by itself.
      if (!(error instanceof NoRoomError))
        logger.error({ err: error, requestNumber: request.number }, 'case not started, will be tried again');
      return false;
    }
  }

  private async renew(): Promise<void> {
    const { database, logger } = this.dependencies;
    try {
      await renewStarts(database, [...this.underWay.keys()]);
    } catch (error) {
      logger.warn({ err: error }, 'claims on the start of cases not renewed');
    }
  }

  private stopRenewing(): void {
    clearInterval(this.renewal);
    this.renewal = undefined;
  }
}
