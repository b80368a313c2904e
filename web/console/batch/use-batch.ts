import { useRef, useState } from 'react';
import { newId } from '../../shared/ids';
import { api, bodyOf, Refused, type Schemas } from '../api';
import { STALE } from '../forms/send';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import type { Given } from './actions';
import { BATCH_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

type State = 'waiting' | 'working' | 'possible' | 'done' | 'refused' | 'undone';

export interface RowResult {
  readonly number: string;
  readonly state: State;
  readonly why?: string;
  /** Known from a rehearsal. */
  readonly preview?: Schemas['DryRunResult'];
  /** The case as it was rehearsed. */
  readonly before?: CaseSummary;
  /** Version that the command left. */
  readonly left?: number;
}

/** Gives a command to one case as it was read, or rehearses it. @throws {Refused} where it has changed since. */
const give = (number: string, version: number, id: string, command: Given, dryRun: boolean) =>
  bodyOf(
    api.POST('/v1/cases/{number}/commands', {
      params: { path: { number }, query: { dryRun }, header: { 'if-match': `"${version}"` } },
      body: { commands: [{ id, ...command }] },
    }),
  );

async function rehearsed(row: CaseSummary, command: Given) {
  const answer = await give(row.number, row.version, newId(), command, true);
  if (!('dryRun' in answer)) throw new Error('A rehearsal was answered as if it had been done');
  return answer;
}

const isStale = (error: unknown): boolean => error instanceof Refused && error.problem.status === STALE;

type Step = (result: RowResult) => Promise<Omit<RowResult, 'number'>>;

/** Takes cases through a command in order: a rehearsal first, then in earnest. One that is refused says why, and the rest goes on. */
export function useBatch(rows: readonly CaseSummary[], onDone: (number: string) => void) {
  const t = useWords(BATCH_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const [results, setResults] = useState<readonly RowResult[]>(() => allWaiting(rows));
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
    const due = now.filter(({ state }) => states.includes(state));
    for (const [at, result] of due.entries()) {
      const { number } = result;
      setProgress(at / due.length);
      set({ ...result, state: 'working' });
      try {
        set({ number, ...(await step(result)) });
      } catch (error) {
        set({ number, state: 'refused', why: isStale(error) ? t('changed') : faultText(error, shell) });
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
      each(['waiting', 'refused', 'possible'], async ({ number }) => {
        const shown = rows.find((row) => row.number === number);
        if (!shown) throw new Error(`No row has the number ${number}`);
        let before = shown;
        let answer = await rehearsed(before, command);
        if (answer.refusal?.status === STALE) {
          // Somebody changed it since the list was read: what is checked, and what undo goes back to, is the case as it is now.
          before = await bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number } } }));
          answer = await rehearsed(before, command);
        }
        return answer.refusal
          ? { state: 'refused', why: answer.refusal.words[language] }
          : { state: 'possible', preview: answer, before };
      }),
    run: async (command: Given): Promise<boolean> => {
      const all = await each(['possible'], async ({ number, before, preview }) => {
        if (!before || !preview) throw new Error(`${number} was not rehearsed`);
        const answer = await give(number, before.version, idOf(number, command), command, false);
        onDone(number);
        // Where the first answer was lost, others may have gone on since: the rehearsal knows the version.
        const isRepeated = 'duplicate' in answer && answer.duplicate;
        return { state: 'done', before, left: isRepeated ? preview.seq : answer.seq };
      });
      return all.every(({ state }) => state === 'done');
    },
    /** Puts back those that were done and that no other person has changed since; of the others it says why they stay. */
    undo: (commandFor: (before: CaseSummary) => Given | undefined) =>
      each(['done'], async ({ number, before, left }) => {
        const command = before && commandFor(before);
        if (!command || left === undefined) return { state: 'done', why: t('noWayBack') };
        try {
          await give(number, left, idOf(number, command), command, false);
          return { state: 'undone' };
        } catch (error) {
          return {
            state: 'done',
            before,
            left,
            why: isStale(error) ? t('changedSince') : faultText(error, shell),
          };
        }
      }),
  };
}

const allWaiting = (rows: readonly CaseSummary[]): readonly RowResult[] =>
  rows.map(({ number }) => ({ number, state: 'waiting' }));
