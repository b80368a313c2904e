import { readClockRegisters } from '../../activities/clock-registers';
import { reckonClocks } from '../../activities/projections/clocks';
import type { AppointmentFacts } from '../../domain/case/appointment-facts';
import type { Appointment } from '../../domain/case/events';
import type { ClockRecord } from '../../domain/clock/clocks';
import { endOfDay } from '../../domain/clock/local-days';
import type { Database } from '../../platform/database';

interface Place {
  readonly database: Database;
  /** The promise of the resolution, as the commands before leave it. */
  readonly resolution: ClockRecord | undefined;
  /** Where the outlet that comes works round the clock. */
  readonly timeZone: string;
}

/** What the rules have to know of the time of an appointment. @param outletId whose engineer comes. */
export async function appointmentFacts(
  { database, resolution, timeZone }: Place,
  outletId: string | undefined,
  { to }: Appointment,
): Promise<AppointmentFacts> {
  if (!resolution) return {};
  const outlet =
    outletId === undefined
      ? null
      : await database.organisation.findUnique({ where: { id: outletId }, select: { calendar: true } });
  const registers = await readClockRegisters(database);
  const { rows } = reckonClocks(registers, { resolution }, new Date().toISOString());
  const dueAt = rows.find(({ isActive }) => isActive)?.dueAt ?? undefined;
  if (dueAt === undefined || to <= dueAt) return {};
  const calendar =
    outlet && registers.hasCalendar(outlet.calendar) && registers.calendar(outlet.calendar, to);
  const zone = calendar && calendar !== '24x7' ? calendar.timeZone : timeZone;
  return { resolution: { dueAt, endOfDay: endOfDay(zone, to) } };
}
