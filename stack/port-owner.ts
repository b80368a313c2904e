import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { runTool } from './run-tool';

/** `process 4711 (postgres)`, or `another program` where the system does not tell. */
export async function describePortOwner(port: number): Promise<string> {
  const pid = process.platform === 'linux' ? await ownerOnLinux(port) : await ownerByLsof(port);
  if (pid === undefined) return 'another program';
  const name = await nameOf(pid);
  return name === undefined ? `process ${pid}` : `process ${pid} (${name})`;
}

/** The processes that have `file` open, where the system shows them (Linux; one's own, or all as root). */
export async function processesHolding(file: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  return await processesWithOpen((target) => target === file);
}

/** /proc/net/tcp lists listening sockets (state 0A) with their inode, /proc/PID/fd who has that inode open: proc(5). */
async function ownerOnLinux(port: number): Promise<number | undefined> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(table, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (local?.endsWith(wanted) === true && state === '0A' && inode !== undefined) inodes.add(inode);
    }
  }
  if (inodes.size === 0) return undefined;
  const owners = await processesWithOpen((target) => {
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    return inode !== undefined && inodes.has(inode);
  });
  return owners[0];
}

async function processesWithOpen(matches: (target: string) => boolean): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      // Another user's process, or one that just ended, is unreadable: the owner of the port then stays
      // unknown.
      const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
      for (const fd of descriptors) {
        if (matches(await readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''))) return [Number(pid)];
      }
      return [];
    }),
  );
  return found.flat();
}

async function ownerByLsof(port: number): Promise<number | undefined> {
  const result = await runTool({ command: 'lsof', args: ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'] });
  const pid = result.kind === 'done' ? Number(result.lines[0]) : Number.NaN;
  return Number.isInteger(pid) ? pid : undefined;
}

async function nameOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    return name.trim() === '' ? undefined : name.trim();
  }
  const result = await runTool({ command: 'ps', args: ['-o', 'comm=', '-p', String(pid)] });
  return result.kind === 'done' && result.lines[0] !== undefined ? basename(result.lines[0]) : undefined;
}
