/** Largest body of a request whose route sets no limit of its own. */
export const BODY_LIMIT_BYTES = 256 * 1024;
