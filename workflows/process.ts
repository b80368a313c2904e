import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  log,
  patched,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { LocalActivities } from '../activities/types';
import { DomainError } from '../domain/errors';
import { refuseClaimedIds } from '../domain/process/command-ids';
import { earliest, isSameStep, type Deadline } from '../domain/process/commit';
import type { Command, Decider, Message } from '../domain/process/decider';
import { Ledger, type Entry } from '../domain/process/ledger';
import {
  EXECUTE,
  INSPECT,
  REFRESH,
  type ExecuteRequest,
  type ExecuteResult,
  type Inspection,
  type ProcessStart,
} from '../domain/process/protocol';
import { refuseOutgrown } from '../domain/process/room';
import { refuseMalformedRequest } from '../domain/process/shape';
import { Alarm } from './alarm';
import { CallRunner } from './call-runner';
import { OwnCommands } from './own-commands';
import { asRefusal, asRefusalOfFaults, refusalOf, refuseStart, toFailure } from './refusal';
import { isFull, limitsOfNext } from './run-limits';

const { commit } = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '50 ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  localRetryThreshold: '20 seconds',
});

/**
 * Turns a decider into a Temporal workflow (design decision 2). It cannot be cancelled through Temporal: a process ends by its own rules,
 * and one cut off in the middle would leave accepted commands and calls behind.
 */
export function processWorkflow<S, C extends Message, E extends Message>(decider: Decider<S, C, E>) {
  return (start: ProcessStart<S, C>): Promise<void> =>
    CancellationScope.nonCancellable(() => {
      refuseStart(start);
      return new Interpreter(decider, start).run();
    });
}

class Interpreter<S, C extends Message, E extends Message> {
  private readonly ledger: Ledger<S, C, E>;
  private readonly calls: CallRunner<S, E>;
  private readonly own: OwnCommands;
  private readonly alarm = new Alarm(() => (this.isRung = true));
  private readonly scope = CancellationScope.current();
  private deadlines: readonly Deadline[];
  private isRung = true;
  private refreshAsked = false;
  private committing = false;
  private updates = 0;
  private commits = 0;

  constructor(
    private readonly decider: Decider<S, C, E>,
    private readonly start: ProcessStart<S, C>,
  ) {
    this.ledger = new Ledger(decider, start.carried?.ledger);
    this.deadlines = start.carried?.deadlines ?? [];
    this.own = new OwnCommands(start.processId, (commands) => this.submit(commands));
    this.calls = new CallRunner(
      start.processId,
      decider.react,
      (outcome) => this.own.settle(outcome),
      start.carried?.calls,
    );
  }

  /** The life of a process: take commands, keep promises, continue as new before Temporal's limits, end. */
  async run(): Promise<void> {
    const { first, carried, traceId } = this.start;
    // Decided before anybody is heard: commands may be waiting already, and they come after it.
    const begun = first && !carried ? this.submit([first], traceId) : undefined;
    this.listen();
    await begun;
    this.calls.startRunnable();
    while (!this.isOver()) {
      await this.refreshIfAsked();
      await this.elapseDueSteps();
      if (this.isOver()) break;
      if (this.mustContinueAsNew()) await this.continue();
      this.alarm.set(earliest(this.deadlines)?.step.at);
      await condition(() => this.hasSomethingToDo());
      this.isRung = false;
    }
    this.alarm.stop();
    await condition(allHandlersFinished);
  }

  private listen(): void {
    setHandler(
      defineUpdate<ExecuteResult, [ExecuteRequest<C>]>(EXECUTE),
      (request: ExecuteRequest<C>) => this.scope.run(() => this.execute(request)),
      {
        validator: (request: ExecuteRequest<C>) => this.validate(request),
      },
    );
    // Only noted: whether a signal or an update of the same task comes first is not the same in a replay as it was (sdk-python issue 1591).
    setHandler(defineSignal(REFRESH), () => {
      this.refreshAsked = true;
      this.isRung = true;
    });
    setHandler(defineQuery<Inspection<S>>(INSPECT), () => ({
      ...this.ledger.confirmed,
      deadlines: this.deadlines,
      pendingCalls: this.calls.carry().pending.map(({ key }) => key),
    }));
  }

  private validate(request: ExecuteRequest<C>): void {
    asRefusalOfFaults(() => {
      refuseMalformedRequest(request);
      const { commands, expectedSeq } = request;
      // Only here, and not where a batch is decided: histories hold what was taken before this was refused.
      refuseClaimedIds(commands);
      if (!this.ledger.isDone(commands)) {
        this.refuseStale(expectedSeq);
        // Plans the effects too: a fault in computing them refuses the command here, before it leaves a
        // trace.
        const planned = this.ledger.check(commands, isoNow());
        const state = planned.at(-1)?.state ?? this.ledger.state;
        const after = { state, calls: this.calls.carryAfter(planned) };
        const { ending = [] } = this.decider;
        if (!commands.every(({ type }) => ending.some((one) => one === type)))
          refuseOutgrown(() => ({ state: this.ledger.state, calls: this.calls.carry() }), after);
      }
    });
  }

