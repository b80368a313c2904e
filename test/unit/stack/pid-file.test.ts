import { describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pidFileOf, stopLeftovers, writePidFile } from '../../../stack/pid-file';
import { identify, isAlive, type ProcessIdentity } from '../../../stack/process-identity';
import { withTemporaryDir } from './temporary';

/** A process that would run for a minute, as an earlier run might have left it. */
async function aLeftover(): Promise<{ child: ChildProcess; identity: ProcessIdentity }> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore', detached: true });
  const identity = await identify(child.pid ?? 0);
  if (identity === undefined) throw new Error('sleep did not start');
  return { child, identity };
}

describe('pid files', () => {
  it('lead to what an earlier run left, which is stopped', async () => {
    await withTemporaryDir(async (dir) => {
      const { identity } = await aLeftover();
      await writePidFile(pidFileOf(dir, 'worker'), { name: 'worker', ...identity });
      const said: string[] = [];
      await stopLeftovers(dir, (line) => said.push(line));
      expect(await isAlive(identity)).toBe(false);
      expect(said).toEqual([`stopping worker (process ${identity.pid}), left over from an earlier run`]);
      expect(await readdir(join(dir, 'pids'))).toEqual([]);
    });
  });

  it('do no harm to a program that was given the pid of a service that is gone', async () => {
    await withTemporaryDir(async (dir) => {
      const { child, identity } = await aLeftover();
      await writePidFile(pidFileOf(dir, 'worker'), {
        name: 'worker',
        pid: identity.pid,
        start: 'an-earlier-boot/1',
      });
      await stopLeftovers(dir, () => undefined);
      expect(await isAlive(identity)).toBe(true);
      child.kill('SIGKILL');
    });
  });

  it('may be missing altogether, as at the first start', async () => {
    await withTemporaryDir(async (dir) => {
      await expect(stopLeftovers(dir, () => undefined)).resolves.toBeUndefined();
    });
  });
});
