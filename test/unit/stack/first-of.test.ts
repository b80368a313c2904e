import { describe, expect, it } from '@jest/globals';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstOf, type Way } from '../../../stack/first-of';
import { usableTemporal } from '../../../stack/temporal-find';
import { withTemporaryDir } from './temporary';

const works = (what: string): Way => [what, () => Promise.resolve(what)];
const fails = (what: string, why: string): Way => [what, () => Promise.reject(new Error(why))];

describe('ways to come by a server', () => {
  it('are tried in order until one works', async () => {
    const ways = [fails('PATH', 'not there'), works('cache'), works('download')];
    expect(await firstOf(ways, 'None.', 'Install one.')).toBe('cache');
  });

  it('are all told, each with its reason, and what would help, when none works', async () => {
    const ways = [fails('PATH', 'not there'), fails('download', 'no network')];
    await expect(firstOf(ways, 'No server.', 'Install one.')).rejects.toThrow(
      'No server. Tried:\n  - PATH: not there\n  - download: no network\nInstall one.',
    );
  });
});

describe('a temporal program', () => {
  it.each([
    ['temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)', undefined],
    ['temporal version 0.12.0 (Server 1.24.2, UI 2.26.2)', 'its server is 1.24, needed is 1.25 or later'],
    ['temporal version 1.18.1', "does not tell its server's version"],
  ])('that says "%s" is judged by its server', async (says, refusal) => {
    await withTemporaryDir(async (dir) => {
      const path = join(dir, 'temporal');
      await writeFile(path, `#!/bin/sh\necho '${says}'\n`);
      await chmod(path, 0o755);
      const judged = usableTemporal(path);
      if (refusal === undefined) expect(await judged).toBe(path);
      else await expect(judged).rejects.toThrow(refusal);
    });
  });

  it('that is missing is said to be', async () => {
    await expect(usableTemporal('/nowhere/temporal')).rejects.toThrow('not there');
  });
});
