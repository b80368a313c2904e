import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { connectDatabase } from '../../platform/database';
import { createLogger } from '../../platform/logger';
import { createPartsClient } from '../../systems/parts/client';
import { buildPartsServer } from '../../systems/parts/server';
import { SystemUnavailable } from '../../systems/shared/errors';
import { startEmbedded, TOKEN } from './embedded';
import { AT } from './parts-fixture';

describe('server of a system', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  /** A server whose database is away, with what it logs. */
  const withoutDatabase = async (token = TOKEN) => {
    const prisma = connectDatabase('postgresql://nobody:secret-word@127.0.0.1:1/nothing');
    const logged: string[] = [];
    const logger = createLogger('parts', 'info', { write: (line: string) => void logged.push(line) });
    cleanups.push(() => prisma.$disconnect());
    const app = await buildPartsServer({ prisma, token, logger });
    cleanups.unshift(() => app.close());
    return { baseUrl: await app.listen({ host: '127.0.0.1', port: 0 }), logged };
  };

  it('is healthy but not ready where its database is away', async () => {
    const { baseUrl } = await withoutDatabase();
    expect((await request(`${baseUrl}/healthz`)).statusCode).toBe(200);
    const ready = await request(`${baseUrl}/readyz`);
    expect(ready.statusCode).toBe(503);
    expect(await ready.body.json()).toMatchObject({ code: 'SYSTEM.NOT_READY' });
  });

  it('refuses what cannot be read as a problem: a name twice, another charset, bytes that are no UTF-8', async () => {
    const { baseUrl } = await withoutDatabase();
    const post = async (body: string | Buffer, contentType = 'application/json') => {
      const headers = {
        authorization: `Bearer ${TOKEN}`,
        'idempotency-key': 'a:end',
        'content-type': contentType,
      };
      const answer = await request(`${baseUrl}/v1/reservations/a/release`, { method: 'POST', headers, body });
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      await answer.body.dump();
      return answer.statusCode;
    };
    expect(await post(`{"at":"${AT}","at":"${AT}"}`)).toBe(400);
    expect(await post(`{"at":"${AT}"}`, 'application/json; charset=gbk')).toBe(415);
    expect(await post(Buffer.from([0x7b, 0xff, 0x7d]))).toBe(400);
  });

  it('answers a failure of its own as a problem that tells nothing of its inside, and logs it', async () => {
    const { baseUrl, logged } = await withoutDatabase();
    const response = await request(`${baseUrl}/v1/reservations/a/release`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'idempotency-key': 'a:end',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ at: AT }),
    });
    expect(response.statusCode).toBe(500);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    const text = await response.body.text();
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'SYSTEM.FAILED', params: {}, errors: [] });
    expect(text).not.toContain('127.0.0.1');
    expect(logged.join('')).toContain('request failed');
    expect(logged.join('')).not.toContain(TOKEN);
  });

  it('logs one line a request, what was asked and how it was answered; nothing of who asks whether it is well', async () => {
    const { baseUrl, logged } = await withoutDatabase();
    logged.splice(0);
    await (await request(`${baseUrl}/healthz`)).body.dump();
    await (await request(`${baseUrl}/v1/parts/PCB-A?x=1`)).body.dump();
    while (logged.length === 0) await sleep(10);
    expect(logged.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({
        msg: 'request',
        method: 'GET',
        route: '/v1/parts/:partNumber',
        statusCode: 401,
        code: 'AUTH.TOKEN_INVALID',
        ms: expect.any(Number),
      }),
    ]);
  });

  it('is not built with a token that can be guessed', async () => {
    await expect(withoutDatabase('')).rejects.toThrow('at least 16 characters');
  });

  it('finishes the requests under way before it closes', async () => {
    const embedded = await startEmbedded(buildPartsServer);
    const other = connectDatabase(embedded.databaseUrl);
    const client = createPartsClient({ baseUrl: embedded.baseUrl, token: TOKEN, timeoutMs: 20_000 });
    const release = { key: 'closing:end', reservationId: 'closing', at: AT };

    const { underWay, closing } = await other.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "parts"."stock_reservation" IN EXCLUSIVE MODE`;
      const underWay = client.release(release);
      // The locks of every database of the server are listed: other tests wait for locks as well.
      const waiting = () => tx.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"parts"."stock_reservation"'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      while ((await waiting()).length === 0) await sleep(10);
      return { underWay, closing: embedded.closeServer() };
    });
    expect(await underWay).toEqual({ id: 'closing', state: 'released', returned: [] });
    await closing;
    await expect(client.release(release)).rejects.toThrow(SystemUnavailable);
    await client.close();
    await other.$disconnect();
    await embedded.stop();
  });
});
