import type { CommitRequest, CommitResult } from './commit';
import { type Command, type Decider, type Message, type Recorded } from './decider';
import { latest } from './remembered';
import { DomainError } from '../errors';

/** The part of a ledger that continues as new with its workflow. */
export interface Carried<S> {
  readonly seq: number;
  readonly state: S;
  /** Ids of the commands done so far, oldest first; PostgreSQL knows those that have been forgotten here. */
  readonly done: readonly string[];
}

export interface Position<S> {
  readonly seq: number;
  readonly state: S;
}

/** An event with the state after it. */
export interface Step<S, E extends Message> {
  readonly event: Recorded<E>;
  readonly state: S;
}

/** A batch that has been decided and waits for its commit. */
export interface Entry<S, C extends Message, E extends Message> {
  /** The whole batch as it was asked for. */
  readonly asked: readonly Command<C>[];
  /** Those of the batch that are decided in this entry: the others were done before, or wait ahead of it. */
  commands: readonly Command<C>[];
  readonly traceId: string | undefined;
  readonly now: string;
  /** Planned steps, each event with the state after it. */
  planned: readonly Step<S, E>[];
  outcome: 'pending' | 'committed' | 'duplicate' | DomainError;
}

/**
 * The interpreter's memory of one process: the state advanced by every accepted command, and the part of it that PostgreSQL has
 * confirmed. Pure and synchronous; the workflow supplies time and commits.
 */
export class Ledger<S, C extends Message, E extends Message> {
  private committed: Position<S>;
  private advanced: Position<S>;
  private readonly done: Set<string>;
  private readonly pending: Entry<S, C, E>[] = [];

  constructor(
    private readonly decider: Decider<S, C, E>,
    carried?: Carried<S>,
  ) {
    this.committed = { seq: carried?.seq ?? 0, state: stateIn(decider, carried) };
    this.advanced = this.committed;
    this.done = new Set(carried?.done);
  }

  get state(): S {
    return this.advanced.state;
  }
  get seq(): number {
    return this.advanced.seq;
  }
  /** The state that PostgreSQL has confirmed, and its sequence number. */
  get confirmed(): Position<S> {
    return this.committed;
  }
  /** The oldest batch that still waits for its commit. */
  get next(): Entry<S, C, E> | undefined {
    return this.pending[0];
  }

  /** True when every command of the batch has been taken before. */
  isDone(commands: readonly Command<C>[]): boolean {
    return commands.length > 0 && this.fresh(commands).length === 0;
  }

  carry(): Carried<S> {
    return { ...this.committed, done: latest([...this.done]) };
  }

  /**
   * Decides a batch on the state as it is, all of the commands or none, passing over those done before.
   * @throws {DomainError} the first refusal. Changes nothing; gives what would come of it.
   */
  check(commands: readonly Command<C>[], now: string): readonly Step<S, E>[] {
    return this.plan(this.fresh(commands), now);
  }

  /**
   * Decides the batch, advances the state at once, and queues it for its commit. One whose commands still wait is queued behind them,
   * empty: what it is answered depends on what becomes of them. @throws {DomainError}
   */
  accept(asked: readonly Command<C>[], now: string, traceId?: string): Entry<S, C, E> {
    const entry: Entry<S, C, E> = { asked, commands: [], traceId, now, planned: [], outcome: 'pending' };
    this.enter(entry);
    return entry;
  }

  request(entry: Entry<S, C, E>, processId: string): CommitRequest {
    return {
      processType: this.decider.type,
      processId,
      fromSeq: this.committed.seq + 1,
      events: eventsOf(entry),
      commands: entry.commands.map(({ id, digest }) => ({ id, ...(digest !== undefined && { digest }) })),
      now: entry.now,
      ...(entry.traceId === undefined ? {} : { traceId: entry.traceId }),
    };
  }

