import { DomainError } from '../errors';
import { isSupervisor, type Actor } from '../identity/actor';
import { enterableSeconds, unmarkedSeconds, type LateEntries } from './late-entry';
import { type ClockEvent, type Clocks, clockNamed, isActive } from './record';

/** The waits that a late command may enter. */
export interface Waits {
  /** Left out, as for commands from before: there is no limit. */
  readonly lateEntry?: LateEntries;
  /** The wait is all that the command is about: from too far back it is refused, and not shortened. */
  readonly refusesLateWait?: boolean;
}

interface Entry extends Waits {
  readonly now: string;
  readonly actor: Actor;
}

/**
 * R4: a backdated wait cannot save a promise. It counts only from as far back as the policy lets the actor's
 * role enter it. A supervisor may enter an earlier one, on record as theirs. No wait saves a promise that is
 * already broken.
 * @throws {DomainError} for one that is refused.
 */
export function inTime(
  clocks: Clocks,
  event: ClockEvent,
  { lateEntry = {}, refusesLateWait = false, now, actor }: Entry,
): ClockEvent {
  if (event.type !== 'ClockPaused') return event;
  const { clock, at } = event.data;
  const terms = Object.hasOwn(lateEntry, clock) ? lateEntry[clock] : undefined;
  if (!terms || isBroken(clocks, clock)) return event;
  const lateMs = Date.parse(now) - Date.parse(at);
  if (isSupervisor(actor))
    return lateMs > unmarkedSeconds(terms) * 1000
      ? { ...event, data: { ...event.data, isSupervisors: true } }
      : event;
  const withinSeconds = enterableSeconds(terms, actor);
  if (lateMs <= withinSeconds * 1000) return event;
  const earliest = new Date(Date.parse(now) - withinSeconds * 1000).toISOString();
  if (refusesLateWait)
    throw new DomainError(
      'COMMAND.WAIT_TOO_LATE',
      { hours: Math.floor(withinSeconds / 3600), earliest },
      'occurredAt',
    );
  return { ...event, data: { ...event.data, at: earliest, toldAt: at } };
}

function isBroken(clocks: Clocks, name: string): boolean {
  const record = clockNamed(clocks, name);
  return record !== undefined && isActive(record) && record.fired.includes('breach');
}
