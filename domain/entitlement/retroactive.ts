import { DAY_MS } from '../clock/instant';
/**
 * A warranty entry applies to work without a verdict yet. Days are the company's own (`2026-11-22`): a change
 * from a past day on needs an explicit confirmation, because it changes the verdict on work of that day.
 */
export const reachesBack = (from: string, today: string): boolean => from < today;

/** The last day of a rule, included; null while it has no end. */
export type LastDay = string | null;

/** Whether another last day turns a day that is over: one on which the rule held, or did not. */
export function rewritesThePast(before: LastDay, after: LastDay, today: string): boolean {
  if (before === after) return false;
  const firstTurned = [before, after].filter((day) => day !== null).map(dayAfter);
  return firstTurned.some((day) => reachesBack(day, today));
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
