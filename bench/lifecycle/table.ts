import Table from 'cli-table3';
import { SYSTEMS, type SystemName } from './messages';
import { medianOf, type Round } from './result';

const HEAD = [
  'at a time',
  'system',
  'cases/s',
  'command p50 ms',
  'p99 ms',
  'CPU s/case',
  'of it',
  'history/case',
  'transactions/case',
  'errors',
];

/** Medians over the rounds, a line for each system and number at a time. */
export function resultTable(rounds: readonly Round[]): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  for (const at of new Set(rounds.map((round) => round.at)))
    for (const system of SYSTEMS) table.push(line(rounds, system, at));
  return table.toString();
}

function line(rounds: readonly Round[], system: SystemName, at: number): string[] {
  const own = rounds.filter((round) => round.system === system && round.at === at);
  const middle = (figure: (round: Round) => number, digits: number): string =>
    medianOf(own, system, at, figure).toFixed(digits);
  const processes = Object.keys(own[0]?.cpuSecondsPerCase ?? {});
  return [
    String(at),
    system,
    middle((round) => round.casesPerSecond, 2),
    middle((round) => round.commandP50Ms, 1),
    middle((round) => round.commandP99Ms, 1),
    middle((round) => Object.values(round.cpuSecondsPerCase).reduce((sum, seconds) => sum + seconds, 0), 3),
    processes.map((name) => `${name} ${middle((round) => round.cpuSecondsPerCase[name] ?? 0, 3)}`).join('\n'),
    middle((round) => round.historyPerCase, 0),
    middle((round) => round.transactionsPerCase, 0),
    String(own.reduce((sum, { errors }) => sum + errors.length, 0)),
  ];
}
