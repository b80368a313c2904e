import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../http/problems';

/** A person reads and types for longer; programs do not. */
export const SHORTEST_MS = 3_000;
const LONGEST_MS = 24 * 3_600_000;

/**
 * Signs when a public form was opened, so that a form that comes back within seconds is known to be a program's. The secret is one that every
 * API process has; a label keeps what it signs apart from its other use.
 */
export class FormStamps {
  constructor(private readonly secret: string) {}

  make(now: Date): string {
    const openedAt = now.getTime().toString(36);
    return `${openedAt}.${this.signed(openedAt)}`;
  }

  /** @throws {ApiError} for a stamp that is not ours, or whose form was open too shortly or too long. */
  check(stamp: string, now: Date): void {
    const [openedAt = '', signature = ''] = stamp.split('.');
    const [given, right] = [Buffer.from(signature), Buffer.from(this.signed(openedAt))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new ApiError('FORM.STALE');
    const openMs = now.getTime() - Number.parseInt(openedAt, 36);
    if (openMs < SHORTEST_MS)
      throw new ApiError('FORM.TOO_FAST', { seconds: Math.ceil((SHORTEST_MS - openMs) / 1_000) });
    if (openMs > LONGEST_MS) throw new ApiError('FORM.STALE');
  }

  private signed(openedAt: string): string {
    return createHmac('sha256', this.secret).update(`public form ${openedAt}`).digest('base64url');
  }
}
