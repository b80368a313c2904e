import type { Bilingual } from '../bilingual';
import type { JsonObject } from '../json';

/** The reason of a follow-up that no person wrote. */
export const reasonWords = (words: Bilingual) => ({ reason: words.en, reasonNames: words });

interface Reasoned {
  readonly reason: string;
  readonly reasonNames?: Bilingual;
}

/** For a message: as a person wrote it, or in the reader's words. */
export const reasonOf = ({ reason, reasonNames }: Reasoned): string | JsonObject =>
  reasonNames ? { ...reasonNames } : reason;

/** For a task or a list: what a person wrote is the same in both languages. */
export const reasonFields = ({ reason, reasonNames = { en: reason, zh: reason } }: Reasoned) => ({
  reason,
  reasonNames: { ...reasonNames },
});
