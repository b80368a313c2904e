import type { Prisma } from '../../platform/database';
import { noticeOf, paramsOf } from '../../platform/notice';
import type { NotificationView } from './schema';
import { iso } from '../http/one-of';

export type NotificationRow = Prisma.NotificationGetPayload<object>;

/** A message in its reader's language. */
export function notificationView(
  row: NotificationRow,
  reading: Parameters<typeof noticeOf>[1],
): NotificationView {
  const { title, text } = noticeOf(row, reading);
  const { caseNumber } = paramsOf(row.params);
  return {
    id: wireId(row.id),
    template: row.template,
    title,
    text,
    caseNumber: typeof caseNumber === 'string' ? caseNumber : null,
    createdAt: row.createdAt.toISOString(),
    readAt: iso(row.readAt),
  };
}

/** Ids of processes may hold a slash, which does not belong into a path. */
const wireId = (id: string): string => id.replaceAll('/', '~');
export const idOfWire = (wire: string): string => wire.replaceAll('~', '/');
