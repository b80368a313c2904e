import { Connection } from '@temporalio/client';
import { mkdir, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError, systemErrorCode } from './errors';
import { stopLeftover } from './pid-file';
import { processesHolding } from './port-owner';
import { anyFreePort, isAnswered } from './ports';
import type { Stoppable } from './processes';
import type { WriteLine } from './progress';
import { listenerIn } from './restart-lines';
import { ensureSearchAttributes, type SearchAttributes } from './search-attributes';
import { spawnService } from './service';
import type { ReadyCheck, RestartListener } from './service-spec';

export { findTemporal } from './temporal-find';

export { ensureSearchAttributes, type SearchAttributes } from './search-attributes';

export interface TemporalOptions extends RestartListener {
  /** From `findTemporal`. */
  readonly executable: string;
  /** The SQLite file the server keeps its state in; in memory when left out. */
  readonly dataFile?: string;
  /** On 127.0.0.1; any free one when left out. */
  readonly port?: number;
  /** Port of the web UI; without it no UI is started. */
  readonly uiPort?: number;
  readonly namespace?: string;
  /** Registered in the namespace unless they are there. */
  readonly searchAttributes?: SearchAttributes;
  /** Where the web UI has encrypted payloads decoded. */
  readonly uiCodecEndpoint?: string;
  /** Further arguments of `temporal server start-dev`. */
  readonly extraArgs?: readonly string[];
  /** One JSON object a line, as the server logs, and the few plain lines it greets with. */
  readonly log: WriteLine;
  /** Default true: a server that ends unexpectedly is started again on the same ports. */
  readonly restart?: boolean;
  readonly signal?: AbortSignal;
}

export interface TemporalServer extends Stoppable {
  readonly address: string;
  readonly uiUrl: string | undefined;
  readonly pid: number | undefined;
  kill(): void;
}

/**
 * Starts Temporal's local server and returns once the namespace can be used. With `dataFile` everything outlives a
 * stop and a SIGKILL (SQLite in WAL mode).
 * @throws StackError with its last lines when it does not start, or when another process has the data file.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { log } = options;
  const namespace = options.namespace ?? 'default';
  const dataFile = options.dataFile === undefined ? undefined : resolve(options.dataFile);
  const pidFile = dataFile === undefined ? undefined : `${dataFile}.pid`;
  const port = options.port ?? (await anyFreePort());
  const address = `127.0.0.1:${port}`;
  const service = await spawnService(
    {
      name: 'Temporal',
      command: options.executable,
      args: serverArgs(options, { namespace, port, dataFile }),
      log,
      ready: (...wait) => untilItServes(port, namespace, options.searchAttributes ?? {}, ...wait),
      restart: options.restart ?? true,
      ...listenerIn(options),
      ...(pidFile === undefined ? {} : { pidFile }),
      beforeStart: async () => {
        if (dataFile === undefined || pidFile === undefined) return;
        await mkdir(dirname(dataFile), { recursive: true });
        await stopLeftover(pidFile, log);
        await refuseIfHeld(dataFile);
      },
    },
    options.signal,
  );
  return {
    name: service.name,
    address,
    uiUrl: options.uiPort === undefined ? undefined : `http://127.0.0.1:${options.uiPort}`,
    get pid() {
      return service.pid;
    },
    stop: () => service.stop(),
    kill: () => service.kill(),
  };
}

interface Place {
  readonly namespace: string;
  readonly port: number;
  readonly dataFile: string | undefined;
}

function serverArgs(options: TemporalOptions, { namespace, port, dataFile }: Place): readonly string[] {
  const { uiPort, uiCodecEndpoint, extraArgs = [] } = options;
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace],
    ...(dataFile === undefined ? [] : ['--db-filename', dataFile]),
    ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
    ...(uiCodecEndpoint === undefined ? [] : ['--ui-codec-endpoint', uiCodecEndpoint]),
    ...['--log-format', 'json', '--log-level', 'warn'],
    // A worker that has room is handed the activities of its own workflow task at once, without asking for each.
    ...['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
    ...extraArgs,
  ];
}

/** Two servers on one SQLite file would ruin it. A pid file can be lost; who has the file open cannot lie. */
async function refuseIfHeld(dataFile: string): Promise<void> {
  const path = await realpath(dataFile).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  const [holder] = path === undefined ? [] : await processesHolding(path);
  if (holder !== undefined)
    throw new StackError(`${dataFile} is in use by process ${holder}: end it and try again`);
}

/** The port answers before the namespace does, so the namespace is asked for. */
async function untilItServes(
  port: number,
  namespace: string,
  searchAttributes: SearchAttributes,
  ...[signal, note]: Parameters<ReadyCheck>
): Promise<void> {
  // gRPC waits a second and more between its tries and keeps trying after its caller gave up: first a plain connection.
  while (!signal.aborted && !(await isAnswered(port))) await sleep(20);
  while (!signal.aborted) {
    try {
      const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: 5_000 });
      try {
        await connection.withDeadline(Date.now() + 5_000, async () => {
          await connection.workflowService.describeNamespace({ namespace });
          await ensureSearchAttributes(connection, namespace, searchAttributes);
        });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      // One of ours says what waiting will not change.
      if (error instanceof StackError) throw error;
      note(error);
      await sleep(100);
    }
  }
}
