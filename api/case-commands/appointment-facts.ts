import { readClockRegisters, type ClockRegisters } from '../../activities/clock-registers';
import { computeClocks } from '../../activities/projections/clocks';
import type { AppointmentFacts } from '../../domain/case/dispatch/terms';
import type { Appointment } from '../../domain/case/facts';
import type { Calendar } from '../../domain/clock/calendar';
import type { ClockRecord } from '../../domain/clock/clocks';
import { endOfDay, hoursOfDay, isWorkedAt } from '../../domain/clock/local-days';
import type { Database } from '../../platform/database';

interface Place {
  readonly database: Database;
  /** The promise of the resolution, as the commands before leave it. */
  readonly resolution: ClockRecord | undefined;
  /** Where the outlet that comes works round the clock. */
  readonly timeZone: string;
}

/** Facts that the rules need about an appointment's time. @param outletId of the engineer. */
export async function appointmentFacts(
  { database, resolution, timeZone }: Place,
  outletId: string | undefined,
  appointment: Appointment,
): Promise<AppointmentFacts> {
  const registers = await readClockRegisters(database);
  const calendar = await calendarOf(database, registers, outletId, appointment.from);
  const zone = calendar && calendar !== '24x7' ? calendar.timeZone : timeZone;
  const { to } = appointment;
  const dueAt = dueOf(registers, resolution);
  return {
    ...(calendar && { hours: hoursFor(calendar, appointment) }),
    ...(dueAt !== undefined && dueAt < to && { resolution: { dueAt, endOfDay: endOfDay(zone, to) } }),
  };
}

/** Calendar of the engineer's outlet, else of its centre; undefined when neither has one. */
async function calendarOf(
  database: Database,
  registers: ClockRegisters,
  outletId: string | undefined,
  at: string,
): Promise<Calendar | undefined> {
  if (outletId === undefined) return undefined;
  const outlet = await database.organisation.findUnique({
    where: { id: outletId },
    select: { calendar: true, parent: { select: { calendar: true } } },
  });
  const code = [outlet?.calendar, outlet?.parent?.calendar].find(
    (named) => named !== undefined && registers.hasCalendar(named),
  );
  return code === undefined ? undefined : registers.calendar(code, at);
}

/** Reports the day of whichever end lies outside working hours. */
function hoursFor(calendar: Calendar, { from, to }: Appointment): NonNullable<AppointmentFacts['hours']> {
  const isBegunInHours = isWorkedAt(calendar, from);
  const isOutside = !isBegunInHours || !isWorkedAt(calendar, to, true);
  if (calendar === '24x7') return { isOutside, open: { en: '00:00–24:00', zh: '00:00–24:00' } };
  const { date, spans } = hoursOfDay(calendar, isBegunInHours ? to : from);
  const place = `${date}, ${calendar.timeZone}`;
  const [en, zh] = spans.length > 0 ? [spans.join(', '), spans.join('、')] : ['none', '无（休息日）'];
  return { isOutside, open: { en: `${en} (${place})`, zh: `${zh}（${place}）` } };
}

/** Undefined where it is over, or is not known: it waits. */
function dueOf(registers: ClockRegisters, resolution: ClockRecord | undefined): string | undefined {
  if (!resolution) return undefined;
  const { rows } = computeClocks(registers, { resolution }, new Date().toISOString());
  return rows.find(({ isActive }) => isActive)?.dueAt ?? undefined;
}
