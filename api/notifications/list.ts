import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { NotificationListQuery } from './schema';
import { Keyset } from '../http/paging';

interface Row {
  readonly id: string;
  readonly createdAt: Date;
  readonly isRead: boolean;
}

/**
 * Unread messages first, then the latest. A message appears at its due time (working hours of its reader).
 */
export async function listNotifications(
  database: Database,
  staffId: string,
  { limit = DEFAULT_LIMIT, cursor, unread }: NotificationListQuery,
  now: Date,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<Row>(
    [
      {
        column: Prisma.sql`(read_at IS NOT NULL)`,
        kind: 'boolean',
        direction: 'asc',
        of: ({ isRead }) => isRead,
      },
      {
        column: Prisma.sql`created_at`,
        kind: 'instant',
        direction: 'desc',
        of: ({ createdAt }) => createdAt,
      },
      { column: Prisma.sql`id`, kind: 'text', direction: 'desc', of: ({ id }) => id },
    ],
    { list: 'notifications', staffId, unread },
  );
  const found = await database.$queryRaw<Row[]>`
    SELECT id, created_at AS "createdAt", read_at IS NOT NULL AS "isRead" FROM notification
    WHERE staff_id = ${staffId} AND not_before <= ${now}
      AND ${unread === undefined ? Prisma.sql`TRUE` : Prisma.sql`(read_at IS NULL) = ${unread}`}
      AND ${keyset.after(cursor)}
    ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { ids: rows.map(({ id }) => id), nextCursor };
}
