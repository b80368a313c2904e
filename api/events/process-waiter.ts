import { query, type Database } from '../../platform/database';

/** How often to ask while no notification can come. */
const ASK_MS = 250;

export interface Awaited {
  /** Has the process begin; false where it does not. */
  readonly begin: () => Promise<boolean>;
  /** The process has not begun before: its first events arrive while we listen. */
  readonly isNew: boolean;
  /** How long in all. */
  readonly timeoutMs: number;
}

/** Those who wait for the first events of a process. */
export class ProcessWaiter {
  private readonly waiting = new Map<string, Set<Bell>>();

  constructor(
    private readonly database: Database,
    private readonly isListening: () => boolean,
  ) {}

  /** A process has new events; undefined: any may have. */
  tell(processId: string | undefined): void {
    const waiters =
      processId === undefined ? [...this.waiting.values()] : [this.waiting.get(processId) ?? []];
    for (const bells of waiters) for (const bell of bells) bell.ring(processId !== undefined);
  }

  /** True once the process has events; false where it does not begin, or has none `timeoutMs` later. */
  async wait(processId: string, { begin, isNew, timeoutMs }: Awaited): Promise<boolean> {
    const bell = new Bell();
    const bells = this.waiting.get(processId) ?? new Set();
    this.waiting.set(processId, bells.add(bell));
    try {
      const heardFromTheStart = isNew && this.isListening();
      const deadlineMs = performance.now() + timeoutMs;
      if (!(await within(timeoutMs, begin()))) return false;
      const waitOn = (leftMs: number): Promise<boolean> =>
        bell.rings(this.isListening() ? leftMs : Math.min(leftMs, ASK_MS));
      // Where its own notification comes, PostgreSQL need not be asked.
      if (heardFromTheStart && (await waitOn(Math.max(0, deadlineMs - performance.now())))) return true;
      for (;;) {
        if (await this.hasEvents(processId)) return true;
        const leftMs = deadlineMs - performance.now();
        if (leftMs <= 0) return false;
        if (await waitOn(leftMs)) return true;
      }
    } finally {
      bells.delete(bell);
      if (bells.size === 0 && this.waiting.get(processId) === bells) this.waiting.delete(processId);
    }
  }

  private async hasEvents(processId: string): Promise<boolean> {
    const { count } = await query(this.database, 'SELECT FROM process WHERE id = $1 AND seq > 0', [
      processId,
    ]);
    return count > 0;
  }
}

/** Result of the work; false when it takes longer. */
async function within(ms: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Rung before anybody waits for it, it is not missed. */
class Bell {
  private heard: 'nothing' | 'perhaps' | 'its own' = 'nothing';
  private answer: (() => void) | undefined;

  /** @param isItsOwn false: it may have been any process. */
  ring(isItsOwn: boolean): void {
    if (this.heard !== 'its own') this.heard = isItsOwn ? 'its own' : 'perhaps';
    this.answer?.();
  }

  /** True once the process itself was heard; false after the time, or where it is uncertain. */
  async rings(withinMs: number): Promise<boolean> {
    if (this.heard === 'nothing')
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.answer = undefined;
    const { heard } = this;
    this.heard = 'nothing';
    return heard === 'its own';
  }
}
