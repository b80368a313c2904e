import { cpus } from 'node:os';
import { createProgress, type Progress } from '../../stack/progress';
import { withClient } from '../../stack/database';
import { cpuSeconds } from '../measure/cpu';
import { percentile } from '../measure/statistics';
import { saveResult } from '../results';
import { ClientProcess } from './client-process';
import { SYSTEMS, type SystemName } from './messages';
import { goalLines, type Round } from './result';
import { startStand, type Stand } from './stand';
import { resultTable } from './table';

export interface LifecycleOptions {
  /** Cases of one round. */
  readonly cases: number | undefined;
  readonly rounds: number;
  /** How many cases at a time, one measurement each. */
  readonly at: readonly number[];
  /** Folder for CPU profiles of Aftercare's processes and the floor's. */
  readonly profile?: string | undefined;
  readonly write: (line: string) => void;
}

/** Default number of cases: enough that a round lasts several seconds. */
const casesFor = (at: number): number => Math.min(200, Math.max(10, at * 5));

/** A whole repair on Aftercare, on DBOS and as bare messages on Temporal, in turns on the same servers. */
export async function lifecycle({
  cases,
  rounds,
  at: levels,
  profile,
  write,
}: LifecycleOptions): Promise<void> {
  const progress = createProgress(write);
  const stand = await startStand(progress, profile);
  const clients = new Map<SystemName, ClientProcess>();
  try {
    for (const system of SYSTEMS)
      clients.set(system, await ClientProcess.open(system, stand.cast(system), stand.settings[system]));
    const measured: Round[] = [];
    let from = 0;
    for (const at of levels)
      for (let round = 0; round <= rounds; round += 1)
        for (const [system, client] of clients) {
          const load = { cases: cases ?? casesFor(at), at, from };
          from += load.cases;
          const result = await play({ stand, progress, client, system, round, load });
          // The first warms up: compilers, caches, connections.
          if (round > 0) measured.push(result);
        }
    write(resultTable(measured));
    const file = await saveResult('lifecycle', {
      cpus: cpus().length,
      node: process.version,
      rounds: measured,
    });
    write(`Written to ${file}`);
    for (const line of goalLines(measured)) write(line);
  } finally {
    await Promise.all([...clients.values()].map((client) => client.close()));
    await stand.stop();
  }
}

interface Turn {
  readonly stand: Stand;
  readonly progress: Progress;
  readonly client: ClientProcess;
  readonly system: SystemName;
  readonly round: number;
  readonly load: { readonly cases: number; readonly at: number; readonly from: number };
}

async function play({ stand, progress, client, system, round, load }: Turn): Promise<Round> {
  const name = round === 0 ? 'warm-up' : `round ${round}`;
  const pids = stand.pids(system);
  const [cpuBefore, transactionsBefore] = [await cpuSeconds(pids), await transactions(stand, system)];
  const played = await progress.run(`${system}, ${load.at} at a time, ${name}`, () => client.play(load));
  const cpuAfter = await cpuSeconds(pids);
  const transactionsAfter = await transactions(stand, system);
  const histories = await client.historyLengths();
  const { done } = played;
  const perCase = (total: number): number => total / Math.max(1, done);
  return {
    system,
    at: load.at,
    round,
    cases: load.cases,
    elapsedMs: played.elapsedMs,
    casesPerSecond: done / (played.elapsedMs / 1_000),
    commandP50Ms: percentile(played.commandMs, 0.5),
    commandP99Ms: percentile(played.commandMs, 0.99),
    cpuSecondsPerCase: Object.fromEntries(
      Object.entries(cpuAfter).map(([process, seconds]) => [
        process,
        perCase(seconds - (cpuBefore[process] ?? 0)),
      ]),
    ),
    historyPerCase: perCase(histories.reduce((sum, length) => sum + length, 0)),
    transactionsPerCase: perCase(transactionsAfter - transactionsBefore),
    errors: played.errors,
  };
}

/** Committed so far in the system's database. Backends report at most once a second, so the last few of a round may go to the next. */
async function transactions(stand: Stand, system: SystemName): Promise<number> {
  return withClient(stand.postgresUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = $1',
      [system],
    );
    return Number(rows[0]?.count ?? 0);
  });
}
