import { Temporal } from '@js-temporal/polyfill';
import { DAY_MS } from './instant';

const MINUTE_MS = 60_000;

/** Offsets from UTC in ms at each midnight UTC asked for so far, by zone: zone rules do not change while a process runs. */
const offsetsByZone = new Map<string, Map<number, number>>();

/** True for an IANA name that this machine knows; offsets like `+08:00` are no zones. */
export function isTimeZone(id: string): boolean {
  if (/^[+-]/.test(id)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, id).timeZoneId !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The instant (ms since the epoch) of a local wall time: `minutes` after local midnight of the date `day` days after 1970-01-01.
 * Disambiguation is Temporal's `compatible`, as RFC 5545 has it: a skipped time moves forward by the gap, one that occurs twice is
 * its first occurrence.
 */
export function wallTimeMs(zone: string, day: number, minutes: number): number {
  // No offset is beyond 16 h, so the local date lies between these midnights UTC. The same offset at all of them: no change of clocks
  // in it, and plain arithmetic saves asking Temporal, which takes 20 times as long.
  const offset = offsetMs(zone, day);
  if ([day - 1, day + 1, day + 2].every((near) => offsetMs(zone, near) === offset)) {
    return day * DAY_MS + minutes * MINUTE_MS - offset;
  }
  return Temporal.Instant.fromEpochMilliseconds(day * DAY_MS + minutes * MINUTE_MS)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function offsetMs(zone: string, day: number): number {
  const offsets = offsetsByZone.get(zone) ?? new Map<number, number>();
  offsetsByZone.set(zone, offsets);
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const offset =
    Temporal.Instant.fromEpochMilliseconds(day * DAY_MS).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  offsets.set(day, offset);
  return offset;
}

/** The local date at an instant (ms since the epoch), in days after 1970-01-01. */
export function localDay(zone: string, ms: number): number {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The local wall time at an instant (ms since the epoch), `HH:MM`. */
export const wallTimeOf = (zone: string, ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
