import { normaliseCode } from './normalise';

const GAPS = /[- ]/g;

/**
 * By which serial and part numbers are compared: two spellings of one number have the same. Without dashes and blanks, in capitals.
 * Empty where nothing was written. The register's `serial_key` says the same in PostgreSQL, of plain capitals.
 */
export const serialKey = (text: string): string => normaliseCode(text).replace(GAPS, '').toUpperCase();

/** The keys under which the register may hold a number: it capitalises no letter beyond A to Z. */
export function registerKeys(text: string): readonly string[] {
  const key = normaliseCode(text).replace(GAPS, '');
  return [...new Set([key.replace(/[a-z]/g, (letter) => letter.toUpperCase()), key.toUpperCase()])];
}

/** The numbers that stand a second time in a list, as they were written. */
export function repeatedSerials(serials: readonly string[]): readonly string[] {
  const keys = serials.map(serialKey);
  return serials.filter((_, at) => keys[at] !== '' && keys.indexOf(keys[at] ?? '') < at);
}
