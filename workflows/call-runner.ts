import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  patched,
  proxyActivities,
} from '@temporalio/workflow';
import type { Call } from '../activities/types';
import type { CallAnswer } from '../domain/process/commit';
import { CallBook, type CallsCarried, type PendingCall } from '../domain/process/calls';
import type { Step } from '../domain/process/ledger';
import { isJsonObject } from '../domain/json';
import { whyUnreadable } from '../domain/process/unreadable';
import type { CallOutcome, Decider, Message } from '../domain/process/decider';

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
export class CallRunner<S, E extends Message> {
  private readonly book: CallBook;
  private readonly running = new Map<string, CancellationScope>();

  constructor(
    private readonly processId: string,
    private readonly react: Decider<S, Message, E>['react'],
    private readonly report: (outcome: CallOutcome) => Promise<void>,
    carried?: CallsCarried,
  ) {
    this.book = new CallBook(carried);
  }

  /** The calls that could be made at once, were these to be committed. */
  ahead(steps: readonly Step<S, E>[]): readonly PendingCall[] {
    const { pending } = this.book.carry();
    return this.after(steps)
      .runnable()
      .filter((call) => !pending.includes(call));
  }

  /** Calls that the process would carry after these steps are committed. */
  carryAfter(steps: readonly Step<S, E>[]): CallsCarried {
    return this.after(steps).carry();
  }

  /** @param answers of calls that have been tried already. */
  add(step: Step<S, E>, answers?: readonly CallAnswer[]): void {
    for (const key of this.note(this.book, step, () => patched(CALLS_IN_TURN))) {
      this.running.get(key)?.cancel();
      this.running.delete(key);
    }
    this.startRunnable(answers);
  }

  startRunnable(answers: readonly CallAnswer[] = []): void {
    for (const call of this.book.runnable()) {
      if (this.running.has(call.key)) continue;
      const scope = new CancellationScope({ cancellable: true });
      this.running.set(call.key, scope);
      const answer = answers.find(({ key }) => key === call.key);
      void scope.run(() => this.run(call, answer?.outcome));
    }
  }

  isIdle(): boolean {
    return this.book.isIdle();
  }

  carry(): CallsCarried {
    return this.book.carry();
  }

  private after(steps: readonly Step<S, E>[]): CallBook {
    const book = new CallBook(this.book.carry());
    for (const step of steps) this.note(book, step);
    return book;
  }

  private note(book: CallBook, { event, state }: Step<S, E>, isInTurn?: () => boolean): readonly string[] {
    const { seq, at } = event;
    return book.add(this.react(state, event), { processId: this.processId, seq, at }, isInTurn);
  }

  private async run(pending: PendingCall, known?: CallOutcome['outcome']): Promise<void> {
    const { key, call, undoes } = pending;
    const outcome = known ?? (await this.make(pending));
    if (!outcome) return;
    // Not in the scope of the call: its outcome stands even if it is broken off now.
    await CancellationScope.nonCancellable(() =>
      this.report({ key, call, undo: undoes !== undefined, outcome }),
    );
    this.book.settle(key);
    this.running.delete(key);
    this.startRunnable();
  }

  /** Undefined where it was broken off. */
  private async make({
    call,
    after: _after,
    about: _about,
    ...asked
  }: PendingCall): Promise<CallOutcome['outcome'] | undefined> {
    try {
      const activity = calls[call];
      if (!activity) throw ApplicationFailure.nonRetryable(`No call is named ${call}`, 'CALL.UNKNOWN');
      const result = await activity({ ...asked, processId: this.processId });
      const reason = whyUnreadable(result);
      return reason === undefined
        ? { ok: true, result }
        : { ok: false, code: 'CALL.ANSWER_UNREADABLE', reason };
    } catch (error) {
      return isCancellation(error) ? undefined : { ok: false, ...reasonOf(error) };
    }
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
