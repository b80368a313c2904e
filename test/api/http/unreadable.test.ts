import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { testApi, type TestApi } from '../../support/api';
import { bodyOf, HALF_SENT, sentRaw } from '../../support/raw-http';
import type { Problem } from '../../support/reading';

describe('what cannot be read is refused as a problem', () => {
  let api: TestApi;
  let port: number;
  const log: string[] = [];
  beforeAll(async () => {
    const settings = { AFTERCARE_REQUEST_TIMEOUT_MS: '1000', AFTERCARE_LOG_LEVEL: 'info' };
    api = await testApi(settings, { logged: (line) => log.push(line) });
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    port = (api.app.server.address() as AddressInfo).port;
  });
  afterAll(() => api.close());

  const post = (payload: string | Buffer, contentType = 'application/json') =>
    api.app.inject({
      method: 'POST',
      url: '/v1/login',
      payload,
      headers: { 'content-type': contentType, 'accept-language': 'en' },
    });

  it.each([
    ['no JSON', '{"login":', 'application/json', 400, 'REQUEST.INVALID'],
    ['nothing', '', 'application/json', 400, 'REQUEST.INVALID'],
    ['a name twice', '{"login":"a","login":"b","password":"c"}', 'application/json', 400, 'REQUEST.INVALID'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json', 400, 'REQUEST.INVALID'],
    ['another charset', '{}', 'application/json; charset=gb18030', 415, 'REQUEST.CHARSET_UNSUPPORTED'],
    ['plain text', 'hello', 'text/plain', 415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE'],
    ['a form', 'login=a', 'application/x-www-form-urlencoded', 415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE'],
    ['too much', `"${'x'.repeat(300_000)}"`, 'application/json', 413, 'REQUEST.TOO_LARGE'],
  ])('%s', async (_, payload, contentType, status, code) => {
    const answer = await post(payload, contentType);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({ status, code });
  });

  it('names the field that stands twice, in the reader’s language', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/login',
      payload: '{"login":"a","password":"b","password":"c"}',
      headers: { 'content-type': 'application/json', 'accept-language': 'zh' },
    });
    expect(answer.json()).toMatchObject({ errors: [{ field: 'password' }] });
    expect(answer.json<Problem>().detail).toContain('重复');
  });

  it.each([
    ['{"login":', 'the body is not valid JSON', '不是有效的 JSON'],
    ['', 'the body is empty', '内容为空'],
  ])('%j is told in words, in the reader’s language', async (payload, en, zh) => {
    const answers = ['en', 'zh'].map((language) =>
      api.app.inject({
        method: 'POST',
        url: '/v1/login',
        payload,
        headers: { 'content-type': 'application/json', 'accept-language': language },
      }),
    );
    const [english, chinese] = await Promise.all(answers);
    expect(english?.json<Problem>().detail).toBe(`The request is not valid: ${en}`);
    expect(chinese?.json<Problem>().detail).toContain(zh);
  });

  it('is in the log with its code and the field at fault, and with nothing that was sent', async () => {
    const refusalOf = async (payload: string, traceparent: string): Promise<unknown> => {
      const headers = {
        'content-type': 'application/json',
        traceparent: `00-${traceparent}-${'1'.repeat(16)}-01`,
      };
      await api.app.inject({ method: 'POST', url: '/v1/login', payload, headers });
      const line = () => log.find((one) => one.includes(traceparent) && one.includes('"msg":"request"'));
      while (line() === undefined) await setImmediate();
      expect(log.join('')).not.toContain('a-word-of-theirs');
      return JSON.parse(line() ?? '');
    };
    const line = { method: 'POST', route: '/v1/login' };
    expect(await refusalOf('{"login":"a-word-of-theirs"}', '1'.repeat(32))).toMatchObject({
      ...line,
      statusCode: 400,
      code: 'REQUEST.INVALID',
      field: 'password',
    });
    const wrong = await refusalOf('{"login":"nobody","password":"a-word-of-theirs"}', '2'.repeat(32));
    expect(wrong).toMatchObject({ ...line, statusCode: 401, code: 'AUTH.LOGIN_FAILED' });
    expect(await refusalOf('{"login":', '3'.repeat(32))).toMatchObject({ ...line, code: 'REQUEST.INVALID' });
  });

  it('UTF-8 by name, and with a byte order mark, is taken', async () => {
    const body = '\uFEFF{"login":"nobody","password":"b"}';
    expect((await post(body, 'application/json; charset=UTF-8')).statusCode).toBe(401);
  });

  it('a compressed body is refused, and says so', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/login',
      payload: '{"login":"nobody","password":"b"}',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(answer.json()).toMatchObject({ status: 415, code: 'REQUEST.ENCODING_UNSUPPORTED' });
  });

  it('OPTIONS of anything is answered, with a browser behind it or not', async () => {
    const answer = await api.app.inject({ method: 'OPTIONS', url: '*' });
    expect(answer.statusCode).toBe(204);
  });

  it('a method that a path does not take is told with those that it takes', async () => {
    const answer = await api.app.inject({ method: 'DELETE', url: '/v1/cases/AS-2026-000001' });
    expect(answer.json()).toMatchObject({ status: 405, code: 'ROUTE.METHOD_NOT_ALLOWED' });
    expect(answer.headers['allow']).toBe('GET, HEAD');
    const query = await api.app.inject({ method: 'QUERY', url: '/v1/cases/AS-2026-000001' });
    expect(query.json()).toMatchObject({ status: 405 });
    expect((await api.app.inject({ url: '/v1/nothing' })).json()).toMatchObject({ status: 404 });
  });

  const sent = (part: string): Promise<string> => sentRaw(port, part);

  it('no HTTP at all', async () => {
    const answer = await sent('hello\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(bodyOf(answer)).toMatchObject({ status: 400, code: 'REQUEST.MALFORMED' });
  });

  it('headers of 100 kB', async () => {
    const answer = await sent(`GET /healthz HTTP/1.1\r\nhost: a\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 .*\r\ncontent-type: application\/problem\+json/);
    expect(bodyOf(answer)).toMatchObject({ status: 431, code: 'REQUEST.HEADERS_TOO_LARGE' });
  });

  it('an address that cannot be decoded', async () => {
    const answer = await sent('GET /v1/cases/%ff HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/cache-control: no-store/i);
    expect(answer).toContain('application/problem+json');
  });

  it.each(HALF_SENT)('%s: the connection is given up', async (_, part) => {
    const answer = await sent(part);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(bodyOf(answer)).toMatchObject({ status: 408, code: 'REQUEST.TIMED_OUT' });
  });
});
