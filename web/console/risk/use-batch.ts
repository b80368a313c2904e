import { useRef, useState } from 'react';
import { newId } from '../../shared/ids';
import { api, bodyOf, type Schemas } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';

export interface RowResult {
  readonly number: string;
  readonly state: 'waiting' | 'working' | 'done' | 'refused';
  readonly why?: string;
}

type Given =
  | Pick<Schemas['HandOverCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['EscalateCaseCommand'], 'type' | 'data'>;

/** Runs a command through cases in order. One that is refused says why, and the rest goes on. */
export function useBatch(numbers: readonly string[], onDone: (number: string) => void) {
  const shell = useWords(SHELL_WORDS);
  const [results, setResults] = useState<readonly RowResult[]>([]);
  const [isRunning, setRunning] = useState(false);
  // The same command keeps its id over retries: it is done once, though its answer was lost.
  const given = useRef({ what: '', ids: new Map<string, string>() });

  const run = async (command: Given): Promise<boolean> => {
    const what = JSON.stringify(command);
    if (given.current.what !== what) given.current = { what, ids: new Map() };
    const { ids } = given.current;
    const before = new Map(results.map((result) => [result.number, result]));
    let now: readonly RowResult[] = numbers.map((number) => {
      const result = before.get(number);
      return result?.state === 'done' ? result : { number, state: 'waiting' };
    });
    const set = (changed: RowResult) => {
      now = now.map((result) => (result.number === changed.number ? changed : result));
      setResults(now);
    };
    setResults(now);
    setRunning(true);
    for (const { number } of now.filter(({ state }) => state !== 'done')) {
      set({ number, state: 'working' });
      const id = ids.get(number) ?? newId();
      ids.set(number, id);
      try {
        await bodyOf(
          api.POST('/v1/cases/{number}/commands', {
            params: { path: { number } },
            body: { commands: [{ id, ...command }] },
          }),
        );
        set({ number, state: 'done' });
        onDone(number);
      } catch (error) {
        set({ number, state: 'refused', why: faultText(error, shell) });
      }
    }
    setRunning(false);
    return now.every(({ state }) => state === 'done');
  };
  return { results, isRunning, run };
}
