import type { Bilingual } from '../../bilingual';
import type { LeavingRepeat } from '../flows/repair/facts';

export const MESSAGE_KINDS = ['question', 'complaint'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const MESSAGE_KIND_NAMES: Readonly<Record<MessageKind, Bilingual>> = {
  question: { en: 'question', zh: '咨询' },
  complaint: { en: 'complaint', zh: '投诉' },
};

/** The customer's own words to the desk, written by their link or taken down by the desk. */
export interface CustomerMessage {
  readonly kind: MessageKind;
  readonly text: string;
}

export interface Cancellation extends LeavingRepeat {
  readonly reason: string;
  /**
   * Only what has not happened yet is taken back: a trip that was made, work that was done and pieces that were used stay in the ledger.
   * Commands of before this was so do not have it, and took back everything.
   */
  readonly keepsWhatHappened?: true;
}

/** A colleague who is named in a note: they read it, and the notes that follow. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** A note that people write in a case. */
export interface Note {
  readonly text: string;
  /** Left out where it names no colleague who sees the case. */
  readonly mentions?: readonly Mentioned[];
}
