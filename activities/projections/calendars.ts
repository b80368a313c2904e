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
  calendarOf(versionIn(rows, code, at).definition, code);

/** The version that clocks which start then are computed by. @param rows the later version first. @throws {NoPolicyError} */
export function versionIn(rows: readonly CalendarRow[], code: string, at: string): CalendarRow {
  const versions = rows.filter((row) => row.code === code);
  const version =
    versions.find(({ effectiveFrom }) => effectiveFrom.getTime() <= Date.parse(at)) ?? versions.at(-1);
  if (!version) throw new NoPolicyError(`There is no calendar "${code}"`);
  return version;
}

const parsed = new Map<string, Calendar>();
/** Parsed once a definition: its working spans are cached with the calendar object. */
function calendarOf(definition: unknown, code: string): Calendar {
  const key = JSON.stringify(definition);
  const known = parsed.get(key);
  if (known) return known;
  const calendar = parseCalendar(definition, `calendar ${code}`);
  parsed.set(key, calendar);
  return calendar;
}
