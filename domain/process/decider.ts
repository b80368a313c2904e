import type { Actor } from '../identity/actor';
import type { Clocks } from '../clock/clocks';
import type { Step } from '../clock/ladder';
import type { LateEntries } from '../clock/late-entry';
import type { JsonObject, JsonValue } from '../json';
import type { Task } from './task';

/**
 * The whole contract of a process: three pure functions over plain JSON data (design decision 1).
 * The interpreter (`workflows/process.ts`) runs any of them; PostgreSQL keeps the same fold.
 */
export interface Decider<S, C extends Message, E extends Message> {
  /** Name of the process type; also the name of its workflow. */
  readonly type: ProcessType;
  readonly initial: S;
  /** Events that follow from the command. @throws {DomainError} a refusal: nothing has changed. */
  decide(this: void, state: S, command: Command<C>, now: string): readonly E[];
  evolve(this: void, state: S, event: Recorded<E>): S;
  /** Effects that follow from this event; `state` is the one after it. */
  react(this: void, state: S, event: Recorded<E>): readonly Effect[];
  clocks(this: void, state: S): Clocks;
  /** The open tasks for people. */
  tasks(this: void, state: S): readonly Task[];
  /** True when no command can change the process any more. */
  isEnded(this: void, state: S): boolean;
  /** Commands that bring it to its end: they are taken however full it is (ADR 37). */
  readonly ending?: readonly C['type'][];
  /** A state that was written before, as it would be written today; left out where that is the same. */
  tidied?(this: void, state: S): S;
}

/** `serviceCase`, and what comes later. */
export type ProcessType = string;

export interface Message {
  readonly type: string;
  readonly data: object;
}

/** A command in its envelope. `id` makes it happen at most once; `occurredAt` is when it happened for the actor. */
export type Command<C extends Message = SystemCommand> = (C | SystemCommand) & {
  readonly id: string;
  readonly actor: Actor;
  readonly occurredAt?: string;
  /**
   * For a command entered late: how far back each role may enter a wait that postpones a promise of the
   * process, by its policies. Earlier commands lack it.
   */
  readonly lateEntry?: LateEntries;
  /** Whether tasks end whose ground it takes away. Commands of before it did do not have it, so that histories of then replay. */
  readonly endsTasks?: boolean;
  /** Hash of what was sent, kept with the id: the same id for something else is refused. */
  readonly digest?: string;
};

/**
 * Commands that the interpreter gives to every process: a clock's step fell due, or a call to another system
 * ended.
 */
export type SystemCommand =
  | { readonly type: 'elapseClock'; readonly data: { readonly clock: string; readonly step: Step } }
  | { readonly type: 'settleCall'; readonly data: CallOutcome };

export interface CallOutcome {
  readonly key: string;
  readonly call: string;
  readonly undo: boolean;
  readonly outcome:
    | { readonly ok: true; readonly result: JsonValue }
    | {
        readonly ok: false;
        readonly code: string;
        /** The other system's own words, for diagnosis: people read `failureWords`. */
        readonly reason: string;
        /** The values of what was refused. */
        readonly params?: JsonObject;
      };
}

/** An event as it is recorded, once and for ever. `at` is the workflow's time, ISO-8601 in UTC with milliseconds. */
export type Recorded<E extends Message = Message> = E & {
  readonly seq: number;
  readonly at: string;
  readonly occurredAt?: string;
  readonly commandId: string;
  readonly actor: Actor;
};

/**
 * Key of the earlier call that opened this one's subject, for instance a parcel. Calls about one subject run
 * one after another, in the order of their request: a system that was away does not know the parcel yet when
 * the next call arrives.
 */
type CallKey = string;

export type Effect =
  /** A message to people; written to the outbox in the same transaction as its event. */
  | {
      readonly kind: 'notify';
      readonly template: string;
      readonly to: Recipient;
      readonly params: JsonObject;
      readonly urgency: 'now' | 'working-hours';
    }
  /** A call to another system, with the call that takes it back. Its outcome comes back as `settleCall`. */
  | {
      readonly kind: 'call';
      readonly call: string;
      readonly input: JsonObject;
      readonly undo?: { readonly call: string; readonly input: JsonObject };
      readonly about?: CallKey;
    }
  /** A command for another process, started first where `start` is set. */
  | {
      readonly kind: 'deliver';
      readonly processType: ProcessType;
      readonly processId: string;
      readonly command: { readonly type: string; readonly data: JsonObject };
      readonly start?: boolean;
      /** Takes it back, also where it has not arrived yet: then it must never. */
      readonly undo?: { readonly type: string; readonly data: JsonObject };
      readonly about?: CallKey;
    }
  /** Take back the calls that one earlier event asked for: what it said has been corrected. */
  | { readonly kind: 'undoOf'; readonly seq: number }
  /** Take back every call made so far that has an undo, latest first, but what is kept: it has happened. */
  | { readonly kind: 'undo'; readonly keeps?: Kept };

/** Calls that a cancellation leaves unchanged. */
export interface Kept {
  /** Calls that would take something back, and are not made: `reverseCost`. */
  readonly calls: readonly string[];
  /** Sequence numbers of events whose calls are not taken back. */
  readonly seqs: readonly number[];
}

/** Whether a call is left as it is. @param made its key. @param undo name of the call that would take it back. */
export const isKept = (keeps: Kept | undefined, made: string, undo: string): boolean =>
  keeps !== undefined &&
  (keeps.calls.includes(undo) || keeps.seqs.some((seq) => made.split(':').at(-2) === String(seq)));

type CallEffect = Extract<Effect, { kind: 'call' }>;
/** The effects of a process that makes these calls and no others: what tests enumerate. */
export type EffectOf<Name extends string> =
  | Exclude<Effect, { kind: 'call' }>
  | (CallEffect & { readonly call: Name; readonly undo?: { readonly call: Name } });

export type Recipient =
  | { readonly role: string; readonly organisationId: string }
  | { readonly staffId: string }
  | { readonly customerId: string }
  /** Somebody we know only by what they wrote on the request. */
  | { readonly address: string };
