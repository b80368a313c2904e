import { useRef, useState } from 'react';
import { newId } from '../../shared/ids';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import type { Given } from './actions';

type State = 'waiting' | 'working' | 'possible' | 'done' | 'refused' | 'undone';

export interface RowResult {
  readonly number: string;
  readonly state: State;
  readonly why?: string;
  /** Known from a rehearsal. */
  readonly preview?: Schemas['DryRunResult'];
}

/** Gives a command to one case, or rehearses it. */
const give = (number: string, id: string, command: Given, dryRun: boolean) =>
  bodyOf(
    api.POST('/v1/cases/{number}/commands', {
      params: { path: { number }, query: { dryRun } },
      body: { commands: [{ id, ...command }] },
    }),
  );

type Step = (number: string) => Promise<Omit<RowResult, 'number'>>;

/** Takes cases through a command in order: a rehearsal first, then in earnest. One that is refused says why, and the rest goes on. */
export function useBatch(numbers: readonly string[], onDone: (number: string) => void) {
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const [results, setResults] = useState<readonly RowResult[]>(() => allWaiting(numbers));
  /** Share of the cases that the present pass has been through; undefined while none runs. */
  const [progress, setProgress] = useState<number>();
  // The same command keeps its id over retries: it is done once, though its answer was lost.
  const given = useRef(new Map<string, string>());
  const idOf = (number: string, command: Given): string => {
    const what = JSON.stringify([number, command]);
    const id = given.current.get(what) ?? newId();
    given.current.set(what, id);
    return id;
  };

  /** Takes the rows that are in one of these states a step further. */
  const each = async (states: readonly State[], step: Step): Promise<readonly RowResult[]> => {
    let now = results;
    const set = (changed: RowResult) => {
      now = now.map((result) => (result.number === changed.number ? changed : result));
      setResults(now);
    };
    const rows = now.filter(({ state }) => states.includes(state));
    for (const [at, { number }] of rows.entries()) {
      setProgress(at / rows.length);
      set({ number, state: 'working' });
      try {
        set({ number, ...(await step(number)) });
      } catch (error) {
        set({ number, state: 'refused', why: faultText(error, shell) });
      }
    }
    setProgress(undefined);
    return now;
  };

  return {
    results,
    progress,
    /** Drops the rehearsal: something else was typed. */
    forget: () =>
      setResults((now) =>
        now.map((row) => (row.state === 'done' ? row : { number: row.number, state: 'waiting' })),
      ),
    rehearse: (command: Given) =>
      each(['waiting', 'refused', 'possible'], async (number) => {
        const answer = await give(number, newId(), command, true);
        if (!('dryRun' in answer)) throw new Error('A rehearsal was answered as if it had been done');
        return answer.refusal
          ? { state: 'refused', why: answer.refusal.words[language] }
          : { state: 'possible', preview: answer };
      }),
    run: async (command: Given): Promise<boolean> => {
      const all = await each(['possible'], async (number) => {
        await give(number, idOf(number, command), command, false);
        onDone(number);
        return { state: 'done' };
      });
      return all.every(({ state }) => state === 'done');
    },
    /** Puts back those that were done; one for which there is no way back is not in the map. */
    undo: (commands: ReadonlyMap<string, Given>) =>
      each(['done'], async (number) => {
        const command = commands.get(number);
        if (!command) return { state: 'done' };
        await give(number, idOf(number, command), command, false);
        return { state: 'undone' };
      }),
  };
}

const allWaiting = (numbers: readonly string[]): readonly RowResult[] =>
  numbers.map((number) => ({ number, state: 'waiting' }));
