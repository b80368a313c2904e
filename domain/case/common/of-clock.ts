import type { CaseClock } from '../terms';

/** A table with entries for some clocks of a case. */
export type ByClock<T> = Readonly<Partial<Record<CaseClock, T>>>;

/** The entry of a clock, where it has one. */
export function ofClock<T>(table: ByClock<T>, clock: string): T | undefined {
  const entries: Readonly<Partial<Record<string, T>>> = table;
  return entries[clock];
}
