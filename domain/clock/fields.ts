import { ClockInputError } from './errors';

/** Readers of untrusted JSON: each gives the value in its type or throws a ClockInputError that names the field. */

export function asObject(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ClockInputError(field, 'must be an object');
  }
  return Object.fromEntries(Object.entries(value));
}

export function asArray(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ClockInputError(field, 'must be an array');
  return value;
}

export function asString(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new ClockInputError(field, 'must be a string');
  return value;
}

export function asNumber(value: unknown, field: string, min: number, max: number): number {
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    throw new ClockInputError(field, `must be a number from ${min} to ${max}`);
  }
  return value;
}

/** A misspelt field (`holiday`) would silently be none at all. */
export function refuseUnknown(raw: object, known: readonly string[], field: string): void {
  const unknown = Object.keys(raw).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ClockInputError(
      `${field}.${unknown}`,
      `is not a known field; the known fields are ${known.join(', ')}`,
    );
}
