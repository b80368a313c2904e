import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyApi, reader, type Reader } from '../../support/reading';
import type { TestApi } from '../../support/api';
import { describedRoutes } from './described-routes';

const ORIGIN = 'https://console.example';

describe('headers of every answer', () => {
  let api: TestApi;
  let manager: Reader;
  beforeAll(async () => {
    api = await companyApi({ AFTERCARE_CORS_ORIGINS: ORIGIN });
    manager = await reader(api.app, 'zhou.huaijin');
  });
  afterAll(() => api.close());

  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    api.app.inject({ url, headers: { authorization: `Bearer ${manager.token}`, ...headers } });

  it('say whether they may be kept, whatever is asked', async () => {
    const routes = await describedRoutes(api.app);
    for (const { method, path } of routes.filter(({ isStream }) => !isStream)) {
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      const answers = [await api.app.inject({ method, url })];
      // The token of the manager is of use until the end.
      if (path !== '/v1/logout')
        answers.push(
          await api.app.inject({ method, url, headers: { authorization: `Bearer ${manager.token}` } }),
        );
      for (const { headers } of answers)
        expect([method, path, headers['cache-control']]).toEqual([method, path, expect.any(String)]);
    }
    expect((await api.app.inject({ url: '/v1/nothing' })).headers['cache-control']).toBe('no-store');
  });

  it('keep lists from being kept, and let a file with an ETag be asked for again', async () => {
    expect((await get('/v1/customers')).headers['cache-control']).toBe('no-store');
    expect((await get('/v1/customers/cus-0001')).headers['cache-control']).toBe('private, no-cache');
  });

  it('let the code lists be asked for once by their tag', async () => {
    const first = await get('/v1/codes');
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({
      priority: expect.arrayContaining([{ code: 'urgent', name: { en: 'urgent', zh: '紧急' } }]),
    });
    const tag = String(first.headers.etag);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await get('/v1/codes', { 'if-none-match': `W/${tag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/v1/codes', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('a browser of a console that is allowed may use every method that there is', async () => {
    const routes = await describedRoutes(api.app);
    const answer = await api.app.inject({
      method: 'OPTIONS',
      url: '/v1/cases',
      headers: { origin: ORIGIN, 'access-control-request-method': 'DELETE' },
    });
    const methods = String(answer.headers['access-control-allow-methods']).split(/, ?/);
    expect(
      [...new Set(routes.map(({ method }) => method))].filter((method) => !methods.includes(method)),
    ).toEqual([]);
  });

  it('let no answer run anything as a page, and the documentation no more than its own scripts', async () => {
    expect((await get('/v1/customers')).headers['content-security-policy']).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
    const page = await api.app.inject({ url: '/docs/' });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    // All that the page runs and shows is there, as files of its own.
    expect(page.body).not.toMatch(/<script>(?!\s*<)|<style>|\son\w+=/);
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).not.toMatch(/^(https?:)?\/\//);
      expect((await api.app.inject({ url: new URL(file, 'http://a/docs/').pathname })).statusCode).toBe(200);
    }
  });
});
