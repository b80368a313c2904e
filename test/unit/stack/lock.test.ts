import { describe, expect, it } from '@jest/globals';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataDirInUseError, lockDataDir } from '../../../stack/lock';
import { withTemporaryDir } from './temporary';

/** A lock whose process is gone: the pid is alive (our own), but it is not the process that began then. */
const staleLock = JSON.stringify({ name: 'aftercare', pid: process.pid, start: 'an-earlier-boot/1' });

describe('the lock of a data directory', () => {
  it('refuses a second run and names the process of the first', async () => {
    await withTemporaryDir(async (dir) => {
      const lock = await lockDataDir(dir);
      await expect(lockDataDir(dir)).rejects.toMatchObject({
        pid: process.pid,
      } satisfies Partial<DataDirInUseError>);
      await expect(lockDataDir(dir)).rejects.toThrow(
        `${dir} is in use by another run (process ${process.pid})`,
      );
      await lock.release();
    });
  });

  it('is free again after its release', async () => {
    await withTemporaryDir(async (dir) => {
      await (await lockDataDir(dir)).release();
      await (await lockDataDir(dir)).release();
      expect(await readdir(dir)).toEqual(['lock.2']);
    });
  });

  it.each([
    ['of a killed run', staleLock],
    ['cut short by a crash', '{"pid":'],
  ])('is taken over when it is one %s', async (_, content) => {
    await withTemporaryDir(async (dir) => {
      await writeFile(join(dir, 'lock.7'), content);
      const lock = await lockDataDir(dir);
      await expect(lockDataDir(dir)).rejects.toMatchObject({ pid: process.pid });
      await lock.release();
    });
  });

  it('goes to exactly one of many that find a stale one at once', async () => {
    await withTemporaryDir(async (dir) => {
      await writeFile(join(dir, 'lock.7'), staleLock);
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dir)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await readdir(dir)).toEqual(['lock.8']);
    });
  });
});
