import { decodeJwt, errors } from 'jose';
import type { BuiltInTokens } from './built-in';
import type { OidcTokens } from './oidc';
import { tokenIdOf } from './revoked-tokens';
import { TokenRefused } from './token-error';

/** Person named by a token: staff by id (built-in login) or by the subject that an issuer gives them. */
export type Named =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'subject'; readonly subject: string };

/** A verified person with the id of their token. */
export type Bearer = Named & { readonly tokenId: string };

export interface TokenVerifiers {
  readonly builtIn?: BuiltInTokens;
  readonly oidc?: OidcTokens;
}

/** Valid subjects (OpenID Connect Core §2: 255 ASCII characters); PostgreSQL cannot be asked for a NUL. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/**
 * Verifies the token and returns the person it names. Its issuer claim chooses one verifier, with that
 * verifier's own key and algorithms: the token's header influences neither (RFC 8725 §3.1, §3.8).
 * @throws {TokenRefused} @throws {IssuerUnavailable}
 */
export async function verifyToken(token: string, { builtIn, oidc }: TokenVerifiers): Promise<Bearer> {
  const tokenId = tokenIdOf(token);
  const kept = builtIn?.subjectKept(token);
  if (kept !== undefined) return { kind: 'id', id: subjectOf(kept), tokenId };
  try {
    const { iss } = decodeJwt(token);
    if (builtIn && iss === builtIn.issuer)
      return { kind: 'id', id: subjectOf(await builtIn.verify(token)), tokenId };
    if (oidc && iss === oidc.issuer)
      return { kind: 'subject', subject: subjectOf(await oidc.verify(token)), tokenId };
  } catch (cause) {
    if (cause instanceof errors.JOSEError) throw new TokenRefused(cause.code, { cause });
    throw cause;
  }
  throw new TokenRefused('of no issuer that is trusted here');
}

function subjectOf(subject: unknown): string {
  if (typeof subject !== 'string' || !SUBJECT.test(subject)) throw new TokenRefused('names nobody');
  return subject;
}
