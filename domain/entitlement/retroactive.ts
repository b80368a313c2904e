import { DAY_MS } from '../clock/instant';
/**
 * What is entered of warranties judges what has no verdict yet. Days are the company's own (`2026-11-22`): one that is over is changed
 * only by somebody who says that it is meant, since what happened on it would be judged otherwise.
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
