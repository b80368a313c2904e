import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Config } from '../../platform/config';
import { CLOCK_TOLERANCE_SECONDS } from './built-in';
import { IssuerUnavailable } from './token-error';

/** Signatures by a private key alone: a public key can never pass for a shared secret (RFC 8725 §3.1). */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const FETCH_TIMEOUT_MS = 5_000;
/** After its keys were read, an unknown key id sends for them again no sooner: made-up ids must not flood the issuer. */
const COOLDOWN_MS = 10_000;

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Left out: found in the issuer's discovery document. */
  readonly jwksUri?: string;
  readonly cooldownMs?: number;
}

/** @throws {Error} if an issuer is named without the audience: tokens meant for other services would let people in. */
export function oidcSettings(config: Config): OidcSettings | undefined {
  const { AFTERCARE_OIDC_ISSUER: issuer, AFTERCARE_OIDC_AUDIENCE: audience } = config;
  const { AFTERCARE_OIDC_JWKS_URI: jwksUri } = config;
  if (issuer === undefined) return undefined;
  if (audience === undefined)
    throw new Error('AFTERCARE_OIDC_ISSUER is set: set AFTERCARE_OIDC_AUDIENCE too');
  return { issuer, audience, ...(jwksUri !== undefined && { jwksUri }) };
}

/** Tokens of an OpenID Connect issuer, verified with the keys that it publishes; a key it begins to use is fetched when met. */
export class OidcTokens {
  readonly issuer: string;
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly settings: OidcSettings) {
    this.issuer = settings.issuer;
  }

  /** The subject, as the issuer names the person. @throws {IssuerUnavailable} if its keys cannot be read. */
  async verify(token: string): Promise<unknown> {
    const { payload } = await jwtVerify(token, await this.keySet(), {
      algorithms: ALGORITHMS,
      issuer: this.settings.issuer,
      audience: this.settings.audience,
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload.sub;
  }

  /** Found once; a failure is not kept, so that the next caller tries again. */
  private keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.findKeySet().catch((cause: unknown) => {
      this.keys = undefined;
      throw new IssuerUnavailable('The discovery document of the OpenID Connect issuer cannot be read', {
        cause,
      });
    });
    return this.keys;
  }

  private async findKeySet(): Promise<JWTVerifyGetKey> {
    const uri = this.settings.jwksUri ?? (await discoverJwksUri(this.settings.issuer));
    const remote = createRemoteJWKSet(new URL(uri), {
      timeoutDuration: FETCH_TIMEOUT_MS,
      cooldownDuration: this.settings.cooldownMs ?? COOLDOWN_MS,
    });
    return async (header, token) => {
      try {
        return await remote(header, token);
      } catch (cause) {
        if (isFaultOfToken(cause)) throw cause;
        throw new IssuerUnavailable('The keys of the OpenID Connect issuer cannot be read', { cause });
      }
    };
  }
}

const isFaultOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** OpenID Connect Discovery 1.0 §4; the document has to name the issuer that was asked (§4.3). */
async function discoverJwksUri(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const document: unknown = await response.json();
  if (
    typeof document !== 'object' ||
    document === null ||
    !('issuer' in document) ||
    !('jwks_uri' in document)
  )
    throw new Error(`${url} is not a discovery document`);
  if (document.issuer !== issuer) throw new Error(`${url} belongs to another issuer`);
  if (typeof document.jwks_uri !== 'string') throw new Error(`${url} names no jwks_uri`);
  return document.jwks_uri;
}
