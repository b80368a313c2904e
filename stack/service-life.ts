import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { messageOf, StackError } from './errors';
import { guardService } from './guard';
import { removePidFile, writePidFile } from './pid-file';
import { identify, type ProcessIdentity, stopProcess } from './process-identity';
import { readiness, whenReady } from './readiness';
import { linesOf } from './service-lines';
import { politeStop, type ServiceExit, type ServiceSpec } from './service-spec';

/** One process of a service, from its start to its end. */
export interface ServiceLife {
  readonly identity: ProcessIdentity;
  readonly startedAt: number;
  readonly exited: Promise<ServiceExit>;
}

/**
 * Starts the process and returns once it is ready; when it does not get there it is stopped again.
 * @throws StackError with its last lines.
 */
export async function beginLife(
  spec: ServiceSpec,
  stopping: AbortSignal,
  onProcess: (identity: ProcessIdentity) => void,
): Promise<ServiceLife> {
  const child = start(spec);
  const exited = exitOf(child);
  const lines = linesOf(child, spec.log);
  const ready = readiness(spec.ready, lines);
  const identity = child.pid === undefined ? undefined : await identify(child.pid);
  if (identity === undefined) {
    throw new StackError(
      [`${spec.name} did not start: ${(await exited).reason}`, ...lines.last()].join('\n'),
    );
  }
  onProcess(identity);
  const life: ServiceLife = { identity, startedAt: Date.now(), exited };
  if (spec.tie !== 'ipc') {
    const guard = guardService(identity, (spec.stopSteps ?? politeStop)[0]?.signal ?? 'SIGTERM');
    void exited.then(() => guard.dismiss());
  }
  try {
    if (spec.pidFile !== undefined) await writePidFile(spec.pidFile, { name: spec.name, ...identity });
    await whenReady({
      name: spec.name,
      ready,
      timeoutMs: spec.readyTimeoutMs ?? 60_000,
      exited,
      stopping,
    });
  } catch (error) {
    await endLife(spec, life);
    throw new StackError([messageOf(error), ...lines.last()].join('\n'), { cause: error });
  }
  return life;
}

/** Stops the process, step by step, and returns when it is gone. @throws StackError when it outlives every step. */
export async function endLife(spec: ServiceSpec, life: ServiceLife): Promise<void> {
  if (!(await stopProcess(life.identity, spec.stopSteps ?? politeStop))) {
    throw new StackError(`${spec.name} (process ${life.identity.pid}) does not stop`);
  }
  await life.exited;
  if (spec.pidFile !== undefined) await removePidFile(spec.pidFile);
}

function start(spec: ServiceSpec): ChildProcess {
  const stdio: StdioOptions =
    spec.tie === 'ipc' ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'];
  return spawn(spec.command, [...spec.args], {
    // A session of its own: the terminal's Ctrl-C reaches us alone, and we stop the services in order.
    detached: true,
    stdio,
    ...(spec.env === undefined ? {} : { env: spec.env }),
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    ...(spec.uid === undefined ? {} : { uid: spec.uid }),
    ...(spec.gid === undefined ? {} : { gid: spec.gid }),
  });
}

function exitOf(child: ChildProcess): Promise<ServiceExit> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, signal: null, reason: error.message }));
    child.on('exit', (code, signal) => {
      const reason = code === null ? `by ${signal ?? 'a signal'}` : `exit code ${code}`;
      resolve({ code, signal, reason });
    });
  });
}
