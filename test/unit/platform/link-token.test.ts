import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { linkExpiry, type LinkPurpose } from '../../../domain/identity/customer-link';
import { LinkTokens } from '../../../platform/link-token';

const SECRET = 'the-secret-of-links-of-this-test-32';
const NOW = new Date('2026-11-22T01:00:00.000Z');
const DAY_MS = 86_400_000;
const LINK = {
  id: 'link-1',
  purpose: 'case' as LinkPurpose,
  caseNumber: 'AS-2026-000001',
  customerId: 'cus-0001',
  issuedAt: NOW,
  expiresAt: linkExpiry('case', NOW),
};
const tokens = new LinkTokens(SECRET);
const read = (token: string, now = NOW) => tokens.read(token, now);

/** Ours to the last claim, but for what is said otherwise. */
const forged = (
  claims: object = {},
  { secret = SECRET, typ = 'customer-link+jwt', aud = 'aftercare-customer-link', iss = 'aftercare' } = {},
) =>
  new SignJWT({ purpose: 'case', case: LINK.caseNumber, sub: LINK.customerId, jti: LINK.id, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt(NOW)
    .setExpirationTime(LINK.expiresAt)
    .sign(new TextEncoder().encode(secret));

describe('The token of a customer’s link (R36)', () => {
  it('says which case, whose, what for, and is the same each time it is made', async () => {
    const token = await tokens.sign(LINK);
    expect(await read(token)).toEqual({
      id: 'link-1',
      purpose: 'case',
      caseNumber: 'AS-2026-000001',
      customerId: 'cus-0001',
    });
    expect(await tokens.sign(LINK)).toBe(token);
  });

  it('is good until it expires, and says so afterwards', async () => {
    const token = await tokens.sign(LINK);
    const last = new Date(LINK.expiresAt.getTime() - 1_000);
    await expect(read(token, last)).resolves.toBeDefined();
    await expect(read(token, LINK.expiresAt)).rejects.toMatchObject({ reason: 'expired' });
  });

  it('lasts longer for a case than for its survey', () => {
    const days = (purpose: LinkPurpose) => (linkExpiry(purpose, NOW).getTime() - NOW.getTime()) / DAY_MS;
    expect([days('case'), days('survey')]).toEqual([60, 30]);
  });

  it.each<[string, () => Promise<string>]>([
    ['of another key', () => forged({}, { secret: 'another-secret-that-is-long-enough-32' })],
    ['of the login of staff', () => forged({}, { typ: 'JWT', aud: 'aftercare-api' })],
    ['for another audience', () => forged({}, { aud: 'aftercare-api' })],
    ['of another type', () => forged({}, { typ: 'JWT' })],
    ['of another issuer', () => forged({}, { iss: 'somebody' })],
    ['for a purpose that there is not', () => forged({ purpose: 'everything' })],
    ['for a case that is no text', () => forged({ case: { not: 'text' } })],
    ['for a customer whom PostgreSQL could not be asked for', () => forged({ sub: 'a\u0000b' })],
    ['without a case', () => forged({ case: undefined })],
    ['without an id', () => forged({ jti: undefined })],
    [
      'that is signed by nobody (alg none)',
      () =>
        Promise.resolve(
          new UnsecuredJWT({ purpose: 'case', case: LINK.caseNumber, sub: LINK.customerId, jti: LINK.id })
            .setIssuer('aftercare')
            .setAudience('aftercare-customer-link')
            .setIssuedAt(NOW)
            .setExpirationTime(LINK.expiresAt)
            .encode(),
        ),
    ],
    ['that is no token', () => Promise.resolve('no.token.atall')],
  ])('is refused where it is one %s', async (_what, make) => {
    await expect(read(await make())).rejects.toMatchObject({ reason: 'invalid' });
  });

  it('is refused where anything in it was changed: header, case, signature', async () => {
    const [header = '', payload = '', signature = ''] = (await tokens.sign(LINK)).split('.');
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('000001', '000002'),
    ).toString('base64url');
    for (const token of [
      [header, other, signature],
      [header, payload, signature.slice(0, -2)],
      [Buffer.from('{"alg":"none","typ":"customer-link+jwt"}').toString('base64url'), payload, ''],
      [header, payload, `${signature.slice(0, 8)}AAAA${signature.slice(12)}`],
    ])
      await expect(read(token.join('.'))).rejects.toMatchObject({ reason: 'invalid' });
  });
});
