/** Where a worker is killed: at a batch with that event, or at that call; of one process, where it is named. */
export interface WorkerDeath {
  readonly moment: 'before-commit' | 'after-commit' | 'before-call' | 'in-call' | 'after-call';
  /** Type of the event, or name of the call. */
  readonly what: string;
  readonly processId?: string;
}

/** Where an API is killed: at the request that has the mark in it. */
export interface ApiDeath {
  readonly moment: 'before-start' | 'after-start' | 'before-update' | 'in-update' | 'after-update';
  readonly mark: string;
}

/**
 * Lets a process die at an exact point of several things at once: each waits at its moment, and with the last of them the process is killed.
 * SIGKILL: no handler runs, nothing is flushed.
 */
export class LastMoment {
  private readonly there = new Set<string>();

  constructor(private readonly count: number) {}

  /** Never returns. @param what waits; the same thing may come again, when its caller has lost patience. */
  wait(what: string): Promise<never> {
    this.there.add(what);
    if (this.there.size >= this.count) process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  }
}
