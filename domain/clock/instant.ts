import { ClockInputError } from './errors';

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The years that clocks are computed in: walks over days stay short whatever the input says. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
export const DAY_MS = 86_400_000;

/**
 * An ISO-8601 instant as milliseconds since the epoch.
 * @throws {ClockInputError} for anything else: no zone, a day that the month lacks, a year out of range.
 */
export function parseInstant(text: string, field: string): number {
  const match = INSTANT.exec(text);
  const ms = match === null ? Number.NaN : Date.parse(text);
  if (Number.isNaN(ms)) throw new ClockInputError(field, `"${text}" is not an ISO-8601 instant with a zone`);
  // Date.parse takes 30 February for 2 March.
  parseDate(text.slice(0, 10), field);
  return ms;
}

/**
 * A date (`2026-10-01`) as its number of days since 1970-01-01.
 * @throws {ClockInputError} for a date that does not exist or lies outside the years computed in.
 */
export function parseDate(text: string, field: string): number {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    throw new ClockInputError(field, `"${text}" is not a date (YYYY-MM-DD)`);
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new ClockInputError(field, `the year of "${text}" is not within ${FIRST_YEAR}-${LAST_YEAR}`);
  }
  const ms = Date.UTC(year, month - 1, day);
  if (new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new ClockInputError(field, `"${text}" does not exist`);
  }
  return ms / DAY_MS;
}

/** An instant of a record, as kept in a process's state: `2026-10-22T01:32:00.000Z`. */
export const toIso = (ms: number): string => new Date(ms).toISOString();

/** The same to the second, the format of `npm run clock`: `2026-10-22T01:32:00Z`. */
export const toIsoSeconds = (ms: number): string => `${toIso(ms).slice(0, 19)}Z`;
