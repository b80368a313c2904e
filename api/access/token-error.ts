/** The token does not let its bearer in; the cause is for the log, never for the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The issuer's keys cannot be read, so the token cannot be verified. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}
