/**
 * How long a caller may take to send a request. By default Node checks only every 30 s, and Fastify sets no
 * limit for a body.
 */
const HEADERS_TIMEOUT_MS = 15_000;
const CHECK_EVERY_MS = 1_000;

/** Fastify's options for a server whose callers have so long for a whole request, headers and body. */
export const timeoutsOf = (requestTimeoutMs: number) => ({
  requestTimeout: requestTimeoutMs,
  http: {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
    connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, requestTimeoutMs),
  },
});
