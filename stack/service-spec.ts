import type { StopStep } from './process-identity';
import type { WriteLine } from './progress';

export interface ServiceSpec {
  /** As it reads in the log: `api`, `worker`, `PostgreSQL`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the service; ours when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Each line the service prints, and what happens to it. */
  readonly log: WriteLine;
  readonly ready: RegExp | ReadyCheck;
  /** Default 60 s. */
  readonly readyTimeoutMs?: number;
  /** Called on each unexpected exit. */
  readonly onExit?: (exit: ServiceExit) => void;
  /** Called when the service is ready again, with the length of the outage. */
  readonly onBack?: (awayMs: number) => void;
  /** Runs before every start, restarts too. */
  readonly beforeStart?: () => Promise<void>;
  /** Default true: a service that was ready once and then ends is started again. */
  readonly restart?: boolean;
  /** How it ends with us when we are SIGKILLed: it calls `dieWithParent` (`ipc`), or a guard stops it (default). */
  readonly tie?: 'ipc' | 'guard';
  readonly pidFile?: string;
  /** Default {@link politeStop}. */
  readonly stopSteps?: readonly StopStep[];
  readonly backoff?: Backoff;
}

/**
 * Returns once the service serves, however long that takes: the caller ends the wait, and then `signal` says so.
 * `note` keeps why it does not yet, for the error if it never does.
 */
export type ReadyCheck = (signal: AbortSignal, note: (why: unknown) => void) => Promise<void>;

/** Listener for unexpected exits and restarts of a service. */
export type RestartListener = Pick<ServiceSpec, 'onExit' | 'onBack'>;

/** Waits double from `firstMs` to `mostMs`, and start over after the service has run for `steadyMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
  readonly steadyMs: number;
}

export interface ServiceExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly reason: string;
}

/** SIGTERM and longer than any of ours takes to drain, then SIGKILL. */
export const politeStop: readonly StopStep[] = [
  { signal: 'SIGTERM', graceMs: 20_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];
