import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPartsClient } from '../../systems/parts/client';
import { SystemRefusal, SystemUnavailable } from '../../systems/shared/errors';
import { problemOf } from '../../systems/shared/problem';
import { aReservation } from './parts-fixture';

const request = aReservation([{ partNumber: 'PCB-1', quantity: 1 }]);
const reservation = { id: request.key, reference: request.reference, state: 'reserved', picks: [] };

describe('client of a system', () => {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  const listening = async (answer: RequestListener): Promise<Server> => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(
      () => server.close(),
      () => server.closeAllConnections(),
    );
    return server;
  };
  const portOf = (server: Server): number => {
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === 'string')
      throw new Error('The server does not listen on a port.');
    return address.port;
  };
  const clientOf = (baseUrl: string, timeoutMs = 5_000) => {
    const client = createPartsClient({ baseUrl, token: 'a-token-of-the-client-tests', timeoutMs });
    cleanups.push(() => client.close());
    return client;
  };
  /** Result of the client for one answer. */
  const answered = async (status: number, body: unknown): Promise<unknown> => {
    const server = await listening((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    return clientOf(`http://127.0.0.1:${portOf(server)}`)
      .reserve(request)
      .catch((error: unknown) => error);
  };

  it('sends token, key and body, below the path of its base address', async () => {
    const seen: unknown[] = [];
    const server = await listening((incoming, response) => {
      let text = '';
      incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
      incoming.on('end', () => {
        const { authorization, 'idempotency-key': key } = incoming.headers;
        const body: unknown = JSON.parse(text);
        seen.push({ method: incoming.method, url: incoming.url, authorization, key, body });
        response.end(JSON.stringify({ id: 'a', state: 'released', returned: [] }));
      });
    });
    const { at } = request;
    await clientOf(`http://127.0.0.1:${portOf(server)}/erp`).release({
      key: 'k:1',
      reservationId: 'case:1:0',
      at,
    });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/erp/v1/reservations/case%3A1%3A0/release',
        authorization: 'Bearer a-token-of-the-client-tests',
        key: 'k:1',
        body: { at },
      },
    ]);
  });

  it('gives the answer where it follows the contract', async () => {
    expect(await answered(201, reservation)).toEqual(reservation);
  });

  it('tells a refusal with its code, values and pointers', async () => {
    const errors = [{ pointer: '#/lines/0', detail: 'none left' }];
    const refusal = await answered(
      422,
      problemOf(422, 'PARTS.OUT_OF_STOCK', 'None left.', { available: 0 }, errors),
    );
    expect(refusal).toBeInstanceOf(SystemRefusal);
    expect(refusal).toMatchObject({
      system: 'parts',
      code: 'PARTS.OUT_OF_STOCK',
      status: 422,
      params: { available: 0 },
      errors,
    });
  });

  it.each([
    ['a failure of the system', 500, problemOf(500, 'SYSTEM.FAILED', 'Failed.')],
    ['a failure before the system', 502, '<html>Bad gateway</html>'],
    ['a token that is not taken', 401, problemOf(401, 'AUTH.TOKEN_INVALID', 'Send the token.')],
    ['a queue that is full', 429, problemOf(429, 'REQUEST.INVALID', 'Too many.')],
    ['a route that an older server lacks', 404, problemOf(404, 'ROUTE.UNKNOWN', 'No such route.')],
    ['a refusal that is no problem of ours', 404, { message: 'Not found' }],
    ['a success that is no JSON', 200, 'OK'],
    ['a success that breaks the contract', 201, { ...reservation, state: 'perhaps' }],
    ['an empty success', 204, ''],
    ['a redirection', 302, ''],
  ])('takes %s as no answer, to be asked again', async (_circumstance, status, body) => {
    const error = await answered(status, body);
    expect(error).toBeInstanceOf(SystemUnavailable);
    expect(error).toMatchObject({ system: 'parts' });
  });

  it('gives up on a system that does not answer in time, or stops in the middle', async () => {
    const silent = await listening(() => undefined);
    await expect(clientOf(`http://127.0.0.1:${portOf(silent)}`, 100).reserve(request)).rejects.toThrow(
      SystemUnavailable,
    );
    const halting = await listening((_request, response) => response.writeHead(200).write('{"id":'));
    await expect(clientOf(`http://127.0.0.1:${portOf(halting)}`, 100).reserve(request)).rejects.toThrow(
      SystemUnavailable,
    );
  });

  it('gives up on an answer that is too large', async () => {
    expect(await answered(200, 'x'.repeat(5 * 1024 * 1024))).toBeInstanceOf(SystemUnavailable);
  });

  it('takes a system that is away as no answer', async () => {
    const server = await listening(() => undefined);
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(clientOf(`http://127.0.0.1:${port}`).reserve(request)).rejects.toThrow(SystemUnavailable);
  });
});
