import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { OidcTokens, oidcSettings } from '../../../api/access/oidc';
import { IssuerUnavailable } from '../../../api/access/token-error';
import { testApi, type TestApi } from '../../support/api';
import { testConfig } from '../../support/settings';
import { aSigningKey, AUDIENCE, Issuer } from './issuer';
import { createOrganisations, createStaff } from './organisation';

type Key = Awaited<ReturnType<typeof aSigningKey>>;
const SUBJECT = 'auth0|5f7c8ec7c33c6c004bbafe82';

describe('an OpenID Connect issuer', () => {
  let issuer: Issuer;
  let api: TestApi;
  let first: Key;
  let second: Key;

  beforeAll(async () => {
    issuer = await Issuer.start();
    [first, second] = await Promise.all([aSigningKey('first'), aSigningKey('second')]);
    await issuer.publish(first);
    api = await testApi({ AFTERCARE_OIDC_ISSUER: issuer.url, AFTERCARE_OIDC_AUDIENCE: AUDIENCE });
    await createOrganisations(api.database);
    await createStaff(api.database, 'director', ['centre-director'], {
      organisationId: 'south',
      subject: SUBJECT,
    });
    await createStaff(api.database, 'gone', ['centre-director'], { subject: 'gone-subject', active: false });
  });

  beforeEach(async () => {
    issuer.trouble = undefined;
    issuer.fetches = 0;
    await issuer.publish(first);
  });

  afterAll(async () => {
    await api.close();
    await issuer.stop();
  });

  const me = (token: string) =>
    api.app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } });

  async function expectRefused(token: string): Promise<void> {
    const response = await me(token);
    expect(response.json()).toMatchObject({ status: 401, code: 'AUTH.TOKEN_INVALID' });
  }

  it('lets in the staff member with the subject of its token, found by its discovery document', async () => {
    const response = await me(await issuer.token(SUBJECT, 'first').sign(first.privateKey));
    expect(response.json()).toMatchObject({ id: 'director', organisation: { id: 'south' } });
  });

  it('does not take a subject for a staff id, or a staff id for a subject', async () => {
    await expectRefused(await issuer.token('director', 'first').sign(first.privateKey));
  });

  it('refuses unknown and inactive staff', async () => {
    await expectRefused(await issuer.token('stranger', 'first').sign(first.privateKey));
    await expectRefused(await issuer.token('gone-subject', 'first').sign(first.privateKey));
  });

  it('refuses another audience, another issuer, and what has expired', async () => {
    await expectRefused(await issuer.token(SUBJECT, 'first').setAudience('another').sign(first.privateKey));
    await expectRefused(
      await issuer.token(SUBJECT, 'first').setIssuer('https://other.example').sign(first.privateKey),
    );
    await expectRefused(await issuer.token(SUBJECT, 'first').setExpirationTime(1).sign(first.privateKey));
  });

  it('refuses a token with a known key id that another key signed', async () => {
    await expectRefused(await issuer.token(SUBJECT, 'first').sign(second.privateKey));
  });

  it('refuses its public key as a shared secret (algorithm confusion), at either issuer', async () => {
    const pem = new TextEncoder().encode(await exportSPKI(first.publicKey));
    await expectRefused(await issuer.token(SUBJECT, 'first', 'HS256').sign(pem));
    const builtIn = new SignJWT().setIssuer('aftercare').setAudience('aftercare-api').setSubject('director');
    const asBuiltIn = builtIn
      .setIssuedAt()
      .setExpirationTime('1h')
      .setProtectedHeader({ alg: 'HS256', kid: 'first' });
    await expectRefused(await asBuiltIn.sign(pem));
  });

  it('refuses a token of the issuer in the name of the built-in login', async () => {
    const token = issuer.token('director', 'first').setIssuer('aftercare').setAudience('aftercare-api');
    await expectRefused(await token.sign(first.privateKey));
  });

  it('refuses a token without a signature', async () => {
    const unsecured = new UnsecuredJWT({}).setIssuer(issuer.url).setAudience(AUDIENCE).setSubject(SUBJECT);
    await expectRefused(unsecured.setIssuedAt().setExpirationTime('1h').encode());
  });

  it('still takes tokens of the built-in login beside it', async () => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/v1/login',
      payload: { login: 'director', password: '正确的 horse battery' },
    });
    const { token }: { token: string } = response.json();
    expect((await me(token)).statusCode).toBe(200);
  });

  const tokens = (more: { jwksUri?: string; cooldownMs?: number } = {}) =>
    new OidcTokens({ issuer: issuer.url, audience: AUDIENCE, ...more });

  it.each(['RS256', 'ES256', 'EdDSA'])('takes %s', async (alg) => {
    const key = await aSigningKey('k', alg);
    await issuer.publish(key);
    const token = await issuer.token(SUBJECT, 'k', alg).sign(key.privateKey);
    expect(await tokens({ jwksUri: issuer.jwksUri }).verify(token)).toBe(SUBJECT);
  });

  it('takes the key that the issuer begins to use, and no longer the one it has withdrawn', async () => {
    const verifier = tokens({ jwksUri: issuer.jwksUri, cooldownMs: 0 });
    const old = await issuer.token(SUBJECT, 'first').sign(first.privateKey);
    expect(await verifier.verify(old)).toBe(SUBJECT);
    await issuer.publish(second);
    expect(await verifier.verify(await issuer.token(SUBJECT, 'second').sign(second.privateKey))).toBe(
      SUBJECT,
    );
    await expect(verifier.verify(old)).rejects.toThrow(/no applicable key/);
  });

  it('does not ask the issuer for each made-up key id', async () => {
    const verifier = tokens({ jwksUri: issuer.jwksUri });
    for (let index = 0; index < 20; index += 1) {
      const token = await issuer.token(SUBJECT, `made-up-${index}`).sign(second.privateKey);
      await expect(verifier.verify(token)).rejects.toThrow(/no applicable key/);
    }
    expect(issuer.fetches).toBe(1);
  });

  it('cannot tell while the keys cannot be read, and can once they can', async () => {
    const verifier = tokens();
    const token = await issuer.token(SUBJECT, 'first').sign(first.privateKey);
    for (const trouble of [
      { status: 500, body: '' },
      { status: 200, body: 'not json' },
      { status: 200, body: JSON.stringify({ issuer: 'https://other.example', jwks_uri: issuer.jwksUri }) },
    ]) {
      issuer.trouble = trouble;
      await expect(verifier.verify(token)).rejects.toThrow(IssuerUnavailable);
    }
    issuer.trouble = undefined;
    expect(await verifier.verify(token)).toBe(SUBJECT);
  });

  it('answers 503 meanwhile, not 401: nobody is asked to log in for nothing', async () => {
    issuer.trouble = { status: 500, body: '' };
    const settings = { AFTERCARE_OIDC_ISSUER: issuer.url, AFTERCARE_OIDC_AUDIENCE: AUDIENCE };
    const other = await testApi({ ...settings, AFTERCARE_OIDC_JWKS_URI: issuer.jwksUri });
    const token = await issuer.token(SUBJECT, 'first').sign(first.privateKey);
    const response = await other.app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect(response.json()).toMatchObject({ status: 503, code: 'AUTH.ISSUER_UNAVAILABLE' });
    await other.close();
  });

  it('does not start without an audience: tokens meant for other services would let people in', () => {
    const config = testConfig('postgresql://unused', { AFTERCARE_OIDC_ISSUER: issuer.url });
    expect(() => oidcSettings(config)).toThrow(/AFTERCARE_OIDC_AUDIENCE/);
  });
});
