import { putOff, type Clocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { invalid } from '../../invalid';
import type { Appointment, Consent } from '../facts';
import type { CaseEvent } from '../events';
import { type AppointmentFacts, type OutsideHours } from './terms';

/** A form takes a while to fill in, and clocks differ, before an appointment from now on lies in the past. */
const PAST_AFTER_MS = 5 * 60_000;

interface Timed extends AppointmentFacts, OutsideHours {
  readonly appointment: Appointment;
  readonly consent?: Consent;
}

/**
 * An appointment takes some time, and lies ahead in working hours, unless another is meant and said so: an emergency at night, or a visit that
 * is entered afterwards. @throws {DomainError}
 */
export function checkAppointment({ appointment, outsideHours, hours }: Timed, at: string): void {
  const { from, to } = appointment;
  if (to <= from)
    throw invalid('data.appointment', {
      en: 'the end must be after the start',
      zh: '结束时间须晚于开始时间',
    });
  if (outsideHours) return;
  if (hours && Date.parse(from) + PAST_AFTER_MS < Date.parse(at))
    throw new DomainError('CASE.APPOINTMENT_PAST', { from }, 'data.appointment.from');
  if (to <= at)
    throw invalid('data.appointment.to', { en: 'the appointment has already ended', zh: '上门时间已过' });
  if (hours?.isOutside)
    throw new DomainError('CASE.OUTSIDE_HOURS', { open: { ...hours.open } }, 'data.appointment');
}

/** The command's own data, without what was looked up for it. */
export function withoutFacts<D extends AppointmentFacts>({
  hours: _hours,
  resolution: _resolution,
  ...given
}: D): Omit<D, keyof AppointmentFacts> {
  return given;
}

/**
 * R4: where the customer agrees to an appointment after the promise of the resolution, that promise follows in the same act, and no further
 * than the day needs. Without their word it stays where it is, and what is broken by `now` stays broken.
 */
export const promiseFollows = (
  clocks: Clocks,
  { appointment, consent, resolution }: Timed,
  now: string,
): readonly CaseEvent[] =>
  consent && resolution && now < resolution.dueAt && resolution.dueAt < appointment.to
    ? putOff(clocks, 'resolution', resolution.endOfDay)
    : [];
