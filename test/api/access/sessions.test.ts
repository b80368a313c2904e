import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApi } from '../../../api/app';
import type { Api } from '../../../api/context';
import { sessionIdOf, sessionValueOf } from '../../../api/access/session-cookie';
import { SESSION_IDLE_S, SESSION_LONGEST_S } from '../../../api/access/sessions';
import { hashPassword } from '../../../platform/passwords';
import type { TestApi } from '../../support/api';
import { Browser } from '../../support/browser';
import { aCase, type CaseBuilder } from '../../support/cases';
import { EventSource } from '../../support/event-source';
import { aJpeg } from '../../support/files';
import { companyApi } from '../../support/reading';
import { settled } from '../../support/settled';
import { eventually } from '../../support/system';

const HOUR_MS = 60 * 60 * 1000;

describe('A session by cookie', () => {
  let api: TestApi;
  let other: Api;
  let url: string;
  let repaired: CaseBuilder;
  const open: EventSource[] = [];

  beforeAll(async () => {
    api = await companyApi();
    url = await api.app.listen({ port: 0, host: '127.0.0.1' });
    other = await buildApi({ ...api, databaseUrl: api.config.DATABASE_URL });
    await other.ready();
    repaired = await aCase(api.database)
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .repaired()
      .reported()
      .commit();
  });
  afterEach(async () => {
    for (const source of open.splice(0)) await source.close();
  });
  afterAll(async () => {
    await other.close();
    await api.close();
  });

  const inDatabase = ({ cookie }: Browser) =>
    api.database.staffSession.findUniqueOrThrow({
      where: { id: sessionIdOf(sessionValueOf({ headers: { cookie } }) ?? '') },
    });
  const me = async (browser: Browser, app: Api = api.app) =>
    app.inject({ url: '/v1/me', headers: { cookie: browser.cookie } });

  it('begins with the login: a cookie that no script reads and no other site sends with a change', async () => {
    const { setCookie } = await Browser.logIn(api.app, 'li.wei');
    expect(setCookie).toMatch(
      /^aftercare_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    );
  });

  it('is sent over TLS alone where a trusted proxy took the login by https', async () => {
    const behind = await companyApi({ AFTERCARE_TRUSTED_PROXIES: '127.0.0.1' });
    const headers = { 'x-forwarded-proto': 'https' };
    expect((await Browser.logIn(behind.app, 'li.wei', { headers })).setCookie).toMatch(/; Secure$/);
    await behind.close();
    expect((await Browser.logIn(api.app, 'li.wei', { headers })).setCookie).not.toMatch(/Secure/);
  });

  it('tells who one is, what one may and sees, in which language and zone, until when', async () => {
    const browser = await Browser.logIn(api.app, 'li.wei');
    const { statusCode, ...response } = await me(browser);
    const body: { session: { endsAt: string } } = response.json();
    expect([statusCode, body]).toEqual([
      200,
      expect.objectContaining({
        id: 'stf-027',
        roles: ['repair-engineer'],
        permissions: expect.arrayContaining(['case.arrive']),
        scope: { kind: 'outlet', outletId: 'sh-pudong' },
        language: 'zh',
        timeZone: 'Asia/Shanghai',
        session: { by: 'cookie', endsAt: expect.any(String), csrfToken: browser.csrfToken },
      }),
    ]);
    // Pages of one browser share its cookie: each answer says whose it is.
    expect(response.headers['x-aftercare-staff']).toBe('stf-027');
    const leftMs = Date.parse(body.session.endsAt) - Date.now();
    expect(Math.abs(leftMs - SESSION_IDLE_S * 1000)).toBeLessThan(HOUR_MS);
  });

  it('is told apart from a token, which needs no CSRF token', async () => {
    const { token } = await Browser.logIn(api.app, 'li.wei');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await api.app.inject({ url: '/v1/me', headers });
    expect(answer.json()).toMatchObject({ session: { by: 'token', csrfToken: null } });
    const out = await api.app.inject({ method: 'POST', url: '/v1/logout', headers });
    expect(out.statusCode).toBe(204);
  });

  it('changes nothing without its own CSRF token, whatever is asked', async () => {
    const [browser, another] = [
      await Browser.logIn(api.app, 'lu.xinran'),
      await Browser.logIn(api.app, 'lu.xinran'),
    ];
    for (const csrfToken of [null, '', 'x', another.csrfToken]) {
      const answers = [
        await browser.send('POST', '/v1/logout', { csrfToken }),
        await browser.send('POST', `/v1/cases/${repaired.number}/commands`, { csrfToken, payload: {} }),
        await browser.send('PATCH', '/v1/customers/cus-0001', { csrfToken, payload: {} }),
      ];
      for (const answer of answers)
        expect(answer.json()).toMatchObject({
          status: 403,
          code: 'AUTH.CSRF_TOKEN_REQUIRED',
          errors: [{ field: 'x-csrf-token' }],
        });
    }
    expect((await me(browser)).statusCode).toBe(200);
    const allowed = await browser.send('PATCH', '/v1/customers/cus-0001', { payload: {} });
    expect(allowed.json()).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('opens files, papers and the event stream', async () => {
    const browser = await Browser.logIn(api.app, 'lu.xinran');
    const bytes = aJpeg();
    const sent = await browser.send('POST', `/v1/cases/${repaired.number}/attachments?name=a.jpg`, {
      payload: bytes,
      headers: { 'content-type': 'image/jpeg' },
    });
    expect(sent.statusCode).toBe(201);
    expect((await browser.get(String(sent.headers.location))).rawPayload.equals(bytes)).toBe(true);
    const paper = await browser.get(`/v1/cases/${repaired.number}/service-report.pdf`);
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    await settled(api.database);
    const source = await EventSource.open(`${url}/v1/events`, { cookie: browser.cookie });
    open.push(source);
    await source.until(({ lastId }) => lastId !== '');
    const it = await aCase(api.database).of('cus-0001').commit();
    await source.until(({ events }) => events.some(({ data }) => data.caseNumber === it.number));
    await browser.send('POST', '/v1/logout');
    await aCase(api.database).of('cus-0001').commit();
    await source.ended();
  });

  it('ends with the logout, in every API process, together with the token of its login', async () => {
    const browser = await Browser.logIn(api.app, 'li.wei');
    expect((await me(browser, other)).statusCode).toBe(200);
    const out = await browser.send('POST', '/v1/logout');
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([
      204,
      'aftercare_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
    ]);
    expect((await me(browser)).json()).toMatchObject({ status: 401, code: 'AUTH.SESSION_ENDED' });
    const bearer = { authorization: `Bearer ${browser.token}` };
    expect((await api.app.inject({ url: '/v1/me', headers: bearer })).statusCode).toBe(401);
    const status = () => me(browser, other).then(({ statusCode }) => statusCode);
    expect(await eventually(status, (code) => code === 401)).toBe(401);
  });

  it('ends with the logout of its token', async () => {
    const browser = await Browser.logIn(api.app, 'li.wei');
    expect((await me(browser)).statusCode).toBe(200);
    const headers = { authorization: `Bearer ${browser.token}` };
    await api.app.inject({ method: 'POST', url: '/v1/logout', headers });
    expect((await me(browser)).statusCode).toBe(401);
  });

  it.each([
    ['is deactivated', { active: false }],
    ['has a new password', { passwordHash: 'new' }],
  ])('ends for good with the token of its login once its person %s', async (_, change) => {
    const where = { login: 'tang.liang' };
    await api.database.staff.update({ where, data: { passwordHash: await hashPassword('of.tang.liang') } });
    const browser = await Browser.logIn(api.app, 'tang.liang', { password: 'of.tang.liang' });
    expect((await me(browser)).statusCode).toBe(200);
    await api.database.staff.update({ where, data: change });
    await api.database.staff.update({ where, data: { active: true } });
    const status = () => me(browser).then(({ statusCode }) => statusCode);
    expect(await eventually(status, (code) => code === 401)).toBe(401);
    const headers = { authorization: `Bearer ${browser.token}` };
    expect((await api.app.inject({ url: '/v1/me', headers })).statusCode).toBe(401);
  });

  it('moves on while it is used, and sets the cookie again', async () => {
    const browser = await Browser.logIn(api.app, 'sun.haitao');
    const { id, expiresAt } = await inDatabase(browser);
    const soon = new Date(expiresAt.getTime() - HOUR_MS);
    await api.database.staffSession.update({ where: { id }, data: { expiresAt: soon } });
    api.app.staffDirectory.forget(id);
    const used = await me(browser);
    expect(String(used.headers['set-cookie'])).toMatch(
      new RegExp(`^${browser.cookie}; Path=/; Max-Age=43(200|199); HttpOnly; SameSite=Lax$`),
    );
    const { expiresAt: now } = await inDatabase(browser);
    expect(now.getTime()).toBeGreaterThanOrEqual(expiresAt.getTime());
    expect((await me(browser)).headers['set-cookie']).toBeUndefined();
  });

  it('is over a week after its login however much it is used', async () => {
    const browser = await Browser.logIn(api.app, 'sun.haitao');
    const { id } = await inDatabase(browser);
    const createdAt = new Date(Date.now() - SESSION_LONGEST_S * 1000 + HOUR_MS);
    const data = { createdAt, expiresAt: new Date(Date.now() + HOUR_MS / 2) };
    await api.database.staffSession.update({ where: { id }, data });
    api.app.staffDirectory.forget(id);
    expect((await me(browser)).statusCode).toBe(200);
    const { expiresAt } = await api.database.staffSession.findUniqueOrThrow({ where: { id } });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(SESSION_LONGEST_S * 1000);
    await api.database.staffSession.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    api.app.staffDirectory.forget(id);
    expect((await me(browser)).json()).toMatchObject({ code: 'AUTH.SESSION_ENDED' });
    // The next login takes away what is over.
    await Browser.logIn(api.app, 'sun.haitao');
    expect(await api.database.staffSession.count({ where: { id } })).toBe(0);
  });

  it('is none for a cookie that somebody made up', async () => {
    for (const cookie of ['aftercare_session=', `aftercare_session=${'x'.repeat(43)}`, 'session=1', ';;;'])
      expect((await api.app.inject({ url: '/v1/me', headers: { cookie } })).statusCode).toBe(401);
  });
});
