import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface FixtureProcess {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** The first line that matches, come or to come. @throws when the process ends first. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  readonly exited: Promise<number | null>;
}

/** Runs `fixtures/NAME.ts` as a process of its own, since what is tested is a process that gets killed. */
export function runFixture(name: string, ...args: string[]): FixtureProcess {
  const path = join(__dirname, 'fixtures', `${name}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (text) => {
      lines.push(text);
      tell();
    });
  }
  let ended = false;
  const exited = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      ended = true;
      tell();
      resolve(code);
    }),
  );
  return {
    child,
    lines,
    exited,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          for (const text of lines) {
            const found = pattern.exec(text);
            if (found !== null) {
              settle(() => resolve(found));
              return;
            }
          }
          if (ended)
            settle(() => reject(new Error(`${name} ended without ${String(pattern)}:\n${lines.join('\n')}`)));
        };
        const settle = (how: () => void) => {
          watchers.delete(look);
          how();
        };
        watchers.add(look);
        look();
      }),
  };
}
