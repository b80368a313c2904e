/**
 * How long a caller may take to send a request. Node looks every 30 s where it is not told to, and Fastify lets a body take for ever.
 */
export const HEADERS_TIMEOUT_MS = 15_000;
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
