import { randomUUID } from 'node:crypto';
import { chainHash, genesis } from '../../activities/hash-chain';
import type { ClockRegisters } from '../../activities/clock-registers';
import type { Fold } from '../../activities/process-kind';
import { computeClocks, type ClockBook } from '../../activities/projections/clocks';
import type { CaseCommand } from '../../domain/case/commands';
import { serviceCase } from '../../domain/case/decider';
import type { Registration } from '../../domain/case/intake/terms';
import type { CaseState } from '../../domain/case/state';
import { SYSTEM, type Actor } from '../../domain/identity/actor';
import { callKey, REGISTER_ID } from '../../domain/process/command-ids';
import { earliest } from '../../domain/process/commit';
import type { Command, Recorded } from '../../domain/process/decider';
import { elapseClock, settleCall } from '../../domain/process/own-commands';

/** One commit of a case: what its messages are made from. */
export interface Played {
  readonly fold: Fold;
  readonly clocks: ClockBook;
}

/**
 * A case that is carried by the rules themselves, command by command and step by step of its clocks, at instants of the past. Its calls
 * succeed at once: what is played asks no other system for anything.
 */
export class PlayedCase {
  state: CaseState = serviceCase.initial;
  readonly events: (Recorded & { readonly prevHash: string; readonly hash: string })[] = [];
  readonly commands: { readonly id: string; readonly seq: number; readonly at: string }[] = [];
  readonly commits: Played[] = [];
  readonly number: string;

  constructor(
    private readonly registers: ClockRegisters,
    registration: Registration,
  ) {
    this.number = registration.caseNumber;
    const register = { type: 'register', data: registration } as const;
    this.commit({ ...register, id: REGISTER_ID, actor: SYSTEM }, registration.receivedAt);
  }

  get last(): Played {
    const last = this.commits.at(-1);
    if (!last) throw new Error(`${this.number} has no commit`);
    return last;
  }

  get updatedAt(): string {
    return this.events.at(-1)?.at ?? '';
  }

  /** After every step that fell due before it. @param atMs since the epoch. @throws {DomainError} where the rules refuse it. */
  give(command: CaseCommand, actor: Actor, atMs: number): void {
    this.elapseUntil(atMs);
    this.commit({ endsTasks: true, ...command, id: randomUUID(), actor }, new Date(atMs).toISOString());
  }

  /** Takes the steps of its clocks that fall due until then. */
  elapseUntil(atMs: number): void {
    for (let due = this.nextDue(atMs); due; due = this.nextDue(atMs)) {
      this.commit(elapseClock(due, this.events.length), new Date(due.step.at).toISOString());
    }
  }

  private nextDue(untilMs: number) {
    const due = earliest(this.last.clocks.deadlines);
    return due && due.step.at <= untilMs ? due : undefined;
  }

  private commit(command: Command<CaseCommand>, now: string): void {
    const { id: commandId, actor } = command;
    const effects = serviceCase.decide(this.state, command, now).map((event) => {
      const recorded = { ...event, seq: this.events.length + 1, at: now, commandId, actor };
      const prevHash = this.events.at(-1)?.hash ?? genesis(this.number);
      this.events.push({ ...recorded, prevHash, hash: chainHash(prevHash, recorded) });
      this.state = serviceCase.evolve(this.state, recorded);
      return { event: recorded, effects: serviceCase.react(this.state, recorded) };
    });
    const { state } = this;
    const clocks = serviceCase.clocks(state);
    const fold = {
      state,
      clocks,
      tasks: serviceCase.tasks(state),
      isEnded: serviceCase.isEnded(state),
      effects,
    };
    this.commands.push({ id: commandId, seq: this.events.length, at: now });
    this.commits.push({ fold, clocks: computeClocks(this.registers, clocks, now) });
    for (const settled of this.answersTo(fold)) this.commit(settled, now);
  }

  private answersTo({ effects }: Fold): readonly Command<CaseCommand>[] {
    return effects.flatMap(({ event, effects: asked }) =>
      asked.flatMap((effect, n): Command<CaseCommand>[] => {
        if (effect.kind !== 'call') return [];
        const key = callKey(this.number, event.seq, n);
        return [settleCall({ key, call: effect.call, undo: false, outcome: { ok: true, result: null } })];
      }),
    );
  }
}
