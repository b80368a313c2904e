import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The one timer of a process: rings at the earliest instant that matters. Setting a later instant leaves the running timer alone
 * (it rings once for nothing), so that most commands cost no timer events. Nothing to wait for means no timer: so it is while a process is
 * paused (design decision 5).
 */
export class Alarm {
  private at = Number.POSITIVE_INFINITY;
  private scope: CancellationScope | undefined;

  constructor(private readonly ring: () => void) {}

  /** @param at milliseconds since the epoch; undefined where nothing is awaited. */
  set(at: number | undefined): void {
    if (at === undefined) {
      this.stop();
      return;
    }
    if (this.isSetFor(at)) return;
    this.stop();
    this.at = at;
    this.scope = new CancellationScope({ cancellable: true });
    void this.scope.run(() => this.wait(at));
  }

  /** Whether setting it so would change nothing. */
  isSetFor(at: number | undefined): boolean {
    return at === undefined ? this.scope === undefined : at >= this.at;
  }

  stop(): void {
    this.scope?.cancel();
    this.scope = undefined;
    this.at = Number.POSITIVE_INFINITY;
  }

  private async wait(at: number): Promise<void> {
    try {
      await sleep(Math.max(1, at - Date.now()));
    } catch (error) {
      if (isCancellation(error)) return;
      throw error;
    }
    if (this.at !== at) return;
    this.at = Number.POSITIVE_INFINITY;
    this.scope = undefined;
    this.ring();
  }
}
