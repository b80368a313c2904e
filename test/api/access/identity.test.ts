import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { testApi, type TestApi } from '../../support/api';
import { LOGIN_SECRET } from '../../support/settings';
import { createOrganisations, createStaff } from './organisation';

const secretBytes = new TextEncoder().encode(LOGIN_SECRET);
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** A token that would be good; each test spoils one thing. */
const goodToken = (staffId = 'clerk', alg = 'HS256'): SignJWT =>
  new SignJWT()
    .setProtectedHeader({ alg })
    .setIssuer('aftercare')
    .setAudience('aftercare-api')
    .setSubject(staffId)
    .setIssuedAt()
    .setExpirationTime('1h');

describe('who calls', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi({ AFTERCARE_TEMPORAL_UI_URL: 'https://temporal.example/ui/' });
    await createOrganisations(api.database);
    await createStaff(api.database, 'clerk', ['enquiry-clerk'], { organisationId: 'north' });
    await createStaff(api.database, 'director', ['centre-director'], { organisationId: 'north' });
    await createStaff(api.database, 'operator', ['hq-service-manager']);
    await createStaff(api.database, 'gone', ['hq-service-manager'], { active: false });
    await createStaff(api.database, 'idle', []);
  });

  afterAll(() => api.close());

  const me = (authorization?: string) =>
    api.app.inject({ url: '/v1/me', headers: authorization === undefined ? {} : { authorization } });

  async function expectRefused(token: string): Promise<void> {
    const response = await me(`Bearer ${token}`);
    expect(response.json()).toMatchObject({ status: 401, code: 'AUTH.TOKEN_INVALID' });
    expect(response.statusCode).toBe(401);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.headers['www-authenticate']).toBe('Bearer realm="aftercare", error="invalid_token"');
  }

  it('lets in whom a good token names, whatever the case of the scheme', async () => {
    const token = await goodToken().sign(secretBytes);
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const response = await me(`${scheme} ${token}`);
      expect(response.statusCode).toBe(200);
      expect(response.json()).toMatchObject({
        id: 'clerk',
        nameZh: 'clerk 的姓名',
        roles: ['enquiry-clerk'],
        organisation: { id: 'north', kind: 'centre' },
        language: 'zh',
      });
    }
  });

  it('tells me what my roles permit', async () => {
    const { permissions }: { permissions: string[] } = (
      await me(`Bearer ${await goodToken().sign(secretBytes)}`)
    ).json();
    expect(permissions).toEqual(expect.arrayContaining(['case.dispatch', 'request.register', 'task.read']));
    expect(permissions).not.toContain('case.cancel');
    expect(permissions).not.toContain('payload.decode');
  });

  it("gives the address of workflows in Temporal's web UI to those who may decode payloads", async () => {
    const operator = await me(`Bearer ${await goodToken('operator').sign(secretBytes)}`);
    expect(operator.json()).toMatchObject({
      workflowUrl: 'https://temporal.example/ui/namespaces/default/workflows/{processId}',
    });
    const clerk = await me(`Bearer ${await goodToken().sign(secretBytes)}`);
    expect(clerk.json()).toMatchObject({ workflowUrl: null });
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic Y2xlcms6c2VjcmV0'],
    ['a scheme without a token', 'Bearer'],
    ['a token with a blank inside', 'Bearer a b'],
    ['a token with characters that none has', 'Bearer {"sub":"clerk"}'],
  ])('asks for a token where there is %s', async (_, authorization) => {
    const response = await me(authorization);
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'AUTH.REQUIRED' });
    expect(response.headers['www-authenticate']).toBe('Bearer realm="aftercare"');
  });

  it.each([
    ['a word', 'nonsense'],
    ['letters in three parts', 'a.b.c'],
    ['empty objects', 'e30.e30.e30'],
    ['dots alone', '..'],
    ['8,000 letters', `${'a'.repeat(8_000)}.b.c`],
  ])('refuses %s for a token', (_, token) => expectRefused(token));

  it('refuses a token signed with another secret', async () => {
    await expectRefused(
      await goodToken().sign(new TextEncoder().encode('another-secret-of-more-than-32-bytes')),
    );
  });

  it('refuses a token whose claims were changed after signing', async () => {
    const [header, , signature] = (await goodToken().sign(secretBytes)).split('.');
    const claims = {
      iss: 'aftercare',
      aud: 'aftercare-api',
      sub: 'director',
      iat: nowSeconds(),
      exp: nowSeconds() + 60,
    };
    await expectRefused(
      [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.'),
    );
  });

  it('refuses a token without a signature (alg none), as a library writes it and with a signature left in', async () => {
    const unsecured = new UnsecuredJWT({})
      .setIssuer('aftercare')
      .setAudience('aftercare-api')
      .setSubject('clerk');
    const token = unsecured.setIssuedAt().setExpirationTime('1h').encode();
    await expectRefused(token);
    const [, , signature] = (await goodToken().sign(secretBytes)).split('.');
    await expectRefused(`${token}${signature}`);
  });

  it('refuses other algorithms, of the same family and of another', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await expectRefused(await goodToken('clerk', 'HS512').sign(secretBytes));
    await expectRefused(await goodToken('clerk', 'RS256').sign(privateKey));
  });

  it('refuses a token that has expired, or is not valid yet', async () => {
    await expectRefused(
      await goodToken()
        .setExpirationTime(nowSeconds() - 60)
        .sign(secretBytes),
    );
    await expectRefused(
      await goodToken()
        .setNotBefore(nowSeconds() + 600)
        .sign(secretBytes),
    );
  });

  it('refuses a token that never expires, and one that names nobody', async () => {
    const claims = { iss: 'aftercare', aud: 'aftercare-api', iat: nowSeconds() };
    const endless = new SignJWT({ ...claims, sub: 'clerk' }).setProtectedHeader({ alg: 'HS256' });
    await expectRefused(await endless.sign(secretBytes));
    const nobodys = new SignJWT({ ...claims, exp: nowSeconds() + 60 }).setProtectedHeader({ alg: 'HS256' });
    await expectRefused(await nobodys.sign(secretBytes));
  });

  it('refuses a token for another audience or of another issuer', async () => {
    await expectRefused(await goodToken().setAudience('another-api').sign(secretBytes));
    await expectRefused(await goodToken().setIssuer('somebody').sign(secretBytes));
  });

  it.each([
    ['nobody at all', 'nobody'],
    ['somebody who is no longer active', 'gone'],
    ['an id with a NUL', 'cl\u0000erk'],
    ['a piece of SQL', "' OR 1=1 --"],
    ['300 letters', 'x'.repeat(300)],
  ])('refuses a token that names %s', async (_, subject) => {
    await expectRefused(await goodToken(subject).sign(secretBytes));
  });

  it('forbids what no role of the caller permits, and says what it would take', async () => {
    const idle = await me(`Bearer ${await goodToken('idle').sign(secretBytes)}`);
    expect(idle.statusCode).toBe(403);
    expect(idle.json()).toMatchObject({ code: 'AUTH.FORBIDDEN', params: { permission: 'task.read' } });
    expect(idle.headers['www-authenticate']).toBe(
      'Bearer realm="aftercare", error="insufficient_scope", scope="task.read"',
    );
  });

  it('forbids before it looks at the body', async () => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/v1/codec/decode',
      headers: {
        authorization: `Bearer ${await goodToken().sign(secretBytes)}`,
        'content-type': 'application/json',
      },
      payload: '{ not json',
    });
    expect(response.statusCode).toBe(403);
  });

  it('answers HEAD as strictly as GET', async () => {
    expect((await api.app.inject({ method: 'HEAD', url: '/v1/me' })).statusCode).toBe(401);
  });

  it('says that there is nothing at an unknown path, to anybody', async () => {
    const response = await api.app.inject({ url: '/v1/nothing' });
    expect(response.json()).toMatchObject({ status: 404, code: 'ROUTE.NOT_FOUND' });
  });

  it('lets a browser ask what it may send without a token, and shows the documentation', async () => {
    expect((await api.app.inject({ method: 'OPTIONS', url: '/v1/me' })).statusCode).toBeLessThan(500);
    for (const url of ['/docs/', '/docs/json', '/docs/static/swagger-ui.css'])
      expect((await api.app.inject({ url })).statusCode).toBe(200);
  });
});
