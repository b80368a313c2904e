import { isDeepStrictEqual } from 'node:util';
import { parseCalendar, type Span, type WorkingCalendar } from '../../domain/clock/calendar';
import { ClockInputError } from '../../domain/clock/errors';
import type { Database, Prisma } from '../../platform/database';
import type { NewCalendarVersion } from './schema';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';
import type { Added } from './add-policy';
import { noteChange } from './changes';
import { instantFrom } from './effective';

export type CalendarRow = Prisma.CalendarGetPayload<object>;

/** Adds a version of a calendar that there is. @throws {ApiError} naming the field; nothing has changed then. */
export async function addCalendarVersion(
  database: Database,
  code: string,
  version: NewCalendarVersion,
  now: Date,
): Promise<Added<CalendarRow>> {
  const definition = readDefinition(version.definition);
  const { nameEn, nameZh } = version;
  const effectiveFrom = new Date(readInstant(version.effectiveFrom, 'effectiveFrom'));
  return database.$transaction(async (tx) => {
    if ((await tx.calendar.count({ where: { code } })) === 0)
      throw new ApiError('RESOURCE.NOT_FOUND', { what: code });
    const where = { code_effectiveFrom: { code, effectiveFrom } };
    const earlier = await tx.calendar.findUnique({ where });
    if (earlier) {
      const isSame = isDeepStrictEqual(
        [earlier.nameEn, earlier.nameZh, earlier.definition],
        [nameEn, nameZh, definition],
      );
      if (!isSame)
        throw new ApiError(
          'POLICY.EXISTS',
          { what: `${code} ${effectiveFrom.toISOString()}` },
          'effectiveFrom',
        );
      return { row: earlier, change: undefined };
    }
    instantFrom(version, now);
    const row = await tx.calendar.create({ data: { code, effectiveFrom, nameEn, nameZh, definition } });
    return { row, change: await noteChange(tx, { calendar: code }, effectiveFrom) };
  });
}

/** As plain JSON, in the form that `parseCalendar` reads it back from. */
function readDefinition(definition: unknown): Prisma.InputJsonObject | '24x7' {
  try {
    const calendar = parseCalendar(definition, 'definition');
    return calendar === '24x7' ? calendar : asJson(calendar);
  } catch (error) {
    if (!(error instanceof ClockInputError)) throw error;
    // `definition.hours.mon[0]`, as a path like all others.
    const field = error.field.replaceAll(/\[(\d+)\]/g, '.$1');
    throw new ApiError('POLICY.INVALID', { field, reason: error.reason }, field);
  }
}

function asJson({ timeZone, hours, holidays, extraWorkingDays }: WorkingCalendar): Prisma.InputJsonObject {
  const spans = (days: Readonly<Record<string, readonly Span[]>>): Record<string, string[][]> =>
    Object.fromEntries(Object.entries(days).map(([day, times]) => [day, times.map((span) => [...span])]));
  return {
    timeZone,
    hours: spans(hours),
    holidays: [...holidays],
    extraWorkingDays: spans(extraWorkingDays),
  };
}
