import { parseCalendar } from './calendar';
import { type ClockInput } from './compute';
import { ClockInputError } from './errors';
import { asArray, asNumber, asObject, asString } from './fields';
import { parseInstant } from './instant';

/** A century: what a promise can be at most, and a stop to arithmetic beyond the dates there are. */
const MAX_TARGET_SECONDS = 100 * 366 * 86_400;
const MAX_FRACTION = 100;

/** One case of `npm run clock` from untrusted JSON. @throws {ClockInputError} naming the field at fault. */
export function parseClockInput(value: unknown): ClockInput {
  const raw = asObject(value, 'case');
  const startAt = parseInstantText(raw['startAt'], 'startAt');
  const targetSeconds = asNumber(raw['targetSeconds'], 'targetSeconds', 0, MAX_TARGET_SECONDS);
  if (!Number.isInteger(targetSeconds)) throw new ClockInputError('targetSeconds', 'must be whole seconds');
  return {
    calendar: parseCalendar(raw['calendar']),
    startAt,
    targetSeconds,
    pauses: parsePauses(raw['pauses'] ?? []),
    thresholds: asArray(raw['thresholds'] ?? [], 'thresholds').map((fraction, index) =>
      asNumber(fraction, `thresholds[${index}]`, 0, MAX_FRACTION),
    ),
    now: parseInstantText(raw['now'], 'now'),
    ...(isAbsent(raw['metAt']) ? {} : { metAt: parseInstantText(raw['metAt'], 'metAt') }),
  };
}

function parsePauses(value: unknown): ClockInput['pauses'] {
  const pauses = asArray(value, 'pauses');
  return pauses.map((pause, index) => {
    const field = `pauses[${index}]`;
    const raw = asObject(pause, field);
    const from = parseInstantText(raw['from'], `${field}.from`);
    if (isAbsent(raw['to'])) {
      if (index < pauses.length - 1)
        throw new ClockInputError(`${field}.to`, 'may be missing only in the last pause');
      return { from };
    }
    const to = parseInstantText(raw['to'], `${field}.to`);
    if (parseInstant(to, `${field}.to`) < parseInstant(from, `${field}.from`)) {
      throw new ClockInputError(`${field}.to`, 'is before from');
    }
    return { from, to };
  });
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

function parseInstantText(value: unknown, field: string): string {
  const text = asString(value, field);
  parseInstant(text, field);
  return text;
}
