import type { OfferEnd, OfferRecipient } from '../../dispatch/offer-ladder';
import type { OutsideHours } from './terms';
import type { Appointment, Consent, PartLine } from '../facts';

/** A job that is offered, not ordered: to an outlet, then its regional centre, then headquarters (R11). */
export interface Offering extends OutsideHours {
  /** The outlet first. */
  readonly ladder: readonly OfferRecipient[];
  /** The region of that outlet. */
  readonly regionId: string;
  /** When the customer wants the engineer. */
  readonly appointment: Appointment;
  /** Where that is another time than was on record before (R4). */
  readonly consent?: Consent;
  readonly parts: readonly PartLine[];
}

/** An offer that waits for somebody's word. */
export interface OpenOffer extends Offering {
  /** Current recipient. */
  readonly to: OfferRecipient;
  readonly offeredAt: string;
}

/** An earlier recipient that did not take the offer. */
export interface PassedOffer {
  readonly by: OfferRecipient;
  readonly appointment: Appointment;
  readonly how: Extract<OfferEnd, 'declined' | 'lapsed'>;
  readonly reason?: string;
  readonly at: string;
}

/** Move of an offer to its next recipient, and the reason. */
export interface OfferPassing extends Pick<PassedOffer, 'how' | 'reason'> {
  readonly from: OfferRecipient;
  readonly to: OfferRecipient;
}

export interface OfferWithdrawal {
  readonly from: OfferRecipient;
  readonly end: Exclude<OfferEnd, 'declined' | 'lapsed'>;
  readonly reason?: string;
}
