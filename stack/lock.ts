import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError, systemErrorCode } from './errors';
import { parseRecord } from './pid-file';
import { identify, isAlive } from './process-identity';

export interface DataDirLock {
  release(): Promise<void>;
}

/** Another run holds the data directory. */
export class DataDirInUseError extends StackError {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `${dataDir} is in use by another run (process ${pid}): stop that one first, or give this one a data directory of its own`,
    );
  }
}

/**
 * Takes the data directory for this process: two servers on one directory would destroy each other's data.
 *
 * The lock is the file `lock.N` with the highest N, and it names its holder. A holder that is gone is succeeded by
 * making `lock.N+1`, which only one can (link(2) fails when the name is taken); who finds a higher one after that was
 * too late. The highest is never removed, not even on release: removing a stale lock could remove a fresh one.
 * @throws DataDirInUseError naming the process that holds it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true });
  const self = await identify(process.pid);
  if (self === undefined) throw new StackError('This process cannot be found in the process table');
  const draft = join(dataDir, `lock-${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify({ name: 'aftercare', pid: self.pid, start: self.start })}\n`);
  try {
    for (;;) {
      const [highest = 0] = await generations(dataDir);
      await throwIfHeld(dataDir, highest);
      const mine = highest + 1;
      if (!(await linked(draft, pathOf(dataDir, mine)))) continue;
      const all = await generations(dataDir);
      if (all[0] !== mine) {
        await rm(pathOf(dataDir, mine), { force: true });
        continue;
      }
      for (const older of all.slice(1)) await rm(pathOf(dataDir, older), { force: true });
      return { release: () => release(dataDir, mine) };
    }
  } finally {
    await rm(draft, { force: true });
  }
}

function pathOf(dataDir: string, generation: number): string {
  return join(dataDir, `lock.${generation}`);
}

/** The numbers of the lock files, highest first. */
async function generations(dataDir: string): Promise<readonly number[]> {
  const numbers = (await readdir(dataDir)).map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0));
  return numbers.filter((number) => number > 0).sort((a, b) => b - a);
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function throwIfHeld(dataDir: string, generation: number): Promise<void> {
  const holder = parseRecord(await contentOf(pathOf(dataDir, generation)));
  if (holder !== undefined && (await isAlive(holder))) throw new DataDirInUseError(dataDir, holder.pid);
}

/** Empty when there is no such file (any more): a higher one took its place, which making ours will show. */
async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/** The file stays, without a holder. */
async function release(dataDir: string, generation: number): Promise<void> {
  const free = join(dataDir, `lock-${randomUUID()}`);
  await writeFile(free, '');
  await rename(free, pathOf(dataDir, generation));
}
