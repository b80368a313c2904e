/** Tries of one message; with the delays below that is about a day. */
export const MAX_ATTEMPTS = 20;

const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 2 * 3_600_000;
/** A server that asks for more is not waited for longer: the message would be stale. */
const LONGEST_WISH_MS = 24 * 3_600_000;

/** A message older than this when it would first be tried is not sent: it would tell of what has long passed. */
export const MAX_AGE_MS = 3 * 24 * 3_600_000;

/**
 * Delay after a failed attempt: doubles each time, with the upper half random so that simultaneous failures
 * do not retry together; never less than the receiver asked for (Retry-After, RFC 9110 §10.2.3).
 * @param attempts tries made so far, 1 after the first. @param chance from 0 to 1.
 */
export function retryDelayMs(attempts: number, chance: number, wishedMs = 0): number {
  const fullMs = Math.min(FIRST_DELAY_MS * 2 ** Math.max(attempts - 1, 0), LONGEST_DELAY_MS);
  return Math.round(Math.max(fullMs / 2 + (fullMs / 2) * chance, Math.min(wishedMs, LONGEST_WISH_MS)));
}
