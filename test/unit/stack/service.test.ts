import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { restartLines, type Service, type ServiceSpec, spawnService } from '../../../stack/processes';
import { withTemporaryDir } from './temporary';
import { pidFileOf, readPidFile } from '../../../stack/pid-file';

/** A service that reports ready and keeps running, by default. */
function aService(script: string, changes: Partial<ServiceSpec> = {}): { spec: ServiceSpec; said: string[] } {
  const said: string[] = [];
  const spec: ServiceSpec = {
    name: 'clerk',
    command: process.execPath,
    args: ['-e', script],
    log: (line) => said.push(line),
    ready: /^ready$/,
    backoff: { firstMs: 10, mostMs: 40, steadyMs: 60_000 },
    ...changes,
  };
  return { spec, said };
}

const stays = "console.log('ready'); setInterval(() => {}, 1000)";

/** Waits for a restart: the service has another process than before. */
async function nextPid(service: Service, before: number | undefined): Promise<number> {
  for (;;) {
    if (service.pid !== undefined && service.pid !== before) return service.pid;
    await sleep(10);
  }
}

describe('a service', () => {
  it('is started again when it dies, and its end is told', async () => {
    const exits: (NodeJS.Signals | null)[] = [];
    const { spec, said } = aService(stays, { onExit: (exit) => exits.push(exit.signal) });
    const service = await spawnService(spec);
    const first = service.pid;
    service.kill();
    await nextPid(service, first);
    expect(service.restarts).toBe(1);
    expect(exits).toEqual(['SIGKILL']);
    expect(said).toContain('clerk ended unexpectedly (by SIGKILL)');
    await service.stop();
    expect(service.pid).toBeUndefined();
  });

  it('has a line on the console where it ended, and one where it is back, for each restart', async () => {
    const console: string[] = [];
    const lines = restartLines('The clerk', (line) => console.push(line), '/logs/clerk.log');
    const { spec } = aService(stays, lines);
    const service = await spawnService(spec);
    for (const times of [1, 2]) {
      service.kill();
      while (console.length < times * 2) await sleep(10);
    }
    await service.stop();
    const ended = 'The clerk ended (by SIGKILL) and is started again; its log is /logs/clerk.log';
    const back = expect.stringMatching(/^The clerk is back after \d+\.\d s$/);
    expect(console).toEqual([ended, back, ended, back]);
  });

  it('that was stopped on purpose has no line', async () => {
    const console: string[] = [];
    const lines = restartLines('The clerk', (line) => console.push(line), '/logs/clerk.log');
    const service = await spawnService(aService(stays, lines).spec);
    await service.stop();
    expect(console).toEqual([]);
  });

  it('is not started again once it was stopped, even while it waits for its restart', async () => {
    const { spec } = aService(stays, { backoff: { firstMs: 3_600_000, mostMs: 3_600_000, steadyMs: 1 } });
    const service = await spawnService(spec);
    service.kill();
    while (service.pid !== undefined) await sleep(10);
    await service.stop();
    expect(service.restarts).toBe(0);
  });

  it('that ends before it is ready fails the start with its last lines', async () => {
    const { spec } = aService("console.error('no such table'); process.exit(3)");
    await expect(spawnService(spec)).rejects.toThrow(
      /clerk ended before it was ready: exit code 3\nno such table/,
    );
  });

  it('that cannot be run at all fails the start', async () => {
    const { spec } = aService('', { command: '/nowhere/clerk' });
    await expect(spawnService(spec)).rejects.toThrow(/clerk did not start: .*ENOENT/);
  });

  it('that is never ready is stopped, and the reason it gave is told', async () => {
    const { spec, said } = aService(
      "process.on('SIGTERM', () => { console.log('leaving'); process.exit() }); setInterval(() => {}, 1000); console.log('up')",
      {
        readyTimeoutMs: 1_000,
        ready: async (signal, note) => {
          note(new Error('refused'));
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
        },
      },
    );
    await expect(spawnService(spec)).rejects.toThrow('clerk was not ready after 1 s: refused');
    expect(said).toContain('leaving');
  });

  it('that ignores SIGTERM is killed after its grace', async () => {
    const { spec } = aService(`process.on('SIGTERM', () => console.log('not I')); ${stays}`, {
      stopSteps: [
        { signal: 'SIGTERM', graceMs: 200 },
        { signal: 'SIGKILL', graceMs: 5_000 },
      ],
    });
    const service = await spawnService(spec);
    await service.stop();
    expect(service.pid).toBeUndefined();
  });

  it('can be called off while it starts', async () => {
    const calledOff = new AbortController();
    const { spec } = aService("console.log('not yet'); setInterval(() => {}, 1000)", {
      log: (line) => {
        if (line === 'not yet') calledOff.abort();
      },
    });
    await expect(spawnService(spec, calledOff.signal)).rejects.toThrow(
      'clerk was stopped while it was starting',
    );
  });

  it('has a pid file as long as it lives', async () => {
    await withTemporaryDir(async (dir) => {
      const pidFile = pidFileOf(dir, 'clerk');
      const { spec } = aService(stays, { pidFile });
      const service = await spawnService(spec);
      expect((await readPidFile(pidFile))?.pid).toBe(service.pid);
      await service.stop();
      expect(await readPidFile(pidFile)).toBeUndefined();
    });
  });
});
