import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { unconnected } from '../../cli/unconnected';
import { buildFinanceServer } from '../../systems/finance/server';
import { buildPartsServer } from '../../systems/parts/server';
import { buildWorkerOperations } from '../../worker/operations';
import { bodyOf, HALF_SENT, sentRaw } from '../support/raw-http';

const TOKEN = 'a-token-of-these-tests';
const SERVERS = ['parts', 'finance', 'worker'] as const;
/** Where each takes a body; a worker takes none. */
const WRITES = { parts: '/v1/reservations', finance: '/v1/entries', worker: '/metrics' } as const;

describe('a request that is sent half is given up', () => {
  const ports = new Map<string, number>();
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const { close, database, logger, processes } = unconnected();
    const system = { prisma: database, token: TOKEN, logger, requestTimeoutMs: 300 };
    const servers = {
      parts: await buildPartsServer(system),
      finance: await buildFinanceServer(system),
      worker: buildWorkerOperations({
        logger,
        database,
        processes,
        coreMetricsAddress: '127.0.0.1:1',
        isRunning: () => true,
        registry: new Registry(),
        requestTimeoutMs: 300,
      }),
    };
    for (const name of SERVERS) {
      const server = servers[name];
      ports.set(name, Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port));
      ends.push(() => server.close());
    }
    ends.push(close);
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  const cases = SERVERS.flatMap((name) => HALF_SENT.map(([what, part]) => [name, what, part] as const));
  it.each(cases)('at %s: %s', async (name, _, part) => {
    const sent = part
      .replace('/v1/login', WRITES[name])
      .replace('host: a', `host: a\r\nauthorization: Bearer ${TOKEN}`);
    const answer = await sentRaw(ports.get(name) ?? 0, sent);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(bodyOf(answer)).toMatchObject({ status: 408 });
  });

  it.each(SERVERS)('at %s, and no HTTP at all is refused', async (name) => {
    expect(await sentRaw(ports.get(name) ?? 0, 'hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});
