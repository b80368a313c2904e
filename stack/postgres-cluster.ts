import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { StackError, systemErrorCode } from './errors';
import type { PostgresBinaries } from './postgres-binaries';
import { launchAs, type ServerUser } from './postgres-user';
import { identify, isCollected, stopProcess, type StopStep } from './process-identity';
import type { WriteLine } from './progress';
import { runTool, runToolOrThrow } from './run-tool';

/** The superuser of a cluster made here. */
export const superuser = 'aftercare';

/**
 * SIGINT is PostgreSQL's fast shutdown (clients are disconnected, everything is written), SIGQUIT the immediate one
 * (recovery at the next start). Even SIGKILL loses nothing that was committed.
 */
export const postgresStop: readonly StopStep[] = [
  { signal: 'SIGINT', graceMs: 30_000 },
  { signal: 'SIGQUIT', graceMs: 10_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];

/** The first process of a machine collects dead children at once or within a few seconds. */
const COLLECTED_WITHIN_MS = 3_000;

/** `DATA/data` is PostgreSQL's own, `DATA/password` ours (mode 0600). */
export function clusterDirOf(dataDir: string): string {
  return join(dataDir, 'data');
}

/**
 * Makes the cluster unless it is there, and gives the superuser's password. A start that was killed half-way leaves
 * no half-made cluster: it is made beside its place and moved there when whole.
 * The `builtin` locale knows Unicode's letters (for `lower` and patterns) and sorts the same on every machine, which
 * the operating system's locales do not.
 */
export async function ensureCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  // The server's user has to pass through; the password inside is readable by its owner alone.
  if (user !== undefined) await chmod(dataDir, 0o711);
  const clusterDir = clusterDirOf(dataDir);
  if (await exists(join(clusterDir, 'PG_VERSION'))) return await readPassword(dataDir);
  const password = randomBytes(24).toString('hex');
  const draft = `${clusterDir}.new`;
  const passwordForInitdb = join(dataDir, 'password.new');
  await rm(draft, { recursive: true, force: true });
  await rm(passwordForInitdb, { force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordForInitdb, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordForInitdb, user.uid, user.gid);
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  locale.push(`--lc-ctype=${await characterLocale()}`);
  const access = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${passwordForInitdb}`];
  const args = [`--pgdata=${draft}`, ...locale, ...access, '--no-instructions'];
  await runToolOrThrow(await launchAs(user, binaries.initdb, args, [dataDir, binaries.root]));
  await rm(passwordForInitdb);
  await writeFile(join(dataDir, 'password'), `${password}\n`, { mode: 0o600 });
  await rename(draft, clusterDir);
  return password;
}

/**
 * Clears what an earlier server left: one that still runs is stopped (its parent was killed), and a postmaster.pid
 * that names some other program is removed, since PostgreSQL would take that program for itself and refuse to start.
 * So is one that names a server which has died and whose parent has not collected it: a container's first process may
 * never do so. PostgreSQL still refuses by its shared memory where a process of the old server lives. One that names
 * no process is PostgreSQL's own business.
 * @throws StackError when the old server does not stop.
 */
export async function clearEarlierServer(clusterDir: string, log: WriteLine): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid');
  const pid = await pidIn(pidFile);
  if (pid === undefined) return;
  const earlier = await identify(pid);
  if (earlier === undefined) {
    if (await isCollected(pid, COLLECTED_WITHIN_MS)) return;
    log(`process ${pid}, named in ${pidFile}, has died: the file is left over and removed`);
    await rm(pidFile, { force: true });
    return;
  }
  if (!(await isPostgresOn(earlier.pid, clusterDir))) {
    log(`process ${earlier.pid}, named in ${pidFile}, is not PostgreSQL: the file is left over and removed`);
    await rm(pidFile, { force: true });
    return;
  }
  log(`stopping PostgreSQL (process ${earlier.pid}), left over from an earlier run`);
  if (!(await stopProcess(earlier, postgresStop))) {
    throw new StackError(
      `PostgreSQL of an earlier run (process ${earlier.pid}) does not stop; end it and try again`,
    );
  }
}

/**
 * pg_trgm and the text search parser of PostgreSQL 18 still ask the operating system what a letter is, whatever the
 * locale provider: with `C` no Chinese word has a trigram.
 */
async function characterLocale(): Promise<string> {
  const result = await runTool({ command: 'locale', args: ['-a'], keepLines: Number.POSITIVE_INFINITY });
  const known = result.kind === 'done' ? result.lines : [];
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => known.includes(name)) ?? 'C';
}

async function readPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'password');
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new StackError(
      `The data in ${clusterDirOf(dataDir)} is there but its password file ${path} is gone: put it back`,
    );
  }
}

/** The first line of postmaster.pid; a minus sign marks a single-user server. */
async function pidIn(pidFile: string): Promise<number | undefined> {
  try {
    const pid = Math.abs(Number.parseInt(await readFile(pidFile, 'utf8'), 10));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A postmaster works in its data directory, and says it on its command line. */
async function isPostgresOn(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const result = await runTool({ command: 'ps', args: ['-ww', '-o', 'command=', '-p', String(pid)] });
    return result.kind === 'done' && result.lines.some((line) => line.includes(clusterDir));
  }
  try {
    const name = (await readFile(`/proc/${pid}/comm`, 'utf8')).trim();
    return name === 'postgres' && (await readlink(`/proc/${pid}/cwd`)) === (await realpath(clusterDir));
  } catch (error) {
    const code = systemErrorCode(error);
    // Gone meanwhile, or of another user, as whom none of ours would run.
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return false;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
