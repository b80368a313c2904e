import { errors, jwtVerify, SignJWT } from 'jose';
import { LINK_PURPOSES, type LinkPurpose } from '../domain/identity/customer-link';

const ISSUER = 'aftercare';
const AUDIENCE = 'aftercare-customer-link';
const ALGORITHM = 'HS256';
/** The header type distinguishes it from all our other tokens (RFC 8725 §3.11). */
const TYPE = 'customer-link+jwt';

/** Claims carried by the link itself; the register holds the rest. */
export interface LinkClaims {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly caseNumber: string;
  readonly customerId: string;
}

/** The token is none of ours, or no longer good; the cause is for the log, never for the caller. */
export class LinkRefused extends Error {
  override readonly name = 'LinkRefused';
  constructor(
    readonly reason: 'invalid' | 'expired',
    cause: string,
  ) {
    super(cause);
  }
}

/** Tokens of customers' links, signed with a key of their own (RFC 7519, HS256). */
export class LinkTokens {
  private readonly secret: Uint8Array;

  constructor(secret: string) {
    this.secret = new TextEncoder().encode(secret);
  }

  /** The same token for the same link: a message that is sent again says the same. */
  sign(link: LinkClaims & { readonly issuedAt: Date; readonly expiresAt: Date }): Promise<string> {
    return new SignJWT({ purpose: link.purpose, case: link.caseNumber })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setJti(link.id)
      .setSubject(link.customerId)
      .setIssuedAt(link.issuedAt)
      .setExpirationTime(link.expiresAt)
      .sign(this.secret);
  }

  /** @throws {LinkRefused} for a token that is not ours, not for this use, or past its time at `now`. */
  async read(token: string, now: Date): Promise<LinkClaims> {
    try {
      const { payload } = await jwtVerify<{ purpose?: unknown; case?: unknown }>(token, this.secret, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'jti', 'iat', 'exp', 'purpose', 'case'],
        currentDate: now,
      });
      const { jti: id, sub: customerId, case: caseNumber } = payload;
      const purpose = LINK_PURPOSES.find((known) => known === payload.purpose);
      if (purpose === undefined || !isText(id) || !isText(customerId) || !isText(caseNumber))
        throw new LinkRefused('invalid', 'claims of no link');
      return { id, purpose, caseNumber, customerId };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new LinkRefused('expired', error.code);
      if (error instanceof errors.JOSEError) throw new LinkRefused('invalid', error.code);
      throw error;
    }
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.:/-]{1,200}$/.test(value);
