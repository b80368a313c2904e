/** Failures that cost nothing: a typing mistake, caps lock, the old password. */
interface Brake {
  readonly free: number;
  readonly longestMs: number;
}

interface Failures {
  readonly count: number;
  readonly lastMs: number;
}

const FIRST_MS = 1_000;
/** A day without failures forgets them. */
const KEPT_MS = 24 * 3_600_000;
const MOST_KEPT = 20_000;

/** One login from one address, the usual guesser. */
const PAIR: Brake = { free: 4, longestMs: 15 * 60_000 };
/** One address with many logins. An office shares one, so it is given more, and less of a wait. */
const ADDRESS: Brake = { free: 20, longestMs: 60_000 };
/** One login from many addresses: only the answer to a wrong password waits. */
const LOGIN: Brake = { free: 10, longestMs: 4_000 };

/**
 * Slows down who guesses passwords, twice as much with each failure, without locking out whom the password belongs to: from an address that
 * has not failed, the right password is never waited for. Counted in each API process by itself.
 */
export class LoginBrake {
  private readonly failures = new Map<string, Failures>();

  /** @param nowMs a clock that never goes back. */
  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** How long this address still has to wait before it may try this login; 0: it may try now. */
  waitMs(address: string, login: string): number {
    return Math.max(this.left(pairOf(address, login), PAIR), this.left(addressOf(address), ADDRESS));
  }

  /** Notes a failure. Gives how long its answer is to be held back. */
  fail(address: string, login: string): number {
    for (const key of [pairOf(address, login), addressOf(address), loginOf(login)]) this.note(key);
    return delayMs(this.countOf(loginOf(login)), LOGIN);
  }

  /** The right person came in: what went wrong with this login is forgotten, but not what the address did with others. */
  succeed(address: string, login: string): void {
    this.failures.delete(pairOf(address, login));
    this.failures.delete(loginOf(login));
  }

  private left(key: string, brake: Brake): number {
    const known = this.failures.get(key);
    return known ? Math.max(0, known.lastMs + delayMs(this.countOf(key), brake) - this.nowMs()) : 0;
  }

  private countOf(key: string): number {
    const known = this.failures.get(key);
    return known && this.nowMs() - known.lastMs < KEPT_MS ? known.count : 0;
  }

  private note(key: string): void {
    const count = this.countOf(key) + 1;
    this.failures.delete(key);
    const [oldest] = this.failures.keys();
    if (this.failures.size >= MOST_KEPT && oldest !== undefined) this.failures.delete(oldest);
    this.failures.set(key, { count, lastMs: this.nowMs() });
  }
}

const delayMs = (count: number, { free, longestMs }: Brake): number =>
  count <= free ? 0 : Math.min(longestMs, FIRST_MS * 2 ** Math.min(count - free - 1, 30));

const pairOf = (address: string, login: string): string => JSON.stringify(['pair', address, login]);
const addressOf = (address: string): string => JSON.stringify(['address', address]);
const loginOf = (login: string): string => JSON.stringify(['login', login]);
