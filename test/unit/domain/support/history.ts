import { openApproval } from '../../../../domain/approval/approval';
import type { CaseCommand } from '../../../../domain/case/commands';
import { guard } from '../../../../domain/case/decide';
import { serviceCase } from '../../../../domain/case/decider';
import type { CaseEvent } from '../../../../domain/case/events';
import type { Registration } from '../../../../domain/case/intake/terms';
import type { CaseState } from '../../../../domain/case/state';
import { DomainError } from '../../../../domain/errors';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import { CallBook } from '../../../../domain/process/calls';
import type { CallOutcome, Command, Effect, Recorded } from '../../../../domain/process/decider';
import { aClerk, anEngineer, anHqManager } from './actors';
import { elapse, settleCall, type AnyCommand } from './case-builder';
import { deepFreeze } from './freeze';
import type { Move, Timed } from './moves';
import { nextStep } from './next-step';

export interface Moment {
  readonly command: AnyCommand;
  readonly by: Actor;
  readonly refusal: DomainError | undefined;
  readonly events: readonly Recorded<CaseEvent>[];
  readonly before: CaseState;
  readonly after: CaseState;
  /** Those of its events, in order. */
  readonly effects: readonly Effect[];
  readonly now: string;
}

/** A case that went through anything; everything it was made of is frozen. */
export class History {
  state: CaseState = deepFreeze(serviceCase.initial);
  readonly moments: Moment[] = [];
  readonly events: Recorded<CaseEvent>[] = [];
  protected nowMs: number;
  protected readonly calls = new CallBook();

  constructor(registration: Registration) {
    this.nowMs = Date.parse(registration.receivedAt);
    this.give({ type: 'register', data: registration }, SYSTEM);
  }

  static of(registration: Registration, moves: readonly Timed[]): History {
    const history = new History(registration);
    for (const timed of moves) history.make(timed);
    return history;
  }

  make({ move, afterMs, agoMs }: Timed): void {
    this.nowMs += afterMs;
    const occurredAt = agoMs === undefined ? undefined : new Date(this.nowMs - agoMs).toISOString();
    switch (move.kind) {
      case 'any':
        this.give(move.command, move.by, occurredAt);
        return;
      case 'aside':
        this.give(move.command, this.whoMay(move.command), occurredAt);
        return;
      case 'advance': {
        const command = nextStep(this.state, move.data, this.nowMs);
        if (command) this.give(command, this.whoMay(command), occurredAt);
        return;
      }
      case 'elapse': {
        const names = [...Object.keys(serviceCase.clocks(this.state)).reverse(), 'unheard-of'];
        const clock = names[move.pick % names.length] ?? 'answer';
        this.give(elapse(clock, { kind: move.step }, this.now), SYSTEM);
        return;
      }
      case 'settle':
        this.give(settleCall(this.outcomeOf(move)), SYSTEM);
    }
  }

  get number(): string {
    return this.state.registration?.caseNumber ?? '';
  }

  private outcomeOf({ pick, ok, isReal }: Extract<Move, { kind: 'settle' }>): CallOutcome {
    const runnable = this.calls.runnable();
    const call = isReal ? runnable[pick % runnable.length] : undefined;
    if (call) this.calls.settle(call.key);
    const { key = `call-${pick}`, call: name = 'reserveParts', undoes } = call ?? {};
    return {
      key,
      call: name,
      undo: undoes !== undefined,
      outcome: ok
        ? { ok, result: { pieces: pick, requestNumber: 'RQ-2026-000002', caseNumber: 'AS-2026-000002' } }
        : { ok, code: 'CALL.TIMED_OUT', reason: 'away' },
    };
  }

  get now(): string {
    return new Date(this.nowMs).toISOString();
  }

  give(command: AnyCommand, actor: Actor, occurredAt?: string): void {
    const id = `command-${this.moments.length}`;
    const envelope: Command<CaseCommand> = {
      endsTasks: true,
      ...command,
      id,
      actor,
      ...(occurredAt !== undefined && { occurredAt, ...this.looked() }),
    };
    const before = this.state;
    const decided = decideOn(before, deepFreeze(envelope), this.now);
    const refusal = decided instanceof DomainError ? decided : undefined;
    const effects: Effect[] = [];
    const events = (decided instanceof DomainError ? [] : decided).map((event) => {
      const recorded = deepFreeze({
        ...event,
        seq: this.events.length + 1,
        at: this.now,
        commandId: id,
        actor,
        ...(occurredAt !== undefined && { occurredAt }),
      });
      this.events.push(recorded);
      this.state = deepFreeze(serviceCase.evolve(this.state, recorded));
      const asked = serviceCase.react(this.state, recorded);
      this.calls.add(asked, { processId: this.number, seq: recorded.seq, at: recorded.at });
      effects.push(...asked);
      return recorded;
    });
    this.moments.push({
      command,
      by: actor,
      refusal,
      events,
      before,
      after: this.state,
      effects,
      now: this.now,
    });
  }

  /** Register facts that the API adds to a late command. */
  protected looked(): Pick<Command<CaseCommand>, 'lateEntry'> {
    return {};
  }

  private whoMay({ type }: CaseCommand): Actor {
    if (
      type === 'recordJoinedRequest' ||
      type === 'takeJoined' ||
      type === 'recordMerged' ||
      type === 'recordUnmerged' ||
      type === 'register'
    )
      return SYSTEM;
    if (type === 'remindApproval') return openApproval(this.state)?.asked.by ?? anEngineer();
    const mayGive = (actor: Actor): boolean => guard(this.state, type, actor) === undefined;
    return [anHqManager(), anEngineer(), aClerk()].find(mayGive) ?? anHqManager();
  }
}

function decideOn(
  state: CaseState,
  command: Command<CaseCommand>,
  now: string,
): readonly CaseEvent[] | DomainError {
  try {
    return serviceCase.decide(state, command, now);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
