import { sees, type Scope } from '../../domain/identity/scope';
import type { EventLog } from './event-log';
import type { PresenceInbox } from './presence-news';
import { positionText, type EventPosition } from './position';
import type { StreamedEvent } from './read-events';

/** How soon a client that was cut off comes back. */
const RETRY_MS = 2_000;
/** Proxies cut connections that are silent for half a minute. */
const HEARTBEAT_MS = 15_000;

export interface EventStream {
  readonly log: EventLog;
  readonly from: EventPosition;
  readonly caseNumber?: string;
  /** True: frames carry no event name. */
  readonly unnamed?: boolean;
  /** The reader's current scope; undefined once they may see nothing any more. */
  readonly scope: () => Promise<Scope | undefined>;
  readonly signal: AbortSignal;
  readonly heartbeatMs?: number;
  /** News of people who open and leave cases. */
  readonly presence?: PresenceInbox;
}

/**
 * Server-sent events (WHATWG HTML §9.2): the events of cases that the reader sees, from a position on, until the signal aborts. Pulled,
 * never pushed: a reader who is slow is read for later, and costs no memory.
 */
export async function* eventStream({
  log,
  from,
  caseNumber,
  unnamed = false,
  scope,
  signal,
  heartbeatMs = HEARTBEAT_MS,
  presence,
}: EventStream): AsyncGenerator<string> {
  let position = from;
  let beatAtMs = performance.now() + heartbeatMs;
  // An id without data tells the client where to come back to, and is no event.
  yield `retry: ${RETRY_MS}\nid: ${positionText(position)}\n\n`;
  while (!signal.aborted) {
    const seen = await scope();
    if (!seen) return;
    const { events, upTo, isMore } = await log.read(position, caseNumber);
    const frames = events.filter((event) => sees(seen, event)).map((event) => frame(event, unnamed));
    position = upTo;
    if (frames.length > 0) yield frames.join('');
    const opened = presence?.take(seen) ?? [];
    if (opened.length > 0) yield opened.map(presenceFrame).join('');
    // Nothing comes between this and the wait: what is announced from now on wakes it.
    if (isMore || presence?.isEmpty === false) continue;
    await log.waitBeyond(position, beatAtMs - performance.now(), signal);
    if (performance.now() < beatAtMs) continue;
    beatAtMs = performance.now() + heartbeatMs;
    yield `: still here\nid: ${positionText(position)}\n\n`;
  }
}

/** It has no id: a reader who comes back asks who is there. */
const presenceFrame = (caseNumber: string): string =>
  `event: presence\ndata: ${JSON.stringify({ caseNumber })}\n\n`;

function frame(event: StreamedEvent, unnamed: boolean): string {
  const { type, caseNumber, seq, at, stage, requestType, priority, breached, regionId, outletId } = event;
  const data = {
    caseNumber,
    seq,
    type,
    at: at.toISOString(),
    stage,
    requestType,
    priority,
    breached,
    regionId,
    outletId,
  };
  const name = unnamed ? '' : `event: ${type}\n`;
  return `id: ${positionText(event)}\n${name}data: ${JSON.stringify(data)}\n\n`;
}
