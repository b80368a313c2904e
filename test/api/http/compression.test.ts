import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyApi } from '../../support/reading';
import { SAMPLE_PASSWORD } from '../../../cli/sample/sample-day';
import { signIn, type TestApi } from '../../support/api';

const UNPACKED = { br: brotliDecompressSync, gzip: gunzipSync } as const;

describe('answers are compressed', () => {
  let api: TestApi;
  let authorization: string;
  beforeAll(async () => {
    api = await companyApi();
    authorization = `Bearer ${await signIn(api.app, 'zhou.huaijin')}`;
  });
  afterAll(() => api.close());

  const ask = (url: string, accepted: string, headers: Readonly<Record<string, string>> = {}) =>
    api.app.inject({ url, headers: { authorization, 'accept-encoding': accepted, ...headers } });

  it.each(['br', 'gzip'] as const)('for those who accept %s, to a part of their size', async (encoding) => {
    const plain = await ask('/v1/customers?limit=100', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const small = await ask('/v1/customers?limit=100', encoding);
    expect(small.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': plain.headers['content-type'],
      vary: expect.stringMatching(/accept-encoding/i),
      'cache-control': 'no-store',
    });
    expect(UNPACKED[encoding](small.rawPayload).toString()).toBe(plain.body);
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  });

  it('as files of lists too', async () => {
    const csv = { accept: 'text/csv' };
    const [plain, small] = [
      await ask('/v1/customers', 'identity', csv),
      await ask('/v1/customers', 'gzip', csv),
    ];
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(String(small.headers.vary)).toMatch(/accept\b.*accept-encoding/i);
    expect(gunzipSync(small.rawPayload).toString()).toBe(plain.body);
  });

  it('but small ones and those that nothing is accepted for', async () => {
    expect((await ask('/v1/nothing', 'gzip')).headers['content-encoding']).toBeUndefined();
    expect((await ask('/v1/codes', 'zstd')).headers['content-encoding']).toBeUndefined();
    const unasked = await api.app.inject({ url: '/v1/codes', headers: { authorization } });
    expect(unasked.headers['content-encoding']).toBeUndefined();
  });

  it('never where they carry a secret of the session', async () => {
    const login = await api.app.inject({
      method: 'POST',
      url: '/v1/login',
      headers: { 'accept-encoding': 'br, gzip' },
      payload: { login: 'zhou.huaijin', password: SAMPLE_PASSWORD },
    });
    const me = await ask('/v1/me', 'br, gzip');
    // Large enough: the routes themselves keep it from being compressed.
    expect(login.rawPayload.length).toBeGreaterThan(300);
    expect(me.rawPayload.length).toBeGreaterThan(1_024);
    for (const { statusCode, headers } of [login, me])
      expect([statusCode, headers['content-encoding']]).toEqual([200, undefined]);
  });

  it('and a tag of what was read holds for it compressed', async () => {
    const first = await ask('/v1/codes', 'br');
    expect(first.headers['content-encoding']).toBe('br');
    const again = await ask('/v1/codes', 'br', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  });

  it('and files of the pages come as they were compressed when built', async () => {
    const document = await ask('/', 'identity', { accept: 'text/html' });
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(document.body)?.[1] ?? '';
    const [plain, small] = [await ask(script, 'identity'), await ask(script, 'gzip, deflate, br')];
    expect(small.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': plain.headers['content-type'],
    });
    expect(brotliDecompressSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  it('a body that comes compressed is refused as ever', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/login',
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(answer.json()).toMatchObject({ code: 'REQUEST.ENCODING_UNSUPPORTED' });
  });
});
