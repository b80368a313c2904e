import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StackError, systemErrorCode } from './errors';
import { isAlive, stopProcess, type ProcessIdentity, type StopStep } from './process-identity';
import type { WriteLine } from './progress';
import { politeStop } from './service-spec';

/** Record of a running service, from which the next start finds the processes of a killed one. */
export interface PidRecord extends ProcessIdentity {
  readonly name: string;
}

/** The pid file of a service: `DATA/pids/NAME.pid`. */
export function pidFileOf(dataDir: string, name: string): string {
  return join(dataDir, 'pids', `${name}.pid`);
}

/** Writes the record in one step: a reader finds the old one or the new one, never half of one. */
export async function writePidFile(path: string, record: PidRecord): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify({ name: record.name, pid: record.pid, start: record.start })}\n`);
  await rename(draft, path);
}

export async function removePidFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** The record of a pid file; undefined when there is none, or it was cut short by a crash of the machine. */
export async function readPidFile(path: string): Promise<PidRecord | undefined> {
  try {
    return parseRecord(await readFile(path, 'utf8'));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Stops the process a pid file names, if it is still that very process, and removes the file. A pid that meanwhile
 * belongs to another program is left alone.
 * @throws StackError when it cannot be stopped: starting a second one beside it could harm the data.
 */
export async function stopLeftover(
  path: string,
  log: WriteLine,
  steps: readonly StopStep[] = politeStop,
): Promise<void> {
  const record = await readPidFile(path);
  if (record !== undefined && (await isAlive(record))) {
    log(`stopping ${record.name} (process ${record.pid}), left over from an earlier run`);
    if (!(await stopProcess(record, steps))) {
      throw new StackError(
        `${record.name} of an earlier run (process ${record.pid}) does not stop; end it and try again`,
      );
    }
  }
  await removePidFile(path);
}

/** As {@link stopLeftover}, for every pid file under `DATA/pids`. */
export async function stopLeftovers(dataDir: string, log: WriteLine): Promise<void> {
  const names = await readdir(join(dataDir, 'pids')).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.pid'));
  await Promise.all(files.map((name) => stopLeftover(join(dataDir, 'pids', name), log)));
}

/** Reads what {@link writePidFile} wrote; undefined for anything else. */
export function parseRecord(text: string): PidRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('pid' in value && 'start' in value && 'name' in value)) return undefined;
  const { name, pid, start } = value;
  if (typeof name !== 'string' || typeof pid !== 'number' || typeof start !== 'string') return undefined;
  return { name, pid, start };
}
