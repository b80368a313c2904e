import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPidFile, writePidFile } from '../../../stack/pid-file';
import { anyFreePort } from '../../../stack/ports';
import { isAlive } from '../../../stack/process-identity';
import { createProgress } from '../../../stack/progress';
import {
  findTemporal,
  startTemporal,
  type TemporalOptions,
  type TemporalServer,
} from '../../../stack/temporal';
import { cacheDir, withTemporaryDir } from './temporary';

const buildMs = 900_000;
const keyword = { AftercareState: 'Keyword' } as const;

async function withClient<T>(server: TemporalServer, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

/** Starts a workflow without a worker, so it stays where it is. */
const begin = (server: TemporalServer) =>
  withClient(server, (client) => client.workflow.start('any', { workflowId: 'case-1', taskQueue: 'nobody' }));

const statusOf = (server: TemporalServer) =>
  withClient(server, async (client) => (await client.workflow.getHandle('case-1').describe()).status.name);

describe("Temporal's local server", () => {
  let executable = '';
  beforeAll(async () => {
    executable = await findTemporal(createProgress(console.info), cacheDir);
  }, buildMs);

  async function withTemporal(
    changes: Partial<TemporalOptions>,
    use: (server: TemporalServer, said: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const said: string[] = [];
    const server = await startTemporal({ executable, log: (line) => said.push(line), ...changes });
    try {
      await use(server, said);
    } finally {
      await server.stop();
    }
  }

  it('keeps its workflows over a stop, and takes new search attributes', async () => {
    await withTemporaryDir(async (dir) => {
      const dataFile = join(dir, 'temporal.db');
      await withTemporal({ dataFile }, async (server) => {
        await begin(server);
      });
      await withTemporal({ dataFile, searchAttributes: keyword }, async (server) => {
        expect(await statusOf(server)).toBe('RUNNING');
        const { customAttributes } = await withClient(server, (client) =>
          client.connection.operatorService.listSearchAttributes({ namespace: 'default' }),
        );
        expect(Object.keys(customAttributes)).toContain('AftercareState');
      });
    });
  });

  it('comes back by itself with its workflows when it is killed', async () => {
    await withTemporaryDir(async (dir) => {
      await withTemporal({ dataFile: join(dir, 'temporal.db') }, async (server, said) => {
        await begin(server);
        server.kill();
        while (!said.some((line) => line.startsWith('Temporal is back'))) await sleep(20);
        expect(await statusOf(server)).toBe('RUNNING');
      });
    });
  });

  it('is stopped first when one from an earlier run still has the data file', async () => {
    await withTemporaryDir(async (dir) => {
      const dataFile = join(dir, 'temporal.db');
      await withTemporal({ dataFile, restart: false }, async (leftover) => {
        await begin(leftover);
        const record = await readPidFile(`${dataFile}.pid`);
        if (record === undefined) throw new Error('no pid file');
        await withTemporal({ dataFile }, async (server, said) => {
          expect(await isAlive(record)).toBe(false);
          expect(said[0]).toBe(`stopping Temporal (process ${record.pid}), left over from an earlier run`);
          expect(await statusOf(server)).toBe('RUNNING');
        });
      });
    });
  });

  it('refuses a data file that another process has open, when no pid file tells that it is a leftover', async () => {
    await withTemporaryDir(async (dir) => {
      const dataFile = join(dir, 'temporal.db');
      await withTemporal({ dataFile }, async (other) => {
        await writePidFile(`${dataFile}.pid`, {
          name: 'Temporal',
          pid: process.pid,
          start: 'an-earlier-boot/1',
        });
        await expect(startTemporal({ executable, dataFile, log: () => undefined })).rejects.toThrow(
          `${dataFile} is in use by process ${other.pid ?? 0}`,
        );
      });
    });
  });

  it('shows its web UI on the port it is given', async () => {
    const uiPort = await anyFreePort();
    await withTemporal({ uiPort }, async ({ uiUrl }) => {
      expect(uiUrl).toBe(`http://127.0.0.1:${uiPort}`);
      expect((await fetch(uiUrl ?? '')).status).toBe(200);
    });
  });
});
