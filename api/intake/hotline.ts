import { loadCalendars } from '../../activities/projections/calendars';
import { nextWorkingInstant } from '../../domain/clock/working-time';
import type { Channel } from '../../domain/case/terms';
import { HOTLINE_CALENDAR } from '../../domain/promises/definitions';
import type { Transaction } from '../../platform/database';

/** Whether a call came within the hotline's published hours (R37); null for what is no call, and where no hours are published. */
export async function inHotlineHours(
  tx: Transaction,
  channel: Channel,
  receivedAt: Date,
): Promise<boolean | null> {
  if (channel !== 'phone') return null;
  if ((await tx.calendar.count({ where: { code: HOTLINE_CALENDAR } })) === 0) return null;
  const at = receivedAt.toISOString();
  const calendars = await loadCalendars(tx, [{ code: HOTLINE_CALENDAR, at }]);
  return nextWorkingInstant(calendars(HOTLINE_CALENDAR, at), receivedAt.getTime()) === receivedAt.getTime();
}
