import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the servers these tests need are kept between runs. */
export const cacheDir = join(homedir(), '.cache', 'aftercare');

/** Runs `use` with a directory of its own and removes it after. */
export async function withTemporaryDir(use: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'aftercare-test-'));
  try {
    await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
