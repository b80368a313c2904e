import { setTimeout as sleep } from 'node:timers/promises';

export interface SentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const PATIENCE_MS = 20_000;

/** Reads server-sent events of a listening API, as a browser would. */
export class EventSource {
  readonly events: SentEvent[] = [];
  /** The latest id, with an event or without: where to come back to. */
  lastId = '';
  comments = 0;
  hasEnded = false;
  private readonly aborting = new AbortController();

  private constructor(readonly response: Response) {}

  /** @param caller a bearer token, or the headers of a browser. */
  static async open(
    url: string,
    caller: string | { readonly cookie: string },
    lastEventId?: string,
  ): Promise<EventSource> {
    const aborting = new AbortController();
    const headers = {
      ...(typeof caller === 'string' ? { authorization: `Bearer ${caller}` } : caller),
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    };
    const source = new EventSource(await fetch(url, { headers, signal: aborting.signal }));
    source.aborting.signal.addEventListener('abort', () => aborting.abort());
    source.reading = source.read().catch((error: unknown) => {
      if (!aborting.signal.aborted) throw error;
    });
    return source;
  }

  private reading: Promise<void> = Promise.resolve();

  async close(): Promise<void> {
    this.aborting.abort();
    await this.reading;
  }

  /** Resolves when the other side has ended the stream. */
  ended(): Promise<void> {
    return this.reading;
  }

  /** Until there is what `wanted` looks for; fails rather than waiting for ever. */
  async until(wanted: (source: EventSource) => boolean): Promise<void> {
    const deadlineMs = performance.now() + PATIENCE_MS;
    while (!wanted(this)) {
      if (performance.now() > deadlineMs)
        throw new Error(`Waited in vain. Heard: ${JSON.stringify(this.events)}`);
      await sleep(10);
    }
  }

  private async read(): Promise<void> {
    const { body } = this.response;
    if (!body) throw new Error('The answer has no body');
    let text = '';
    const decoder = new TextDecoder();
    const chunks: AsyncIterable<Uint8Array> = body;
    for await (const chunk of chunks) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
    this.hasEnded = true;
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    this.lastId = fields.get('id') ?? this.lastId;
    if (fields.has('')) this.comments += 1;
    const data = fields.get('data');
    if (data === undefined) return;
    const parsed: unknown = JSON.parse(data);
    if (!isRecord(parsed)) throw new Error(`The data of an event is no object: ${data}`);
    this.events.push({ id: this.lastId, event: fields.get('event') ?? '', data: parsed });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
