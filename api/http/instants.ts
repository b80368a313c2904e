import { ClockInputError } from '../../domain/clock/errors';
import { parseInstant, toIso } from '../../domain/clock/instant';
import { badRequest } from './problems';

/**
 * An instant that was sent, in UTC with milliseconds (the hash of an event is taken over its text), from the years that clocks are
 * computed in. The validator's `date-time` lets through what is none of them: a leap second, the year 9999.
 * @throws {ApiError} naming the field.
 */
export function readInstant(text: string, field: string): string {
  try {
    return toIso(parseInstant(text, field));
  } catch (error) {
    if (error instanceof ClockInputError)
      throw badRequest(field, { en: error.reason, zh: '不是带时区的有效时间（ISO 8601）' });
    throw error;
  }
}
