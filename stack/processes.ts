import { messageOf, StackError } from './errors';
import type { WriteLine } from './progress';

export { type Service, spawnService } from './service';
export type { RestartListener, ServiceSpec } from './service-spec';
export { restartLines } from './restart-lines';
export { pidFileOf, stopLeftovers } from './pid-file';

/** Anything a run stands on and must end: a service, PostgreSQL, Temporal, a server inside this process. */
export interface Stoppable {
  readonly name: string;
  /** Returns when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, by force. */
  kill?(): void;
}

export interface Supervisor {
  /**
   * Starts something and remembers to stop it. `begin` gets a signal that tells it to give up: the person may press
   * Ctrl-C while it still starts.
   * @throws StackError once stopping has begun, and whatever `begin` throws.
   */
  start<T extends Stoppable>(begin: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Stops everything, the last started first, and returns when all of it is gone. Safe to call more than once. */
  stopAll(): Promise<void>;
  /**
   * From now on Ctrl-C, SIGTERM and the closing of the terminal stop everything; a second one does so by force.
   * @returns a promise that is kept when all of it is gone.
   */
  stopOnSignals(): Promise<void>;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Holds what `npm start` runs and ends it in the reverse order of its start. */
export function createSupervisor(log: WriteLine): Supervisor {
  const stopping = new AbortController();
  const started: Stoppable[] = [];
  const pending = new Set<Promise<unknown>>();
  let allStopped: Promise<void> | undefined;

  const stopEverything = async (): Promise<void> => {
    stopping.abort();
    await Promise.allSettled(pending);
    const failures: string[] = [];
    for (const service of started.toReversed()) {
      try {
        await service.stop();
        log(`${service.name} stopped`);
      } catch (error) {
        failures.push(messageOf(error));
      }
    }
    if (failures.length > 0) throw new StackError(failures.join('\n'));
  };
  const stopAll = () => (allStopped ??= stopEverything());

  return {
    async start(begin) {
      if (stopping.signal.aborted) throw new StackError('Stopping: nothing more is started');
      const starting = begin(stopping.signal);
      // A started service is listed before it stops being pending, so that stopAll finds it in one of the two
      // lists.
      const listed = starting.then((service) => void started.push(service));
      pending.add(listed);
      try {
        await listed;
        return await starting;
      } finally {
        pending.delete(listed);
      }
    },
    stopAll,
    stopOnSignals: () =>
      new Promise((resolve, reject) => {
        let asked = 0;
        const onSignal = () => {
          asked += 1;
          if (asked > 1) {
            log('Stopping by force');
            for (const service of started) service.kill?.();
            return;
          }
          log('Stopping … (once more to stop by force)');
          stopAll()
            .then(resolve, reject)
            .finally(() => {
              for (const signal of signals) process.removeListener(signal, onSignal);
            });
        };
        for (const signal of signals) process.on(signal, onSignal);
      }),
  };
}
