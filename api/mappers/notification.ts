import type { Language } from '../../domain/case/terms';
import type { JsonObject } from '../../domain/json';
import { renderNotice } from '../../domain/notices/render';
import type { Prisma } from '../../platform/database';
import type { NotificationView } from '../../schemas/notification';
import { iso } from './one-of';

export type NotificationRow = Prisma.NotificationGetPayload<object>;

/** A message in its reader's language, its instants as the company's wall clock shows them. */
export function notificationView(
  row: NotificationRow,
  language: Language,
  timeZone: string,
): NotificationView {
  const params = isObject(row.params) ? row.params : {};
  const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const { title, text } = renderNotice({ template: row.template, params }, language, (instant) =>
    wallClock.format(new Date(instant)),
  );
  return {
    id: wireId(row.id),
    template: row.template,
    title,
    text,
    caseNumber: typeof params.caseNumber === 'string' ? params.caseNumber : null,
    createdAt: row.createdAt.toISOString(),
    readAt: iso(row.readAt),
  };
}

/** Ids of processes may hold a slash, which does not belong into a path. */
export const wireId = (id: string): string => id.replaceAll('/', '~');
export const idOfWire = (wire: string): string => wire.replaceAll('~', '/');

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
