import { describe, expect, it } from '@jest/globals';
import { access, mkdir, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresBinaries, restoreSymlinks } from '../../../stack/postgres-binaries';
import { withTemporaryDir } from './temporary';

describe('the PostgreSQL that npm installed', () => {
  it('is there for this machine', async () => {
    const { initdb, postgres } = await postgresBinaries();
    await expect(Promise.all([access(initdb), access(postgres)])).resolves.toBeDefined();
  });

  it('gets the links of its libraries when npm ran no install scripts, and keeps those it has', async () => {
    await withTemporaryDir(async (dir) => {
      const native = join(dir, 'native');
      await mkdir(join(native, 'lib'), { recursive: true });
      await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'the library');
      const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
      await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
      await restoreSymlinks(native);
      await restoreSymlinks(native);
      expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    });
  });
});
