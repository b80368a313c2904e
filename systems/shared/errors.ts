import type { SystemCode } from './codes';
import type { ProblemDetail } from './wire';

/**
 * A rule of the system said no; nothing has changed. Thrown inside a server's work, answered as a problem (RFC 9457).
 * `params` are the values of the message, for a reader that words it in another language.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: 400 | 401 | 404 | 409 | 422,
    readonly code: SystemCode,
    message: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly errors: readonly ProblemDetail[] = [],
  ) {
    super(message);
  }
}

/** A client's view of a refusal: the system understood and said no. Asking again gives the same answer. */
export class SystemRefusal extends Error {
  override readonly name = 'SystemRefusal';
  constructor(
    readonly system: string,
    readonly code: string,
    message: string,
    readonly status: number,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly errors: readonly ProblemDetail[] = [],
  ) {
    super(message);
  }
}

/**
 * A client's view of a system that gave no usable answer: away, slow, failing, misconfigured, or talking nonsense.
 * Whether it did what was asked is unknown, so ask again with the same idempotency key.
 */
export class SystemUnavailable extends Error {
  override readonly name = 'SystemUnavailable';
  constructor(
    readonly system: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${system}: ${message}`, options);
  }
}
