import type { PendingCall } from './calls';
import type { CallOutcome, ProcessType, Recorded } from './decider';
import type { Step } from '../clock/ladder';
import type { DomainErrorCode } from '../errors';
import type { JsonObject } from '../json';

/** One batch of events on its way to PostgreSQL: a local activity's argument, so plain JSON. */
export interface CommitRequest {
  readonly processType: ProcessType;
  readonly processId: string;
  /** The sequence number of the first event, or the next one where there are none (a refresh of the deadlines). */
  readonly fromSeq: number;
  readonly events: readonly Recorded[];
  readonly commands: readonly { readonly id: string; readonly digest?: string }[];
  /** The workflow's time. */
  readonly now: string;
  readonly traceId?: string;
  /** Calls to other systems that follow this commit and may be tried at once. */
  readonly calls?: readonly PendingCall[];
}

/** How a call that was tried at once has ended. */
export type CallAnswer = Pick<CallOutcome, 'key' | 'outcome'>;

/** The next step of one clock. */
export interface Deadline {
  readonly clock: string;
  readonly step: Step;
}

export type CommitResult =
  | {
      readonly kind: 'committed';
      readonly deadlines: readonly Deadline[];
      /** Answers to the calls that were tried at once; a call without an answer is still to be made. */
      readonly answers?: readonly CallAnswer[];
    }
  /**
   * PostgreSQL holds events from `fromSeq` on that this workflow run does not know: an attempt that committed and was then
   * lost with its worker. They stand; the workflow adopts them and decides the rest again.
   */
  | {
      readonly kind: 'superseded';
      readonly events: readonly Recorded[];
      readonly deadlines: readonly Deadline[];
    }
  /** These commands were done long ago (beyond what the workflow remembers). Nothing was written. */
  | {
      readonly kind: 'duplicate';
      readonly commandIds: readonly string[];
      readonly deadlines: readonly Deadline[];
    }
  /**
   * A claimed resource belongs to another process (an engineer's time). Nothing was written. Plain JSON of a
   * `DomainError`; a code instead of the error, since histories store it.
   */
  | { readonly kind: 'refused'; readonly refusal: CommitRefusal };

export interface CommitRefusal {
  readonly code: DomainErrorCode;
  readonly params: JsonObject;
  readonly field?: string;
}

export type Commit = (request: CommitRequest) => Promise<CommitResult>;

/** The first deadline; undefined when there is none. */
export const earliest = (deadlines: readonly Deadline[]): Deadline | undefined =>
  deadlines.reduce<Deadline | undefined>(
    (first, deadline) => (first && first.step.at <= deadline.step.at ? first : deadline),
    undefined,
  );

export const isSameStep = (one: Deadline, other: Deadline): boolean =>
  one.clock === other.clock && one.step.key === other.step.key && one.step.at === other.step.at;
