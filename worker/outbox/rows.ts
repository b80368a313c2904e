import { randomUUID } from 'node:crypto';
import { MAX_AGE_MS } from '../../domain/notices/delivery';
import type { Database, Prisma } from '../../platform/database';
import { paramsOf } from '../../platform/notice';

/** Longer than any attempt takes; after it somebody else may try. */
export const LEASE_MS = 3 * 60_000;
const EXPIRED_AT_ONCE = 1_000;

export type LeasedNotification = Prisma.NotificationGetPayload<object> & { readonly lease: string };

/** The case that a message is about: one of a parts order names it. */
export function caseNumberOf({
  params,
  processId,
}: Pick<LeasedNotification, 'params' | 'processId'>): string {
  const { caseNumber } = paramsOf(params);
  return typeof caseNumber === 'string' ? caseNumber : processId;
}

/**
 * Takes messages that are due, for as long as a lease lasts, and counts the attempt. Senders at once take different ones: rows that
 * another is taking are passed over.
 */
export async function takeDue(
  database: Database,
  now: Date,
  most: number,
): Promise<readonly LeasedNotification[]> {
  const lease = randomUUID();
  const until = new Date(now.getTime() + LEASE_MS);
  const taken = await database.$queryRaw<{ id: string }[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM notification
      WHERE state = 'waiting' AND COALESCE(next_attempt_at, not_before) <= ${now}
      ORDER BY COALESCE(next_attempt_at, not_before), id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE notification SET lease = ${lease}, attempts = attempts + 1, next_attempt_at = ${until}
    FROM due WHERE notification.id = due.id RETURNING notification.id`;
  if (taken.length === 0) return [];
  const rows = await database.notification.findMany({
    where: { id: { in: taken.map(({ id }) => id) }, lease },
  });
  return rows.map((row) => ({ ...row, lease }));
}

/** Outcome of an attempt. */
export type Settlement =
  | { readonly state: 'sent'; readonly channel: string }
  | { readonly state: 'failed'; readonly channel?: string; readonly reason: string }
  | { readonly state: 'kept'; readonly reason: string }
  | { readonly state: 'waiting'; readonly channel?: string; readonly reason: string; readonly retryAt: Date };

/** False where the lease had ended and another sender has the message. */
export async function settle(
  database: Database,
  { id, lease }: LeasedNotification,
  settlement: Settlement,
  now: Date,
): Promise<boolean> {
  const isOver = settlement.state !== 'waiting';
  const { count } = await database.notification.updateMany({
    where: { id, lease, state: 'waiting' },
    data: {
      state: settlement.state,
      channel: 'channel' in settlement ? (settlement.channel ?? null) : null,
      reason: 'reason' in settlement ? settlement.reason : null,
      nextAttemptAt: isOver ? null : settlement.retryAt,
      settledAt: isOver ? now : null,
      lease: null,
    },
  });
  return count === 1;
}

/**
 * Expires messages that no worker tried in time: after days without a worker, or when sending is first
 * configured.
 */
export function expireOld(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - MAX_AGE_MS);
  return database.$executeRaw`
    WITH old AS MATERIALIZED (
      SELECT id FROM notification
      WHERE state = 'waiting' AND COALESCE(next_attempt_at, not_before) < ${before} AND attempts = 0
        AND next_attempt_at IS NULL
      ORDER BY COALESCE(next_attempt_at, not_before), id LIMIT ${EXPIRED_AT_ONCE} FOR UPDATE SKIP LOCKED)
    UPDATE notification SET state = 'expired', reason = 'too-old', settled_at = ${now}
    FROM old WHERE notification.id = old.id`;
}
