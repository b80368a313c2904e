import { loadCalendars } from '../../activities/projections/calendars';
import type { Appointment } from '../../domain/case/facts';
import type { RegisteredCase } from '../../domain/case/state';
import { workingSpans, type Interval } from '../../domain/clock/working-spans';
import { HORIZON_MS, offeredWindows } from '../../domain/dispatch/windows';
import type { Database } from '../../platform/database';

/** The times that the customer can choose from, of the engineer who comes: working hours of their outlet that nothing else takes. */
export async function offeredAppointments(
  database: Database,
  { dispatch, registration }: RegisteredCase,
  nowMs: number,
): Promise<readonly Appointment[]> {
  if (!dispatch) return [];
  const { engineer, appointment } = dispatch;
  const [from, to] = [new Date(nowMs), new Date(nowMs + HORIZON_MS)];
  const [staff, slots] = await Promise.all([
    database.staff.findUnique({
      where: { id: engineer.id, active: true },
      select: { organisation: { select: { calendar: true } } },
    }),
    database.engineerSlot.findMany({
      where: {
        engineerId: engineer.id,
        from: { lt: to },
        to: { gt: from },
        // Their own appointment makes room for the one that they choose instead.
        NOT: { processId: registration.caseNumber },
      },
    }),
  ]);
  if (!staff) return [];
  const { calendar } = staff.organisation;
  const calendars = await loadCalendars(database, [{ code: calendar, at: from.toISOString() }]);
  return offeredWindows({
    working: workingSpans(calendars(calendar, from.toISOString()), from.getTime(), to.getTime()),
    taken: slots.map((slot): Interval => [slot.from.getTime(), slot.to.getTime()]),
    lengthMs: Date.parse(appointment.to) - Date.parse(appointment.from),
    nowMs,
  })
    .map(([begin, end]) => ({ from: new Date(begin).toISOString(), to: new Date(end).toISOString() }))
    .filter(({ from: begin, to: end }) => begin !== appointment.from || end !== appointment.to);
}
