import { performance } from 'node:perf_hooks';
import type { Load, Played } from './messages';

/** Does one command and takes its time. */
export type Timed = <T>(command: () => Promise<T>) => Promise<T>;

/** A client of one system. */
export interface Player {
  /** Plays a whole case, one command after the other, and gives its id. */
  play(index: number, timed: Timed): Promise<string>;
  /** Returns when nothing of the case is under way any more. */
  settled(id: string): Promise<void>;
  /** How many entries the engine keeps of the case. */
  historyLength(id: string): Promise<number>;
  close(): Promise<void>;
}

/** Plays cases, so many at a time; a case that fails is an error and not a case done. Gives their ids too. */
export async function playAll(
  player: Player,
  { cases, at, from }: Load,
): Promise<{ readonly played: Played; readonly ids: readonly string[] }> {
  const commandMs: number[] = [];
  const errors: string[] = [];
  const ids: string[] = [];
  const timed: Timed = async (command) => {
    const begun = performance.now();
    const result = await command();
    commandMs.push(performance.now() - begun);
    return result;
  };
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < from + cases) {
      const index = next;
      next += 1;
      try {
        ids.push(await player.play(index, timed));
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: Math.min(at, cases) }, lane));
  const elapsedMs = performance.now() - begun;
  await Promise.all(ids.map((id) => player.settled(id)));
  return { played: { elapsedMs, commandMs, done: ids.length, errors }, ids };
}
