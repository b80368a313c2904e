import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { WriteLine } from './progress';

/**
 * Output lines of a service: each goes to the log and to the watchers; the last ones are kept for an error.
 */
export interface ServiceLines {
  watch(onLine: WriteLine): void;
  last(): readonly string[];
}

const keptLines = 15;

/** Reads stdout and stderr of `child`. */
export function linesOf(child: ChildProcess, log: WriteLine): ServiceLines {
  const kept: string[] = [];
  const watchers: WriteLine[] = [log];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      kept.push(line);
      if (kept.length > keptLines) kept.shift();
      for (const watcher of watchers) watcher(line);
    });
  }
  return { watch: (onLine) => watchers.push(onLine), last: () => kept };
}
