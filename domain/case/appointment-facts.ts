import { putOff, type Clocks } from '../clock/clocks';
import type { Consent } from './commands';
import type { Appointment, CaseEvent } from './events';

/** What the API has looked up about the time of an appointment. Commands of before it did so have none of it, and keep their meaning. */
export interface AppointmentFacts {
  /** The promise of the resolution, where the appointment ends after it, and the end of that day: by then the work can be done. */
  readonly resolution?: { readonly dueAt: string; readonly endOfDay: string };
}

interface Timed extends AppointmentFacts {
  readonly appointment: Appointment;
  readonly consent?: Consent;
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
