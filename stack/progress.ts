/** Takes one plain line, without its newline. */
export type WriteLine = (line: string) => void;

export interface Progress {
  /** Writes a line at once. */
  say(line: string): void;
  /**
   * Runs `work` and keeps the person at the terminal informed: nothing for what ends within two seconds, then a line
   * at once and one every ten seconds, so that a five-minute build is seen to live. `work` hands each line its tool
   * prints to `onLine`; the newest one is shown.
   */
  run<T>(title: string, work: (onLine: WriteLine) => Promise<T>): Promise<T>;
}

export interface ProgressTiming {
  /** Work shorter than this is not worth a line. */
  readonly quietMs: number;
  readonly everyMs: number;
}

const defaultTiming: ProgressTiming = { quietMs: 2_000, everyMs: 10_000 };
const longestLastLine = 100;

/** A reporter of plain lines: no colours and no cursor moves, so that it reads the same in a log file. */
export function createProgress(write: WriteLine, timing: ProgressTiming = defaultTiming): Progress {
  return {
    say: write,
    async run(title, work) {
      const startedAt = Date.now();
      let lastLine = '';
      const said = { count: 0 };
      const tick = () => {
        said.count += 1;
        const last = lastLine === '' ? '' : `, last: ${lastLine}`;
        write(`${title} … ${elapsed(Date.now() - startedAt)}${last}`);
      };
      let repeat: NodeJS.Timeout | undefined;
      const first = setTimeout(() => {
        tick();
        repeat = setInterval(tick, timing.everyMs);
      }, timing.quietMs);
      try {
        const result = await work((line) => {
          const text = line.trim();
          if (text !== '') lastLine = text.slice(0, longestLastLine);
        });
        if (said.count > 0) write(`${title} … done in ${elapsed(Date.now() - startedAt)}`);
        return result;
      } catch (error) {
        if (said.count > 0) write(`${title} … failed after ${elapsed(Date.now() - startedAt)}`);
        throw error;
      } finally {
        clearTimeout(first);
        clearInterval(repeat);
      }
    },
  };
}

/** `8s`, `1m20s`, `1h05m`. */
export function elapsed(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000);
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m${pad(seconds % 60)}s`;
  return `${Math.floor(minutes / 60)}h${pad(minutes % 60)}m`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
