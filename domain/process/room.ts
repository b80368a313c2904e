import { DomainError } from '../errors';

/**
 * How much a process takes along at most (ADR 37): what it carries when it continues as new is one payload, and stays under 256 kB. Texts that
 * keep coming are cut by their own rules; this is the bound behind them, whatever a process is about.
 */

/** From here on nothing is taken that adds more than a little. */
const NEARLY_FULL = 200_000;
/** From here on nothing is taken that adds anything, but what ends the process. Ids of commands, at most 20,000, come beside it. */
export const FULL = 220_000;
const A_LITTLE = 2_000;
/** Bytes that a character takes at most, once it is compressed: one beyond ASCII has three bytes, which no text uses to the full. */
const BEYOND_ASCII = 2.25;
const DIGIT = 0.5;
/** Cost of a key, a number or a bracket: the same keys recur. */
const STRUCTURE = 2;
const NUMBER = 8;
/** A short text that comes again, such as a currency, a name or what a call is called. */
const REPEATED = 4;
const SHORT = 64;

/** Bytes that a plain value takes at most as a payload. */
export const weightOf = (value: unknown): number => weigh(value, new Set());

function weigh(value: unknown, seen: Set<string>): number {
  if (typeof value === 'string') return weighText(value, seen);
  if (typeof value === 'number') return NUMBER;
  if (typeof value !== 'object' || value === null) return STRUCTURE;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return items.reduce<number>((sum, item) => sum + STRUCTURE + weigh(item, seen), STRUCTURE);
}

function weighText(text: string, seen: Set<string>): number {
  if (text.length <= SHORT) {
    if (seen.has(text)) return REPEATED;
    seen.add(text);
  }
  let weight = STRUCTURE;
  for (let n = 0; n < text.length; n += 1) weight += weightOfUnit(text.charCodeAt(n));
  return weight;
}

const weightOfUnit = (unit: number): number =>
  unit >= 128 ? BEYOND_ASCII : unit >= 48 && unit < 58 ? DIGIT : 1;

/** @throws {DomainError} where a process would take along more than one can. @param before as it is. @param after as it would be. */
export function refuseOutgrown(before: () => unknown, after: unknown): void {
  const weight = weightOf(after);
  if (weight <= NEARLY_FULL) return;
  const added = weight - weightOf(before());
  if (added > (weight > FULL ? 0 : A_LITTLE)) throw new DomainError('PROCESS.FULL');
}
