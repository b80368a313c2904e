import { readdir, readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second whatever its own timer does: USER_HZ, proc(5). */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  /** Its own CPU time and that of its children that have ended, in seconds. */
  readonly seconds: number;
}

/** Fields of /proc/PID/stat after the name in parentheses, which may hold anything; undefined for a text that is none. */
export function parseStat(text: string): Stat | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [parent, ...ticks] = [fields[1], ...fields.slice(11, 15)].map(Number);
  if (parent === undefined || ticks.length < 4 || [parent, ...ticks].some(Number.isNaN)) return undefined;
  return { parent, seconds: ticks.reduce((sum, tick) => sum + tick, 0) / TICKS_PER_SECOND };
}

/** CPU seconds that each process has used so far, with all it has started (a postmaster's backends, those that have ended too). */
export async function cpuSeconds(
  pids: ReadonlyMap<string, number>,
): Promise<Readonly<Record<string, number>>> {
  const stats = await allStats();
  const childrenOf = new Map<number, number[]>();
  for (const [pid, { parent }] of stats) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), pid]);
  const total = (pid: number): number =>
    (childrenOf.get(pid) ?? []).reduce((sum, child) => sum + total(child), stats.get(pid)?.seconds ?? 0);
  return Object.fromEntries([...pids].map(([name, pid]) => [name, total(pid)]));
}

async function allStats(): Promise<ReadonlyMap<number, Stat>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(
    pids.map(async (pid) => {
      // One that ended since the listing has been added to its parent's sum.
      const stat = parseStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
      return stat === undefined ? [] : [[Number(pid), stat] as const];
    }),
  );
  return new Map(read.flat());
}
