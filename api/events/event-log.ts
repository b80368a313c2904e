import type { Database } from '../../platform/database';
import type { Logger } from '../../platform/logger';
import { beforeTransaction, isAfter, type EventPosition } from './position';
import { hasUnsettled, readEvents, settledBelow, type SettledEvent, type StreamedEvent } from './read-events';

/** `kept`: events at hand for everybody who listens; who has fallen further behind reads from PostgreSQL, a batch at a time. */
const LIMITS = { batch: 200, kept: 2_000 };
/** In case a notification was missed. */
const POLL_MS = 3_000;
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 1_000;

export interface EventBatch {
  readonly events: readonly StreamedEvent[];
  /** Position of the last event delivered. */
  readonly upTo: EventPosition;
  readonly isMore: boolean;
}

/**
 * The tail of all events, read once per process for all listeners. Each listener keeps a position and asks
 * for what follows, so that a slow listener costs no memory. Idle without listeners.
 */
export class EventLog {
  private kept: SettledEvent[] = [];
  /** `kept` holds every event after `from`, up to `head`. */
  private from: EventPosition = beforeTransaction(0n);
  private head: EventPosition = this.from;
  private listeners = 0;
  private opening: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  private isStale = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly limits = LIMITS,
  ) {}

  /** How many listen now. */
  get readers(): number {
    return this.listeners;
  }

  /** Begins to listen. Gives the position of now; the log is kept up until `close` is called as often. */
  async open(): Promise<EventPosition> {
    this.listeners += 1;
    try {
      if (this.listeners === 1) this.opening = this.begin();
      await this.opening;
      return this.head;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    this.listeners -= 1;
    if (this.listeners > 0) return;
    clearTimeout(this.timer);
    this.kept = [];
    this.from = this.head;
  }

  /** There may be more: read on. Safe to call at any time. */
  wake(): void {
    if (this.listeners === 0) return;
    this.isStale = true;
    this.reading ??= this.readOn().finally(() => (this.reading = undefined));
  }

  /** Wakes those who wait, without a new event: there is other news. */
  nudge(): void {
    for (const tell of [...this.waiting]) tell();
  }

  /** Events after a position: one batch at most. */
  async read(after: EventPosition, caseNumber?: string): Promise<EventBatch> {
    const { head } = this;
    const { batch } = this.limits;
    const isAtHand = !isAfter(this.from, after);
    const found = isAtHand
      ? keptAfter(this.kept, after).filter(
          (event) => caseNumber === undefined || event.caseNumber === caseNumber,
        )
      : await readEvents(this.database, after, batch, caseNumber);
    const settled = found.slice(0, batch);
    const last = settled.at(-1) ?? after;
    const isMore = isAtHand ? found.length > batch : found.length === batch;
    // With no more to come before the head, the head has been reached, whatever lay between.
    return { events: settled.filter(isOfCase), upTo: isMore || isAfter(last, head) ? last : head, isMore };
  }

  /** Resolves when there is something after the position, the time is up, or the signal aborts. */
  async waitBeyond(position: EventPosition, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (isAfter(this.head, position) || signal.aborted || timeoutMs <= 0) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  private async begin(): Promise<void> {
    this.head = this.from = beforeTransaction(await settledBelow(this.database));
    this.kept = [];
    this.poll(POLL_MS);
  }

  private async readOn(): Promise<void> {
    let pollMs = FIRST_POLL_MS;
    try {
      while (this.isStale && this.listeners > 0) {
        this.isStale = false;
        await this.takeIn();
        if (!(await hasUnsettled(this.database, this.head))) continue;
        // Committed, but an older transaction is still open. Its end is not announced.
        await sleep(pollMs);
        pollMs = Math.min(pollMs * 2, LONGEST_POLL_MS);
        this.isStale = true;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'events could not be read: trying again');
    }
    if (this.listeners > 0) this.poll(POLL_MS);
  }

  private async takeIn(): Promise<void> {
    const { batch } = this.limits;
    for (;;) {
      const events = await readEvents(this.database, this.head, batch);
      const last = events.at(-1);
      if (!last) return;
      this.kept.push(...events);
      this.head = { transactionId: last.transactionId, position: last.position };
      const surplus = this.kept.splice(0, Math.max(0, this.kept.length - this.limits.kept)).at(-1);
      if (surplus) this.from = surplus;
      for (const tell of [...this.waiting]) tell();
      if (events.length < batch) return;
    }
  }

  private poll(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), afterMs).unref();
  }
}

/** The events after a position, of those in order: found by halves, since many ask and most have heard nearly all. */
function keptAfter(kept: readonly SettledEvent[], position: EventPosition): SettledEvent[] {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = kept[middle];
    if (event && isAfter(event, position)) high = middle;
    else low = middle + 1;
  }
  return kept.slice(low);
}

const isOfCase = (event: SettledEvent): event is StreamedEvent => event.caseNumber !== null;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
