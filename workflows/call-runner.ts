import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  patched,
  proxyActivities,
} from '@temporalio/workflow';
import type { Call } from '../activities/types';
import { CallBook, type CallsCarried, type PendingCall } from '../domain/process/calls';
import { isJsonObject } from '../domain/json';
import type { CallOutcome, Effect } from '../domain/process/decider';

/** A system may be away for days; after this a person is asked (design decision 7). */
const GIVE_UP_AFTER = '3 days';

/** Before this, calls about one thing ran at once, and so they must in the replay of what they wrote. */
const CALLS_IN_TURN = 'calls-in-turn';

const calls = proxyActivities<Record<string, Call>>({
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: GIVE_UP_AFTER,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** Runs the calls of a process's events and reports each outcome. */
export class CallRunner {
  private readonly book: CallBook;
  private readonly running = new Map<string, CancellationScope>();

  constructor(
    private readonly processId: string,
    private readonly report: (outcome: CallOutcome) => Promise<void>,
    carried?: CallsCarried,
  ) {
    this.book = new CallBook(carried);
  }

  add(effects: readonly Effect[], { seq, at }: { readonly seq: number; readonly at: string }): void {
    const isInTurn = () => patched(CALLS_IN_TURN);
    for (const key of this.book.add(effects, { processId: this.processId, seq, at }, isInTurn)) {
      this.running.get(key)?.cancel();
      this.running.delete(key);
    }
    this.startRunnable();
  }

  startRunnable(): void {
    for (const call of this.book.runnable()) {
      if (this.running.has(call.key)) continue;
      const scope = new CancellationScope({ cancellable: true });
      this.running.set(call.key, scope);
      void scope.run(() => this.run(call));
    }
  }

  isIdle(): boolean {
    return this.book.isIdle();
  }

  carry(): CallsCarried {
    return this.book.carry();
  }

  private async run({ call, after: _after, about: _about, ...pending }: PendingCall): Promise<void> {
    let outcome: CallOutcome['outcome'];
    try {
      const activity = calls[call];
      if (!activity) throw ApplicationFailure.nonRetryable(`No call is named ${call}`, 'CALL.UNKNOWN');
      outcome = { ok: true, result: await activity({ ...pending, processId: this.processId }) };
    } catch (error) {
      if (isCancellation(error)) return;
      outcome = { ok: false, ...reasonOf(error) };
    }
    // Not in the scope of the call: its outcome stands even if it is broken off now.
    const { key } = pending;
    await CancellationScope.nonCancellable(() =>
      this.report({ key, call, undo: pending.undoes !== undefined, outcome }),
    );
    this.book.settle(key);
    this.running.delete(key);
    this.startRunnable();
  }
}

function reasonOf(error: unknown): Omit<Extract<CallOutcome['outcome'], { ok: false }>, 'ok'> {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure) {
    const [params] = cause.details ?? [];
    return {
      code: cause.type ?? 'CALL.FAILED',
      reason: cause.message,
      ...(isJsonObject(params) && { params }),
    };
  }
  return { code: 'CALL.TIMED_OUT', reason: cause instanceof Error ? cause.message : String(cause) };
}
