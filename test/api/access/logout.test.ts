import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApi } from '../../../api/app';
import type { Api } from '../../../api/context';
import { STAFF_CACHE_MS } from '../../../api/access/staff-directory';
import { signIn, testApi, type TestApi } from '../../support/api';
import { eventually } from '../../support/system';
import { createOrganisations, createStaff, PASSWORD } from './organisation';

describe('logging out', () => {
  let api: TestApi;
  let other: Api;
  beforeAll(async () => {
    api = await testApi();
    await createOrganisations(api.database);
    await createStaff(api.database, 'li.wei', ['repair-engineer']);
    other = await another();
  });
  afterAll(async () => {
    await other.close();
    await api.close();
  });

  /** One more API process on the same database. */
  async function another(): Promise<Api> {
    const app = await buildApi({ ...api, databaseUrl: api.config.DATABASE_URL });
    await app.ready();
    return app;
  }
  const me = async (app: Api, token: string): Promise<number> =>
    (await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode;
  const logOut = (app: Api, token: string) =>
    app.inject({ method: 'POST', url: '/v1/logout', headers: { authorization: `Bearer ${token}` } });

  it('makes this token useless, and no other of the same person', async () => {
    const [token, phone] = [
      await signIn(api.app, 'li.wei', PASSWORD),
      await signIn(api.app, 'li.wei', PASSWORD),
    ];
    expect(token).not.toBe(phone);
    expect(await me(api.app, token)).toBe(200);
    expect((await logOut(api.app, token)).statusCode).toBe(204);
    const answer = await api.app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect(answer.json()).toMatchObject({ status: 401, code: 'AUTH.TOKEN_INVALID' });
    expect((await logOut(api.app, token)).statusCode).toBe(401);
    expect(await me(api.app, phone)).toBe(200);
  });

  it('holds in every other API process, and in one that starts afterwards', async () => {
    const token = await signIn(api.app, 'li.wei', PASSWORD);
    expect(await me(other, token)).toBe(200);
    await logOut(api.app, token);
    expect(
      await eventually(
        () => me(other, token),
        (status) => status === 401,
      ),
    ).toBe(401);
    expect(STAFF_CACHE_MS).toBeLessThanOrEqual(2_000);
    const late = await another();
    expect(await me(late, token)).toBe(401);
    await late.close();
  });

  it('holds for the same token with its signature written another way', async () => {
    const token = await signIn(api.app, 'li.wei', PASSWORD);
    await logOut(api.app, token);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1) ?? '');
    // The last letter of 32 bytes in base64url has two bits to spare.
    for (const spare of [1, 2, 3])
      expect(await me(api.app, `${token.slice(0, -1)}${alphabet.charAt(last ^ spare)}`)).toBe(401);
  });

  it('keeps a token no longer than it would have been good', async () => {
    const now = Date.now();
    await api.database.revokedToken.create({
      data: { tokenId: 'old', staffId: 'li.wei', expiresAt: new Date(now - 1), revokedAt: new Date(now - 2) },
    });
    await logOut(api.app, await signIn(api.app, 'li.wei', PASSWORD));
    expect(await api.database.revokedToken.count({ where: { tokenId: 'old' } })).toBe(0);
  });
});
