import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StackError, systemErrorCode } from './errors';
import { runTool, runToolOrThrow } from './run-tool';

/** The user a PostgreSQL program runs as; undefined is our own. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of the data, or the system's `postgres` user, which
 * is created when missing. As anybody else it runs as that person.
 * @throws StackError when the data belongs to another user.
 */
export async function serverUser(clusterDir: string): Promise<ServerUser | undefined> {
  const self = process.getuid?.();
  const owner = await ownerOf(clusterDir);
  if (self !== 0) {
    if (owner !== undefined && self !== undefined && owner.uid !== self) {
      throw new StackError(
        `${clusterDir} belongs to another user (uid ${owner.uid}): run as that user, or as root`,
      );
    }
    return undefined;
  }
  if (owner !== undefined && owner.uid !== 0) return owner;
  return (await lookUp('postgres')) ?? (await createUser());
}

/** How to run a program as `user`, who has to reach all of `paths`. Messages are in English, whatever the locale. */
export async function launchAs(
  user: ServerUser | undefined,
  program: string,
  args: readonly string[],
  paths: readonly string[],
): Promise<Launch> {
  const line = ['LC_ALL=C', program, ...args];
  if (user === undefined) return { command: 'env', args: line };
  if (await reachesAll(user, paths)) return { command: 'env', args: line, ...user };
  // The project is below /root, which other users may not enter. Rather than open root's home to everyone,
  // this one program may pass through directories: it keeps that capability and is an ordinary user
  // otherwise.
  const capability = await searchCapability();
  const caps = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return { command: 'setpriv', args: [...ids, ...caps, '--', 'env', ...line] };
}

async function ownerOf(path: string): Promise<ServerUser | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  const uid = await runTool({ command: 'id', args: ['-u', name] });
  const gid = await runTool({ command: 'id', args: ['-g', name] });
  if (uid.kind !== 'done' || gid.kind !== 'done') return undefined;
  return { uid: Number(uid.lines[0]), gid: Number(gid.lines[0]) };
}

async function createUser(): Promise<ServerUser> {
  await runToolOrThrow({
    command: 'useradd',
    args: ['--system', '--user-group', '--no-create-home', 'postgres'],
  });
  const user = await lookUp('postgres');
  if (user === undefined) throw new StackError('The user postgres was created but cannot be found');
  return user;
}

async function reachesAll(user: ServerUser, paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    for (let dir = path; dir !== dirname(dir); dir = dirname(dir)) {
      const { uid, gid, mode } = await stat(dir);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
  }
  return true;
}

/** capabilities(7): CAP_DAC_READ_SEARCH is 2, CAP_DAC_OVERRIDE (all that Docker's root has of the two) is 1. */
async function searchCapability(): Promise<'dac_read_search' | 'dac_override'> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  if ((effective & 4n) !== 0n) return 'dac_read_search';
  if ((effective & 2n) !== 0n) return 'dac_override';
  throw new StackError(
    'PostgreSQL does not run as root, and the user it runs as cannot enter this directory: put the project where others may enter, or run as an ordinary user',
  );
}
