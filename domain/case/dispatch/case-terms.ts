import type { OfferRecipient } from '../../dispatch/offer-ladder';
import type { ServiceLevel } from '../../identity/roles';
import type { Agreed } from '../common/consent-terms';
import type { Appointment, Consent, EngineerFacts } from '../facts';
import type { OverAlready } from '../visit/terms';
import type { EngineerAbsence } from './absence-terms';
import type { Offering, OfferPassing, OfferWithdrawal, OpenOffer, PassedOffer } from './offer-terms';
import type { AppointmentFacts, AppointmentMove, Dispatch, OfferAcceptance } from './terms';

type Reassignment = { readonly engineer: EngineerFacts; readonly reason: string } & Agreed;
interface AbsenceWithdrawal {
  readonly absenceId: string;
}

export interface DispatchCommands {
  readonly dispatch: Dispatch & AppointmentFacts;
  readonly offer: Offering & AppointmentFacts;
  readonly acceptOffer: OfferAcceptance & AppointmentFacts;
  readonly declineOffer: { readonly reason: string };
  readonly withdrawOffer: { readonly reason: string };
  readonly reassign: Reassignment;
  readonly moveAppointment: AppointmentMove & AppointmentFacts;
  /** R12: the engineer of the case is away in some time. */
  readonly recordAbsence: EngineerAbsence;
  readonly recordAbsenceWithdrawn: AbsenceWithdrawal;
}

export interface DispatchEvents {
  readonly OfferMade: Offering & { readonly to: OfferRecipient };
  readonly OfferPassedOn: OfferPassing;
  readonly OfferAccepted: { readonly by: OfferRecipient; readonly consent?: Consent };
  readonly OfferWithdrawn: OfferWithdrawal;
  readonly EngineerDispatched: Dispatch & OverAlready;
  readonly EngineerReassigned: Reassignment & {
    readonly previous?: EngineerFacts;
    /** Departure time of the trip that ends on its way. */
    readonly departedAt?: string;
  };
  readonly AppointmentMoved: AppointmentMove & {
    readonly previous?: Appointment;
    /** No engineer had come by then. */
    readonly isMissed?: true;
  } & OverAlready;
  readonly EngineerAbsent: EngineerAbsence;
  readonly AbsenceWithdrawn: AbsenceWithdrawal;
}

export interface DispatchState {
  readonly regionId?: string;
  /** Level of the organisation that serves the case: the region's centre, then the outlet that was dispatched (R11). */
  readonly serviceLevel?: ServiceLevel;
  /** The job, while it is offered and not taken (R11). */
  readonly offer?: OpenOffer;
  /** When the customer wants the engineer, once it was put on record by an offer, until one is sent (R4). */
  readonly wanted?: Appointment;
  /** Those who had the offer and did not take it, since the last dispatch. */
  readonly passedOffers?: readonly PassedOffer[];
  readonly dispatch?: Dispatch;
  /** Absences of dispatched engineers (R12). */
  readonly absences?: readonly (EngineerAbsence & { readonly toldAt: string })[];
}