  private refuseStale(expectedSeq: number | undefined): void {
    if (expectedSeq !== undefined && expectedSeq !== this.ledger.seq)
      throw new DomainError('CASE.STALE', { expected: expectedSeq, actual: this.ledger.seq }, 'If-Match');
  }

  private async execute({ commands, expectedSeq, traceId }: ExecuteRequest<C>): Promise<ExecuteResult> {
    this.updates += 1;
    // Steps due before a command are decided before it: the command cannot repair an earlier breach (ADR 33).
    // The command is decided in the same turn as its validation unless a step fell due first, so of several
    // commands for one version only one succeeds.
    if (this.nextDue() && patched('due-steps-first')) {
      await this.elapseDueSteps();
      if (!this.ledger.isDone(commands)) asRefusal(() => this.refuseStale(expectedSeq));
    }
    const { planned, outcome } = await this.submit(commands, traceId);
    const duplicate = outcome === 'duplicate';
    // Discards the plan of a batch that turned out to be a duplicate.
    const last = duplicate ? undefined : planned.at(-1);
    return { seq: last?.event.seq ?? this.ledger.confirmed.seq, duplicate };
  }

  /** Recomputes the deadlines and takes in news from PostgreSQL. */
  private async refreshIfAsked(): Promise<void> {
    if (!this.refreshAsked) return;
    this.refreshAsked = false;
    await this.own.refresh();
  }

  /** Decides at once, then waits until PostgreSQL has it. */
  private async submit(commands: readonly Command<C>[], traceId?: string): Promise<Entry<S, C, E>> {
    const entry = asRefusal(() => this.ledger.accept(commands, isoNow(), traceId));
    if (entry.outcome !== 'pending') return entry;
    if (this.committing) await condition(() => entry.outcome !== 'pending');
    else await this.commitUpTo(entry);
    const refusal = refusalOf(entry);
    if (refusal) throw toFailure(refusal);
    return entry;
  }

  /**
   * Commits in the order in which the batches were decided. Returns when `last` is committed; batches queued
   * behind it are committed separately.
   */
  private async commitUpTo(last: Entry<S, C, E>): Promise<void> {
    this.committing = true;
    while (last.outcome === 'pending') await this.commitNext();
    this.committing = false;
    const { next } = this.ledger;
    if (next) void this.commitUpTo(next);
  }

  private async commitNext(): Promise<void> {
    const { processId } = this.start;
    const { next, seq } = this.ledger;
    if (!next) return;
    const calls = this.calls.ahead(next.planned);
    const result = await commit({ ...this.ledger.request(next, processId), calls });
    if (result.kind === 'superseded' || result.kind === 'duplicate')
      log.warn('PostgreSQL is ahead of this run', { processId, kind: result.kind, seq });
    this.commits += 1;
    const answers = result.kind === 'committed' ? result.answers : undefined;
    for (const step of this.ledger.settle(result)) this.calls.add(step, answers);
    // A refused batch changed nothing, the deadlines neither.
    if (result.kind !== 'refused') this.deadlines = result.deadlines;
  }

  /** Steps that fell due, also those of an outage: each once, in order. */
  private async elapseDueSteps(): Promise<void> {
    for (let due = this.nextDue(); due; due = this.nextDue()) {
      if (this.ledger.next) {
        // The commit under way may change the deadlines: a pause, or a promise just kept.
        await condition(() => this.ledger.next === undefined);
        continue;
      }
      await this.own.elapse(due, this.ledger.confirmed.seq);
      const left = this.nextDue();
      if (left && isSameStep(left, due)) {
        log.error('A clock step was not recorded', {
          processId: this.start.processId,
          clock: due.clock,
          step: due.step.key,
        });
        this.deadlines = this.deadlines.filter((deadline) => deadline !== left);
      }
    }
  }

  private nextDue(): Deadline | undefined {
    const next = earliest(this.deadlines);
    return next && next.step.at <= Date.now() ? next : undefined;
  }

  /** Seldom so after a command: each time that it is costs one more call into the sandbox. */
  private hasSomethingToDo(): boolean {
    const isAlarmSet = this.alarm.isSetFor(earliest(this.deadlines)?.step.at);
    return this.isRung || !isAlarmSet || !!this.nextDue() || this.isOver() || this.mustContinueAsNew();
  }

  private isOver(): boolean {
    return (
      this.decider.isEnded(this.ledger.state) &&
      this.ledger.next === undefined &&
      this.calls.isIdle() &&
      !this.refreshAsked
    );
  }

  private mustContinueAsNew(): boolean {
    return isFull(this.start, { updates: this.updates, commits: this.commits });
  }

  private async continue(): Promise<void> {
    await condition(() => this.refreshAsked || (allHandlersFinished() && this.ledger.next === undefined));
    if (this.refreshAsked) return;
    const { processId } = this.start;
    const carried = { ledger: this.ledger.carry(), calls: this.calls.carry(), deadlines: this.deadlines };
    await continueAsNew<(start: ProcessStart<S, C>) => Promise<void>>({
      processId,
      carried,
      ...limitsOfNext(this.start),
    });
  }
}

const isoNow = (): string => new Date().toISOString();
