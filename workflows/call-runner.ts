import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Call, CallRequest } from '../activities/types';
import { CallBook, DELIVER, type CallsCarried, type PendingCall } from '../domain/process/calls';
import type { CallOutcome, Effect } from '../domain/process/decider';
import type { JsonValue } from '../domain/json';

/** A system may be away for days; after this a person is asked (design decision 7). */
const GIVE_UP_AFTER = '3 days';

const calls = proxyActivities<Record<string, Call>>({
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: GIVE_UP_AFTER,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/**
 * A system that answers at once costs one marker of history in the task at hand, where an activity costs three events and a task of its own.
 * Whoever gave the command waits for the task, so it is asked but once, and not for long (ADR 21).
 */
const quickCalls = proxyLocalActivities<Record<string, Call>>({
  startToCloseTimeout: '1 second',
  retry: { maximumAttempts: 1 },
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
    for (const key of this.book.add(effects, { processId: this.processId, seq, at })) {
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

  private async run({ call, ...pending }: PendingCall): Promise<void> {
    let outcome: CallOutcome['outcome'];
    try {
      outcome = { ok: true, result: await make(call, { ...pending, processId: this.processId }) };
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

/** The answer of a system; a refusal, or three days in vain, is thrown. */
async function make(call: string, request: CallRequest): Promise<JsonValue> {
  // Two processes that tell each other something would each wait for the other's task to end.
  if (call !== DELIVER) {
    try {
      return await activityNamed(quickCalls, call)(request);
    } catch (error) {
      if (isCancellation(error) || isRefusal(error)) throw error;
    }
  }
  return activityNamed(calls, call)(request);
}

function activityNamed(activities: Readonly<Record<string, Call>>, name: string): Call {
  const activity = activities[name];
  if (!activity) throw ApplicationFailure.nonRetryable(`No call is named ${name}`, 'CALL.UNKNOWN');
  return activity;
}

/** The system said no, and will say so again. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.nonRetryable === true;

function reasonOf(error: unknown): { code: string; reason: string } {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure)
    return { code: cause.type ?? 'CALL.FAILED', reason: cause.message };
  return { code: 'CALL.TIMED_OUT', reason: cause instanceof Error ? cause.message : String(cause) };
}
