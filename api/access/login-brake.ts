/** Failures that cost nothing: a typing mistake, caps lock, the old password. */
interface Brake {
  readonly free: number;
  readonly longestMs: number;
}

/** Failed logins under one key, and how long ago the last of them was. */
export interface Failures {
  readonly count: number;
  readonly sinceLastMs: number;
}

/**
 * Keys of the failure counters: one login from one address, any login from that address, that login from any
 * address.
 */
export interface FailureCounts {
  readonly pair?: Failures | undefined;
  readonly address?: Failures | undefined;
  readonly login?: Failures | undefined;
}

const FIRST_MS = 1_000;
/** A day without failures forgets them. */
export const FAILURES_KEPT_MS = 24 * 3_600_000;

/** One login from one address, the usual guesser. */
const PAIR: Brake = { free: 4, longestMs: 15 * 60_000 };
/** One address with many logins. An office shares one, so it is given more, and less of a wait. */
const ADDRESS: Brake = { free: 20, longestMs: 60_000 };
/** One login from many addresses: only the answer to a wrong password waits. */
const LOGIN: Brake = { free: 10, longestMs: 4_000 };

/**
 * Wait before an address may try a login; 0 means now. The wait doubles with each failure. The right password
 * from an address without failures never waits, so a guesser cannot lock out the owner.
 */
export const waitMs = ({ pair, address }: FailureCounts): number =>
  Math.max(leftMs(pair, PAIR), leftMs(address, ADDRESS));

/** How long the answer to a wrong password is held back, by the failures of that login with this one. */
export const heldBackMs = ({ login }: FailureCounts): number => delayMs(countOf(login), LOGIN);

const leftMs = (failures: Failures | undefined, brake: Brake): number =>
  failures ? Math.max(0, delayMs(countOf(failures), brake) - failures.sinceLastMs) : 0;

const countOf = (failures: Failures | undefined): number =>
  failures && failures.sinceLastMs < FAILURES_KEPT_MS ? failures.count : 0;

const delayMs = (count: number, { free, longestMs }: Brake): number =>
  count <= free ? 0 : Math.min(longestMs, FIRST_MS * 2 ** Math.min(count - free - 1, 30));
