import { parseCalendar, type Calendar } from '../../domain/clock/calendar';
import type { Database, Prisma, Transaction } from '../../platform/database';

export type CalendarRow = Prisma.CalendarGetPayload<object>;

/** A clock that no policy covers: the company's policies have a hole. */
export class NoPolicyError extends Error {
  override readonly name = 'NoPolicyError';
}

/** The calendars of those codes, each in the version in force at an instant. */
export async function loadCalendars(
  tx: Database | Transaction,
  wanted: readonly { readonly code: string; readonly at: string }[],
): Promise<(code: string, at: string) => Calendar> {
  const rows = await tx.calendar.findMany({
    where: { code: { in: wanted.map(({ code }) => code) } },
    orderBy: { effectiveFrom: 'desc' },
  });
  return (code, at) => calendarIn(rows, code, at);
}

/** @param rows the later version first. @throws {NoPolicyError} */
export const calendarIn = (rows: readonly CalendarRow[], code: string, at: string): Calendar =>
  calendarOf(versionIn(rows, code, at));

/** The version that clocks which start then are computed by. @param rows the later version first. @throws {NoPolicyError} */
export function versionIn(rows: readonly CalendarRow[], code: string, at: string): CalendarRow {
  const versions = rows.filter((row) => row.code === code);
  const version =
    versions.find(({ effectiveFrom }) => effectiveFrom.getTime() <= Date.parse(at)) ?? versions.at(-1);
  if (!version) throw new NoPolicyError(`There is no calendar "${code}"`);
  return version;
}

/** By the text of the definition, and by the row itself, which needs no comparing. */
const parsed = new Map<string, Calendar>();
const parsedRows = new WeakMap<object, Calendar>();

/** Parsed once a definition: its working spans are cached with the calendar object. */
function calendarOf(row: CalendarRow): Calendar {
  const seen = parsedRows.get(row);
  if (seen) return seen;
  const key = JSON.stringify(row.definition);
  const calendar = parsed.get(key) ?? parseCalendar(row.definition, `calendar ${row.code}`);
  parsed.set(key, calendar);
  parsedRows.set(row, calendar);
  return calendar;
}
