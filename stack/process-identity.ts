import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { systemErrorCode } from './errors';

const run = promisify(execFile);

/**
 * A pid alone does not name a process: the kernel hands it out again. `start` is the moment the process began, in
 * whatever words the system has for it, and the two together name one process for as long as the machine is up.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly start: string;
}

/** The identity of a live process; undefined when there is none with that pid (a zombie counts as gone). */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const start = process.platform === 'linux' ? await startOnLinux(pid) : await startByPs(pid);
  return start === undefined ? undefined : { pid, start };
}

/** True while exactly that process lives; false once it is gone, even if its pid was given to another one. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.start === identity.start;
}

/** Waits until that process is gone. False when it still lives after `timeoutMs`. */
export async function waitUntilGone(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (await isAlive(identity)) {
    if (Date.now() >= until) return false;
    await sleep(50);
  }
  return true;
}

/** Waits until a dead process has been collected by its parent. False where its pid is still taken after `timeoutMs`. */
export async function isCollected(pid: number, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (isPidTaken(pid)) {
    if (Date.now() >= until) return false;
    await sleep(50);
  }
  return true;
}

function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ESRCH') return false;
    if (code === 'EPERM') return true;
    throw error;
  }
}

export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly graceMs: number;
}

/** Sends the signals one after the other until the process is gone. False when it outlived all of them. */
export async function stopProcess(identity: ProcessIdentity, steps: readonly StopStep[]): Promise<boolean> {
  for (const step of steps) {
    if (!(await isAlive(identity))) return true;
    sendSignal(identity.pid, step.signal);
    if (await waitUntilGone(identity, step.graceMs)) return true;
  }
  return false;
}

/** Sends a signal; a process that is gone already is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}

/** Field 22 of /proc/PID/stat (clock ticks since boot), with the boot it counts from: proc(5). */
async function startOnLinux(pid: number): Promise<string | undefined> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The program's name stands in parentheses and may hold spaces: the fields begin after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (ticks === undefined || state === 'Z' || state === 'X') return undefined;
    return `${boot.trim()}/${ticks}`;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

async function startByPs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
    const [state, ...start] = stdout.trim().split(/\s+/);
    return state === undefined || state.startsWith('Z') || start.length === 0 ? undefined : start.join(' ');
  } catch (error) {
    // ps exits with 1, and says nothing, when no process has that pid.
    if (error instanceof Error && 'code' in error && error.code === 1) return undefined;
    throw error;
  }
}
