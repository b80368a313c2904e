import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { environmentWith } from '../../support/config';

const ROOT = resolve(__dirname, '..', '..', '..');

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ChildSpec {
  /** Run as `node ARGS`, from the project's root. */
  readonly args: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  /** Everything it prints, line by line. */
  readonly onLine: (line: string) => void;
}

/** A process of the product, as a test starts it, watches it and kills it. Ends with the test's own process. */
export class Child {
  readonly exited: Promise<Exit>;
  private readonly process: ChildProcess;
  private readonly watchers: ((line: string) => void)[];
  private readonly last: string[] = [];

  constructor({ args, settings, onLine }: ChildSpec) {
    this.watchers = [onLine, (line) => this.last.push(line)];
    // By the IPC channel it knows of its parent's end, as under `aftercare start`.
    this.process = spawn(process.execPath, args, {
      cwd: ROOT,
      env: environmentWith(settings),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    // `close` and not `exit`: by then everything it printed has been read.
    this.exited = new Promise((gone, failed) => {
      this.process.on('error', failed);
      this.process.on('close', (code, signal) => gone({ code, signal }));
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          for (const watch of this.watchers) watch(line);
        });
  }

  get pid(): number {
    const { pid } = this.process;
    if (pid === undefined) throw new Error('The process did not start');
    return pid;
  }

  /** Resolves with the first line that matches. @throws {Error} with what it printed where it ends first. */
  async line(pattern: RegExp): Promise<string> {
    const seen = new Promise<string>((found) => {
      const known = this.last.find((line) => pattern.test(line));
      if (known !== undefined) found(known);
      this.watchers.push((line) => {
        if (pattern.test(line)) found(line);
      });
    });
    const ended = this.exited.then(({ code, signal }) => {
      throw new Error(
        `ended (${String(code ?? signal)}) before ${String(pattern)}:\n${this.last.join('\n')}`,
      );
    });
    return Promise.race([seen, ended]);
  }

  /** Sends the signal and waits until the process is gone. */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    this.process.kill(signal);
    return this.exited;
  }
}
