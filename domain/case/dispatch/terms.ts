import type { Appointment, Consent, PartLine, EngineerFacts } from '../facts';
import type { Bilingual } from '../../bilingual';

export interface AppointmentMove extends OutsideHours {
  readonly appointment: Appointment;
  readonly consent: Consent;
}

export interface Dispatch extends OutsideHours {
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly parts: readonly PartLine[];
  /** Where the customer is known to have wanted another time (R4). */
  readonly consent?: Consent;
}

/** The appointment lies within the time that was wanted, or has the customer's consent (R4). */
export interface OfferAcceptance extends OutsideHours {
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly consent?: Consent;
}

/** Confirms that a time outside working hours, or in the past, is intended. */
export interface OutsideHours {
  readonly outsideHours?: true;
}

/**
 * Facts that the API read about an appointment's time. Absent in older commands, which keep their meaning.
 */
export interface AppointmentFacts {
  /** Whether it begins or ends when the outlet that comes does not work; and when that works on the day in question, as people read it. */
  readonly hours?: { readonly isOutside: boolean; readonly open: Bilingual };
  /** The promise of the resolution, where the appointment ends after it, and the end of that day: by then the work can be done. */
  readonly resolution?: { readonly dueAt: string; readonly endOfDay: string };
}
