import { localDay } from './time-zone';

/**
 * Local calendar days that a time from one instant to another touches, the first and the last included: what a trip is counted in (R13).
 * Instants are ISO-8601, `zone` an IANA name.
 */
export const daysBegun = (from: string, to: string, zone: string): number =>
  localDay(zone, Date.parse(to)) - localDay(zone, Date.parse(from)) + 1;
