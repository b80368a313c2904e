import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { anyFreePort, choosePort, demandPort, isPortFree, PortTakenError } from '../../../stack/ports';

/** Keeps a port taken while `use` runs. */
async function whileTaken(host: string, use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  try {
    await use(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('ports', () => {
  it('takes the preferred port without a word when it is free', async () => {
    const notices: string[] = [];
    const free = await anyFreePort();
    expect(await choosePort(free, { what: 'PostgreSQL', notice: (line) => notices.push(line) })).toBe(free);
    expect(notices).toEqual([]);
  });

  it('gives a free one that no outgoing connection is given meanwhile', async () => {
    for (const port of await Promise.all(Array.from({ length: 20 }, anyFreePort))) {
      expect(port).toBeLessThan(32_768);
      expect(await isPortFree(port)).toBe(true);
    }
  });

  it.each(['127.0.0.1', '0.0.0.0'])(
    'moves, and says so, when the preferred port is taken on %s',
    async (host) => {
      await whileTaken(host, async (port) => {
        const notices: string[] = [];
        const chosen = await choosePort(port, { what: 'PostgreSQL', notice: (line) => notices.push(line) });
        expect(chosen).not.toBe(port);
        expect(await isPortFree(chosen)).toBe(true);
        expect(notices).toEqual([`Port ${port} is taken: PostgreSQL is on ${chosen} instead`]);
      });
    },
  );

  it('passes over a port that is free but promised to another server', async () => {
    const free = await anyFreePort();
    const chosen = await choosePort(free, { what: 'Temporal', notice: () => undefined, exclude: [free] });
    expect(chosen).not.toBe(free);
  });

  it('refuses a port asked for by number that is taken, and names who has it', async () => {
    await whileTaken('127.0.0.1', async (port) => {
      const refusal = demandPort(port, 'the API');
      await expect(refusal).rejects.toThrow(PortTakenError);
      await expect(refusal).rejects.toThrow(`Port ${port}, asked for by number for the API, is taken by`);
      await expect(refusal).rejects.toThrow(`process ${process.pid}`);
    });
  });

  it('gives a port asked for by number that is free', async () => {
    const free = await anyFreePort();
    expect(await demandPort(free, 'the API')).toBe(free);
  });
});
