import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from './errors';

const abandonedAfterMs = 24 * 60 * 60 * 1000;

/**
 * Makes something in the cache as a whole or not at all: `build` fills a directory of its own and gives the path in
 * it (a file or a directory) that is to become `CACHE/name`. Two that build at once do not meet; the last one stays.
 */
export async function installInCache(
  cacheDir: string,
  name: string,
  build: (draftDir: string) => Promise<string>,
): Promise<string> {
  await mkdir(cacheDir, { recursive: true });
  await removeAbandoned(cacheDir);
  const draftDir = await mkdtemp(join(cacheDir, '.making-'));
  const target = join(cacheDir, name);
  try {
    const made = await build(draftDir);
    try {
      await rename(made, target);
    } catch (error) {
      // rename(2) does not replace a directory. A faster process installed the same content.
      const code = systemErrorCode(error);
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    }
    return target;
  } finally {
    await rm(draftDir, { recursive: true, force: true });
  }
}

/** True when `path` is there. */
export async function isInCache(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A build that was killed leaves its directory. */
async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.startsWith('.making-')) continue;
    const path = join(cacheDir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
