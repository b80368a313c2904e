import { createContext, useContext } from 'react';
import type { APPROVALS_WORDS } from './words';

/** The last thing that the reader did, said once the next approval is shown. */
export interface Outcome {
  readonly word: keyof typeof APPROVALS_WORDS & `done${string}`;
  readonly number: string;
  readonly what: string;
}

interface Deciding {
  readonly report: (outcome: Outcome) => void;
  /** Address of the approval that comes after one in the list. */
  readonly nextAfter: (id: string) => string | undefined;
}

export const Decided = createContext<Deciding>({ report: () => undefined, nextAfter: () => undefined });
export const useDecided = (): Deciding => useContext(Decided);
