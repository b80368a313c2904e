import { parseCalendar, type Span, type WorkingCalendar } from '../../domain/clock/calendar';
import { ClockInputError } from '../../domain/clock/errors';
import type { Prisma } from '../../platform/database';
import { ApiError } from '../http/problems';

/**
 * As plain JSON, in the form that `parseCalendar` reads it back from.
 * @param at the field that a fault is named under. @throws {ApiError} naming the field.
 */
export function readDefinition(definition: unknown, at = 'definition'): Prisma.JsonObject | '24x7' {
  try {
    const calendar = parseCalendar(definition, at);
    return calendar === '24x7' ? calendar : asJson(calendar);
  } catch (error) {
    if (!(error instanceof ClockInputError)) throw error;
    // `definition.hours.mon[0]`, as a path like all others.
    const field = error.field.replaceAll(/\[(\d+)\]/g, '.$1');
    throw new ApiError('POLICY.INVALID', { field, reason: error.reason }, field);
  }
}

function asJson({ timeZone, hours, holidays, extraWorkingDays }: WorkingCalendar): Prisma.JsonObject {
  const spans = (days: Readonly<Record<string, readonly Span[]>>): Record<string, string[][]> =>
    Object.fromEntries(Object.entries(days).map(([day, times]) => [day, times.map((span) => [...span])]));
  return {
    timeZone,
    hours: spans(hours),
    holidays: [...holidays],
    extraWorkingDays: spans(extraWorkingDays),
  };
}
