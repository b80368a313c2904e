import { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import { evolveClocks } from './evolve-clocks';
import { enterableSeconds } from './late-entry';
import { inTime, type Waits } from './late-waits';
import { type ClockEvent, type Clocks, clockNamed, isClockEvent } from './record';

interface Entry extends Waits {
  /** When it is entered, ISO-8601. */
  readonly now: string;
  readonly actor: Actor;
}

type Message = { readonly type: string };

/**
 * Returns the clock events of a command with its time of entry: a late entry does not change an earlier
 * breach (ADR 33). Proof that a broken promise was kept is followed by its correction. Every decider calls it
 * after its rules. A wait cannot postpone a deadline from further back than the actor may enter it.
 * @throws {DomainError} for proof from further back than the actor may enter it.
 */
export function entered<E extends Message>(
  before: Clocks,
  events: readonly (E | ClockEvent)[],
  entry: Entry,
): readonly (E | ClockEvent)[] {
  let clocks = before;
  return events.flatMap((event): readonly (E | ClockEvent)[] => {
    if (!isClock(event)) return [event];
    const stampedEvent = stamped(clocks, inTime(clocks, event, entry), entry.now);
    const correction = correctionBy(clocks, stampedEvent, entry);
    clocks = evolveClocks(clocks, stampedEvent);
    return [stampedEvent, ...correction];
  });
}

const isClock = (event: Message): event is ClockEvent => isClockEvent<ClockEvent | Message>(event);

function stamped(clocks: Clocks, event: ClockEvent, now: string): ClockEvent {
  switch (event.type) {
    case 'ClockStarted': {
      const { clock, startedAt, enteredAt } = event.data;
      const isPlain = enteredAt !== undefined || (startedAt >= now && !clockNamed(clocks, clock));
      return isPlain ? event : { ...event, data: { ...event.data, enteredAt: now } };
    }
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockMet':
    case 'ClockStopped':
      return event.data.at < now ? { ...event, data: { ...event.data, enteredAt: now } } : event;
    case 'ClockBound':
      return event.data.at < now ? { ...event, data: { ...event.data, enteredAt: now } } : event;
    case 'ClockFactsChanged':
      return { ...event, data: { ...event.data, at: now } };
    case 'ClockMoved':
      return { ...event, data: { ...event.data, enteredAt: now } };
    case 'ClockCorrected':
    case 'ClockWarned':
    case 'ClockBreached':
    case 'ClockEscalated':
    case 'ClockExpired':
      return event;
  }
}

/** @throws {DomainError} */
function correctionBy(clocks: Clocks, event: ClockEvent, { now, actor }: Entry): readonly ClockEvent[] {
  if (event.type !== 'ClockMet') return [];
  const { clock, at } = event.data;
  const breach = clockNamed(clocks, clock)?.breach;
  if (!breach || at > breach.at) return [];
  const withinSeconds = enterableSeconds(breach.lateEntry, actor);
  if (Date.parse(now) - Date.parse(at) > withinSeconds * 1000)
    throw new DomainError(
      'COMMAND.PROOF_TOO_LATE',
      { hours: Math.floor(withinSeconds / 3600), dueAt: breach.at },
      'occurredAt',
    );
  return [{ type: 'ClockCorrected', data: { clock, at, dueAt: breach.at, enteredAt: now } }];
}
