import type { Raising } from '../common/consent-terms';
import type { Priority } from '../terms';
import type { DeskFacts, HandOver } from './hand-over-terms';
import type { Cancellation, CustomerMessage, Note } from './terms';

interface PriorityChange {
  readonly priority: Priority;
  readonly reason: string;
}

export interface SteeringCommands {
  readonly cancel: Cancellation;
  readonly pause: {
    readonly reason: string;
    /** When it ends; the API states the policy's longest where nothing was said. */
    readonly until?: string;
    /** By the policy of the clock `pause`. */
    readonly longestUntil?: string;
  };
  readonly resume: Record<string, never>;
  readonly handOver: HandOver;
  readonly escalate: { readonly reason: string };
  readonly changePriority: PriorityChange & Raising;
  /** R36: the customer gets the link to their case by the way they are written to. */
  readonly sendLink: Record<string, never>;
  readonly recordMessage: CustomerMessage;
  readonly addNote: Note;
}

export interface SteeringEvents {
  readonly CaseCancelled: Omit<Cancellation, 'leavesRepeatToJudge'>;
  readonly CasePaused: { readonly reason: string; readonly until?: string };
  readonly CaseResumed: {
    /** Since when its promises run again; of a pause with a stated end. */
    readonly at?: string;
    /** The stated end had come. */
    readonly byItself?: true;
  };
  readonly PriorityChanged: PriorityChange & Omit<Raising, 'raiseKeeps'>;
  readonly LinkSent: Record<string, never>;
  readonly CustomerWrote: CustomerMessage;
  readonly NoteAdded: Note;
  readonly CaseHandedOver: HandOver & { readonly previous?: DeskFacts };
}

export interface SteeringState {
  /** The person that the case was handed over to. */
  readonly desk?: DeskFacts;
  /** Cancelled, and what had happened by then stands: trips, work, pieces used. Cases cancelled before this was so took all of it back. */
  readonly keepsWhatHappened?: true;
  readonly paused?: { readonly reason: string; readonly since: string; readonly until?: string };
  /** How many messages the customer has written: each has an action item of its own. */
  readonly customerMessages?: number;
  /** Ids of the staff who were named in a note: they are notified of later ones. */
  readonly followers?: readonly string[];
  /** The end of the last pause that had a stated one. */
  readonly resumedAt?: string;
}
