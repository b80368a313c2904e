/** A column's text as the term it is. @throws {Error} for a term that the rules do not know: the row is damaged. */
export function oneOf<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((term) => term === value);
  if (found === undefined) throw new Error(`"${value}" is none of ${known.join(', ')}`);
  return found;
}

export const oneOfOrNull = <T extends string>(known: readonly T[], value: string | null): T | null =>
  value === null ? null : oneOf(known, value);

export const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;
