import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keepDraft, keptDraft } from './kept-draft';
import type { Act, Draft } from './placing';

/** Placed just now: what is said of it, and the way back where there is one. */
export interface Placed {
  readonly caseNumber: string;
  readonly text: string;
  readonly undo: readonly Act[];
}

interface PlacingState {
  readonly draft: Draft | undefined;
  readonly placed: Placed | undefined;
  /** Begins with a job or a visit; times and engineer where they are known. */
  readonly open: (draft: Draft) => void;
  readonly change: (change: Partial<Draft>) => void;
  readonly close: () => void;
  readonly setPlaced: (placed: Placed | undefined) => void;
}

const Placing = createContext<PlacingState | undefined>(undefined);

/** Keeps the form that places a job or changes a visit. */
export function PlacingProvider({ children }: { readonly children: ReactNode }) {
  const [draft, setDraft] = useState(keptDraft);
  const [placed, setPlaced] = useState<Placed>();
  useEffect(() => keepDraft(draft), [draft]);
  const state = useMemo(
    () => ({
      draft,
      placed,
      open: (begun: Draft) => setDraft(begun),
      change: (change: Partial<Draft>) => setDraft((now) => now && { ...now, ...change }),
      close: () => setDraft(undefined),
      setPlaced,
    }),
    [draft, placed],
  );
  return <Placing value={state}>{children}</Placing>;
}

export function usePlacing(): PlacingState {
  const state = useContext(Placing);
  if (!state) throw new Error('There is no PlacingProvider around this');
  return state;
}

/** Puts the focus on a job or visit, where it is shown. */
export function focusCase(caseNumber: string): boolean {
  const card = document.querySelector<HTMLElement>(`[data-case="${CSS.escape(caseNumber)}"] button`);
  card?.focus();
  return card !== null;
}