  /**
   * Takes in the answer to the oldest batch's commit. Gives the events that are newly certain, each with the state after it, in
   * order, so that their effects can run.
   */
  settle(result: CommitResult): readonly Step<S, E>[] {
    const entry = this.pending[0];
    if (entry === undefined) throw new Error('No batch waits for a commit');
    switch (result.kind) {
      case 'committed': {
        this.pending.shift();
        entry.outcome = entry.commands.length === 0 && entry.asked.length > 0 ? 'duplicate' : 'committed';
        for (const { id } of entry.commands) this.done.add(id);
        // It stands first, so it was planned on what is confirmed.
        this.committed = positionAfter(entry.planned) ?? this.committed;
        return entry.planned;
      }
      case 'superseded': {
        const certain = this.confirm(
          result.events.filter((event): event is Recorded<E> => event.seq > this.committed.seq),
        );
        for (const { event } of certain) this.done.add(event.commandId);
        this.recognise(entry, certain);
        this.replan();
        return certain;
      }
      case 'duplicate':
        for (const id of result.commandIds) this.done.add(id);
        this.replan();
        return [];
      case 'refused': {
        const { code, params, field } = result.refusal;
        this.pending.shift();
        entry.outcome = new DomainError(code, params, field);
        // Later batches were decided on top of the failed one; a repeat of it among them is decided again.
        this.replan();
        return [];
      }
    }
  }

  private confirm(events: readonly Recorded<E>[]): Step<S, E>[] {
    return events.map((event) => {
      this.committed = { seq: event.seq, state: this.decider.evolve(this.committed.state, event) };
      return { event, state: this.committed.state };
    });
  }

  /** A batch whose own commit had gone through, and only its answer was lost, was not done before: it is done now. */
  private recognise(entry: Entry<S, C, E>, certain: readonly Step<S, E>[]): void {
    const own = certain.filter(({ event }) => entry.commands.some(({ id }) => id === event.commandId));
    const isOwn = entry.commands.every(({ id }) => own.some(({ event }) => event.commandId === id));
    if (entry.commands.length === 0 || !isOwn) return;
    this.pending.shift();
    entry.planned = own;
    entry.outcome = 'committed';
  }

  /** Decides what still waits once more, on what has turned out to be the state. */
  private replan(): void {
    const waiting = this.pending.splice(0);
    this.advanced = this.committed;
    for (const entry of waiting) {
      try {
        // All that was asked for: what waited ahead of it may have been refused, and a batch is done whole or not at all.
        this.enter(entry);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        entry.outcome = error;
      }
    }
  }

  private enter(entry: Entry<S, C, E>): void {
    if (entry.asked.length > 0 && entry.asked.every(({ id }) => this.done.has(id))) {
      entry.outcome = 'duplicate';
      return;
    }
    entry.commands = this.fresh(entry.asked);
    entry.planned = this.plan(entry.commands, entry.now);
    this.advanced = positionAfter(entry.planned) ?? this.advanced;
    this.pending.push(entry);
  }

  private fresh(commands: readonly Command<C>[]): readonly Command<C>[] {
    const taken = new Set(this.pending.flatMap((entry) => entry.commands.map(({ id }) => id)));
    return commands.filter(({ id }) => {
      if (this.done.has(id) || taken.has(id)) return false;
      taken.add(id);
      return true;
    });
  }

  private plan(commands: readonly Command<C>[], now: string): readonly Step<S, E>[] {
    let { seq, state } = this.advanced;
    const planned: Step<S, E>[] = [];
    for (const command of commands) {
      for (const bare of this.decider.decide(state, command, now)) {
        seq += 1;
        const event: Recorded<E> = {
          ...bare,
          seq,
          at: now,
          ...(command.occurredAt === undefined ? {} : { occurredAt: command.occurredAt }),
          commandId: command.id,
          actor: command.actor,
        };
        state = this.decider.evolve(state, event);
        planned.push({ event, state });
      }
    }
    return planned;
  }
}

/** An earlier run may carry more than a run carries today. */
const stateIn = <S, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  carried?: Carried<S>,
): S => (carried ? (decider.tidied?.(carried.state) ?? carried.state) : decider.initial);

/** The events of a batch. */
export const eventsOf = <E extends Message>({
  planned,
}: {
  readonly planned: readonly Step<unknown, E>[];
}): readonly Recorded<E>[] => planned.map(({ event }) => event);

function positionAfter<S>(steps: readonly Step<S, Message>[]): Position<S> | undefined {
  const last = steps.at(-1);
  return last && { seq: last.event.seq, state: last.state };
}
