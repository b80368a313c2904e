import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SignJWT } from 'jose';
import { BuiltInTokens, CLOCK_TOLERANCE_SECONDS, MOST_TOKENS_KEPT } from '../../../api/access/built-in';
import { verifyToken } from '../../../api/access/verify-token';

const SECRET = 'a-secret-of-this-test-alone-of-32-bytes';
const NOW = new Date('2026-03-02T08:00:00Z');
const LIFETIME_MS = 12 * 3_600_000;

describe('a token that was verified before', () => {
  let builtIn: BuiltInTokens;
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    builtIn = new BuiltInTokens(SECRET);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is known again, and names the same person', async () => {
    const { token } = await builtIn.issue('clerk', NOW);
    expect(builtIn.subjectKept(token)).toBeUndefined();
    expect(await verifyToken(token, { builtIn })).toMatchObject({ kind: 'id', id: 'clerk' });
    expect(builtIn.subjectKept(token)).toBe('clerk');
    expect(await verifyToken(token, { builtIn })).toMatchObject({ kind: 'id', id: 'clerk' });
  });

  it('is good until the very second in which one that nobody has seen ends, and refused from then on', async () => {
    const { token } = await builtIn.issue('clerk', NOW);
    await verifyToken(token, { builtIn });
    const endsAtMs = NOW.getTime() + LIFETIME_MS + CLOCK_TOLERANCE_SECONDS * 1000;
    for (const atMs of [endsAtMs - 1, endsAtMs]) {
      jest.setSystemTime(atMs);
      const anew = await verifyToken(token, { builtIn: new BuiltInTokens(SECRET) }).catch(() => 'refused');
      const again = await verifyToken(token, { builtIn }).catch(() => 'refused');
      expect(again).toEqual(atMs === endsAtMs ? 'refused' : expect.objectContaining({ id: 'clerk' }));
      expect(again).toEqual(anew);
    }
  });

  it('says nothing of another token: neither of one with other claims under its signature, nor of a false signature', async () => {
    const { token } = await builtIn.issue('clerk', NOW);
    await verifyToken(token, { builtIn });
    const [header, , signature] = token.split('.');
    const [, claims] = (await builtIn.issue('director', NOW)).token.split('.');
    for (const forged of [`${header}.${claims}.${signature}`, `${token.slice(0, -4)}AAAA`])
      await expect(verifyToken(forged, { builtIn })).rejects.toThrow('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  it('is not kept where it was refused', async () => {
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('aftercare')
      .setAudience('another service')
      .setSubject('clerk')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(SECRET));
    await expect(verifyToken(token, { builtIn })).rejects.toThrow('ERR_JWT_CLAIM_VALIDATION_FAILED');
    expect(builtIn.subjectKept(token)).toBeUndefined();
  });

  it('makes room for later ones where there are too many', async () => {
    const first = (await builtIn.issue('staff-0', NOW)).token;
    await builtIn.verify(first);
    let last = first;
    for (let n = 1; n <= MOST_TOKENS_KEPT; n += 1) {
      last = (await builtIn.issue(`staff-${n}`, NOW)).token;
      await builtIn.verify(last);
    }
    expect(builtIn.subjectKept(first)).toBeUndefined();
    expect(builtIn.subjectKept(last)).toBe(`staff-${MOST_TOKENS_KEPT}`);
    expect(await builtIn.verify(first)).toBe('staff-0');
  });
});
