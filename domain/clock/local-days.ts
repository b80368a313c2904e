import { toIso } from './instant';
import { localDay, wallTimeMs } from './time-zone';

/**
 * Local calendar days that a time from one instant to another touches, the first and the last included: what a trip is counted in (R13).
 * Instants are ISO-8601, `zone` an IANA name.
 */
export const daysBegun = (from: string, to: string, zone: string): number =>
  localDay(zone, Date.parse(to)) - localDay(zone, Date.parse(from)) + 1;

/** The end of the local day that an instant closes or lies in; both ISO-8601. */
export const endOfDay = (zone: string, at: string): string =>
  toIso(wallTimeMs(zone, localDay(zone, Date.parse(at) - 1) + 1, 0));
