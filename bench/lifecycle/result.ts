import { median } from '../measure/statistics';
import type { SystemName } from './messages';

/** One system, so many cases at a time, one round. */
export interface Round {
  readonly system: SystemName;
  readonly at: number;
  /** From 1; the warm-up before them is not among them. */
  readonly round: number;
  readonly cases: number;
  readonly elapsedMs: number;
  readonly casesPerSecond: number;
  readonly commandP50Ms: number;
  readonly commandP99Ms: number;
  /** CPU seconds of each process, a case. */
  readonly cpuSecondsPerCase: Readonly<Record<string, number>>;
  /** Events of Temporal's history, or steps that DBOS keeps, a case. */
  readonly historyPerCase: number;
  /** Transactions of the system's database, a case. */
  readonly transactionsPerCase: number;
  readonly errors: readonly string[];
}

export type Goal = 'floor' | 'dbos';
export const GOALS: readonly { readonly against: Goal; readonly toReach: number }[] = [
  { against: 'floor', toReach: 0.8 },
  { against: 'dbos', toReach: 1 },
];
const GOAL_AT = 20;

/** The median of a figure over the rounds of one system, so many at a time. */
export const medianOf = (
  rounds: readonly Round[],
  system: SystemName,
  at: number,
  figure: (round: Round) => number,
): number => median(rounds.filter((round) => round.system === system && round.at === at).map(figure));

/** The lines a run ends with: at 20 at a time, or where that was not measured at what was, and says so. */
export function goalLines(rounds: readonly Round[]): readonly string[] {
  const levels = [...new Set(rounds.map(({ at }) => at))];
  const at = levels.includes(GOAL_AT) ? GOAL_AT : Math.max(...levels);
  const speed = (system: SystemName): number => medianOf(rounds, system, at, (round) => round.casesPerSecond);
  const where = at === GOAL_AT ? '' : ` at ${at} at a time`;
  return GOALS.map(({ against, toReach }) => {
    const ratio = speed('aftercare') / speed(against);
    return `lifecycle: aftercare/${against} ${ratio.toFixed(2)} (to reach ${toReach.toFixed(2)})${where}`;
  });
}
