import type { ClockRegisters } from '../../activities/clock-registers';
import { nextWorkingInstant } from '../../domain/clock/working-time';
import type { Channel } from '../../domain/case/terms';
import { HOTLINE_CALENDAR } from '../../domain/promises/definitions';

/** Whether a call came within the hotline's published hours (R37); null for what is no call, and where no hours are published. */
export function inHotlineHours(
  registers: ClockRegisters,
  channel: Channel,
  receivedAt: Date,
): boolean | null {
  if (channel !== 'phone' || !registers.hasCalendar(HOTLINE_CALENDAR)) return null;
  const calendar = registers.calendar(HOTLINE_CALENDAR, receivedAt.toISOString());
  return nextWorkingInstant(calendar, receivedAt.getTime()) === receivedAt.getTime();
}
