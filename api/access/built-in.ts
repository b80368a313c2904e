import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

const ISSUER = 'aftercare';
const AUDIENCE = 'aftercare-api';
const ALGORITHM = 'HS256';
/** A working day with its overtime: one login lasts for all of it. */
const LIFETIME_SECONDS = 12 * 60 * 60;
/** Between the clocks of two servers. */
export const CLOCK_TOLERANCE_SECONDS = 5;
/** Some 250 letters each: a megabyte or two, for more people than are at work at one time. */
export const MOST_TOKENS_KEPT = 4_000;

interface Verified {
  readonly subject: unknown;
  readonly expiresAtSeconds: number;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens of the built-in login: signed and verified with the one secret (RFC 7519, HS256). */
export class BuiltInTokens {
  readonly issuer = ISSUER;
  private readonly secret: Uint8Array;
  /**
   * Verified tokens: the secret does not change while this process runs, so they stay valid until they
   * expire. The person named in a token is looked up on each request.
   */
  private readonly verified = new Map<string, Verified>();

  constructor(secret: string) {
    this.secret = new TextEncoder().encode(secret);
  }

  /** @param staffId becomes the token's subject. @param now the instant of the login. */
  async issue(staffId: string, now: Date): Promise<IssuedToken> {
    const issuedAtSeconds = Math.floor(now.getTime() / 1000);
    const expiresAtSeconds = issuedAtSeconds + LIFETIME_SECONDS;
    const token = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(staffId)
      // Two logins of one second are two tokens: one of them may be revoked.
      .setJti(randomUUID())
      .setIssuedAt(issuedAtSeconds)
      .setExpirationTime(expiresAtSeconds)
      .sign(this.secret);
    return { token, expiresAt: new Date(expiresAtSeconds * 1000) };
  }

  /** The subject: a staff id. Rejects with jose's error for a token that is not ours, or no longer good. */
  async verify(token: string): Promise<unknown> {
    return this.subjectKept(token) ?? (await this.verifyAgain(token));
  }

  /** The subject of a token that was verified here before and is still good; undefined for any other. */
  subjectKept(token: string): unknown {
    const kept = this.verified.get(token);
    // Same rounding and tolerance as jose.
    return kept && kept.expiresAtSeconds > Math.floor(Date.now() / 1000) - CLOCK_TOLERANCE_SECONDS
      ? kept.subject
      : undefined;
  }

  private async verifyAgain(token: string): Promise<unknown> {
    const { payload } = await jwtVerify(token, this.secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    if (payload.exp !== undefined) this.keep(token, { subject: payload.sub, expiresAtSeconds: payload.exp });
    return payload.sub;
  }

  private keep(token: string, verified: Verified): void {
    const [oldest] = this.verified.keys();
    if (this.verified.size >= MOST_TOKENS_KEPT && oldest !== undefined) this.verified.delete(oldest);
    this.verified.set(token, verified);
  }
}
