import { messageOf, StackError } from './errors';
import type { ServiceLines } from './service-lines';
import type { ReadyCheck, ServiceExit, ServiceSpec } from './service-spec';

interface Awaited {
  readonly name: string;
  /** As `readiness` gives it. */
  readonly ready: ReadyCheck;
  readonly timeoutMs: number;
  readonly exited: Promise<ServiceExit>;
  readonly stopping: AbortSignal;
}

/**
 * Returns once a service is ready.
 * @throws StackError when it ends first, takes longer than `timeoutMs`, or is to stop meanwhile.
 */
export async function whenReady({ name, ready, timeoutMs, exited, stopping }: Awaited): Promise<void> {
  const over = new AbortController();
  let lastNote = '';
  const note = (why: unknown) => (lastNote = `: ${messageOf(why)}`);
  const givenUp = new Promise<never>((_, reject) => {
    const fail = (why: string) => reject(new StackError(`${name} ${why}`));
    const timer = setTimeout(() => fail(`was not ready after ${timeoutMs / 1000} s${lastNote}`), timeoutMs);
    const stop = () => fail('was stopped while it was starting');
    if (stopping.aborted) stop();
    stopping.addEventListener('abort', stop);
    over.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', stop);
    });
    void exited.then((exit) => fail(`ended before it was ready: ${exit.reason}`));
  });
  try {
    await Promise.race([ready(over.signal, note), givenUp]);
  } finally {
    over.abort();
  }
}

/**
 * Detects that a service is ready. Watches its lines from now on, because it may be ready before the first
 * caller waits.
 */
export function readiness(ready: ServiceSpec['ready'], lines: ServiceLines): ReadyCheck {
  if (!(ready instanceof RegExp)) return ready;
  const matched = lineMatching(ready, lines);
  return () => matched;
}

function lineMatching(pattern: RegExp, lines: ServiceLines): Promise<void> {
  return new Promise((resolve) => {
    lines.watch((line) => {
      if (pattern.test(line)) resolve();
    });
  });
}
