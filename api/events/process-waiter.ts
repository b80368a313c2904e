import { query, type Database } from '../../platform/database';

/** How often to ask while no notification can come. */
const ASK_MS = 250;

/** Those who wait for the first events of a process. */
export class ProcessWaiter {
  private readonly waiting = new Map<string, Set<Bell>>();

  constructor(
    private readonly database: Database,
    private readonly isListening: () => boolean,
  ) {}

  /** A process has new events; undefined: any may have. */
  tell(processId: string | undefined): void {
    const told = processId === undefined ? [...this.waiting.values()] : [this.waiting.get(processId) ?? []];
    for (const bells of told) for (const bell of bells) bell.ring();
  }

  /** True once the process has events; false where it has none after `timeoutMs`. */
  async wait(processId: string, timeoutMs: number): Promise<boolean> {
    const deadlineMs = performance.now() + timeoutMs;
    const bell = new Bell();
    const bells = this.waiting.get(processId) ?? new Set();
    this.waiting.set(processId, bells.add(bell));
    try {
      for (;;) {
        if (await this.hasEvents(processId)) return true;
        const leftMs = deadlineMs - performance.now();
        if (leftMs <= 0) return false;
        await bell.rung(this.isListening() ? leftMs : Math.min(leftMs, ASK_MS));
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

/** Rung before anybody waits for it, it is not missed. */
class Bell {
  private hasRung = false;
  private answer: (() => void) | undefined;

  ring(): void {
    this.hasRung = true;
    this.answer?.();
  }

  async rung(withinMs: number): Promise<void> {
    if (!this.hasRung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.answer = undefined;
    this.hasRung = false;
  }
}
