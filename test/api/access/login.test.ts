import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { hashPassword, verifyPassword } from '../../../platform/passwords';
import { signIn, testApi, type TestApi } from '../../support/api';
import { createOrganisations, createStaff, PASSWORD } from './organisation';

describe('the built-in login', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi();
    await createOrganisations(api.database);
    await createStaff(api.database, 'li.wei', ['repair-engineer', 'warehouse-keeper'], {
      organisationId: 'north-1',
    });
    await createStaff(api.database, 'limited', ['sales']);
    await createStaff(api.database, 'gone', ['sales'], { active: false });
    await createStaff(api.database, 'elsewhere', ['sales'], { subject: 'subject' });
    await api.database.staff.update({ where: { id: 'elsewhere' }, data: { passwordHash: null } });
  });

  afterAll(() => api.close());

  const attempt = (payload: object | string, remoteAddress = '192.0.2.1') =>
    api.app.inject({
      method: 'POST',
      url: '/v1/login',
      payload,
      remoteAddress,
      headers: { 'content-type': 'application/json' },
    });

  it('answers a right password with a token for that person, who they are, and until when', async () => {
    const response = await attempt({ login: 'li.wei', password: PASSWORD });
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    const body: { token: string; expiresAt: string; staff: unknown } = response.json();
    expect(body.staff).toEqual({
      id: 'li.wei',
      nameEn: 'Name of li.wei',
      nameZh: 'li.wei 的姓名',
      roles: ['repair-engineer', 'warehouse-keeper'],
      organisation: { id: 'north-1', nameEn: 'north-1', nameZh: 'north-1', kind: 'outlet' },
      language: 'zh',
    });
    const claims = decodeJwt(body.token);
    expect(claims).toMatchObject({ sub: 'li.wei', iss: 'aftercare', aud: 'aftercare-api' });
    expect(new Date((claims.exp ?? 0) * 1000).toISOString()).toBe(body.expiresAt);
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub']);
  });

  it('gives a token that lets me in', async () => {
    const token = await signIn(api.app, 'li.wei', PASSWORD);
    const response = await api.app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect(response.json()).toMatchObject({ id: 'li.wei' });
  });

  it('knows a password whichever way its letters were composed', async () => {
    const hash = await hashPassword('cafe\u0301');
    expect(await verifyPassword(hash, 'caf\u00e9')).toBe(true);
    expect(await verifyPassword(hash, 'cafe')).toBe(false);
  });

  it("keeps argon2id hashes at OWASP's setting, each with its own salt", async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('gives the same answer for a wrong password, an unknown, inactive or passwordless login', async () => {
    const answers = [
      await attempt({ login: 'li.wei', password: 'wrong' }),
      await attempt({ login: 'nobody', password: PASSWORD }),
      await attempt({ login: 'gone', password: PASSWORD }),
      await attempt({ login: 'elsewhere', password: PASSWORD }),
    ].map((response) => {
      const { traceId, ...rest }: { traceId: string } = response.json();
      expect(traceId).toMatch(/^[\da-f]{32}$/);
      return rest;
    });
    expect(answers[0]).toMatchObject({ status: 401, code: 'AUTH.LOGIN_FAILED' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"login": "li.wei"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no password', { login: 'li.wei' }],
    ['empty fields', { login: '', password: '' }],
    ['an object for a login', { login: { $ne: null }, password: 'x' }],
    ['a NUL in the login', { login: 'li\u0000wei', password: 'x' }],
    ['a NUL in the password', { login: 'li.wei', password: 'x\u0000' }],
    ['half a surrogate pair in the login', { login: '\ud800', password: 'x' }],
    ['a login of 100,000 characters', { login: 'x'.repeat(100_000), password: 'x' }],
    ['a password of 100,000 characters', { login: 'li.wei', password: 'x'.repeat(100_000) }],
    ['a field that it does not know', { login: 'li.wei', password: 'x', admin: true }],
    ['a key that tampers with prototypes', '{"login":"li.wei","password":"x","__proto__":{"admin":true}}'],
  ])('refuses %s as invalid', async (_, payload) => {
    const response = await attempt(payload, '192.0.2.2');
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('refuses a body of a megabyte as too large', async () => {
    expect((await attempt({ login: 'x'.repeat(1_000_000), password: 'x' })).statusCode).toBe(413);
  });

  it.each(['李伟', "' OR '1'='1", '../../etc/passwd', '%00'])(
    'takes the odd login %j for a wrong one',
    async (login) => {
      expect((await attempt({ login, password: 'x' })).statusCode).toBe(401);
    },
  );

  it('takes five wrong passwords in a row from one address, then says when to try again; the right one gets in from elsewhere', async () => {
    const codes: number[] = [];
    for (let count = 1; count <= 5; count += 1)
      codes.push((await attempt({ login: 'limited', password: 'guess' }, '198.51.100.99')).statusCode);
    expect(codes).toEqual(new Array(5).fill(401));
    const response = await attempt({ login: ' LIMITED', password: PASSWORD }, '198.51.100.99');
    expect(response.json()).toMatchObject({ status: 429, code: 'RATE.LIMITED' });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await attempt({ login: 'limited', password: PASSWORD }, '198.51.100.98')).statusCode).toBe(200);
    expect((await attempt({ login: 'li.wei', password: PASSWORD }, '198.51.100.99')).statusCode).toBe(200);
  });

  it('takes sixty attempts a minute from one address, valid or not', async () => {
    const from = '203.0.113.7';
    for (let count = 1; count <= 60; count += 1) expect((await attempt('{', from)).statusCode).toBe(400);
    expect((await attempt({ login: 'li.wei', password: PASSWORD }, from)).statusCode).toBe(429);
    expect((await attempt({ login: 'li.wei', password: PASSWORD }, '203.0.113.8')).statusCode).toBe(200);
  });

  it('is not there where people log in elsewhere', async () => {
    const elsewhere = await testApi({ AFTERCARE_LOGIN_SECRET: '' });
    const response = await elsewhere.app.inject({ method: 'POST', url: '/v1/login', payload: '{' });
    expect(response.json()).toMatchObject({ status: 404, code: 'ROUTE.NOT_FOUND' });
    await elsewhere.close();
  });
});
