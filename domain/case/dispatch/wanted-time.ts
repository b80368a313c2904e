import { DomainError } from '../../errors';
import type { Appointment, Consent } from '../facts';
import { byTheirRequest, checkConsent } from '../common/consent';
import type { Offering } from './offer-terms';
import type { CaseState, RegisteredCase } from '../state';

/** When the customer wants the engineer, as far as somebody has put it on record by an offer; kept until one is sent. */
export const wantedTime = ({ wanted, offer }: CaseState): Appointment | undefined =>
  wanted ?? offer?.appointment;

/** The time of the first offer; another only with the customer's word. */
export const wantedAfter = (state: CaseState, { appointment, consent }: Offering): Appointment =>
  consent ? appointment : (wantedTime(state) ?? appointment);

interface Timed {
  readonly appointment: Appointment;
  readonly consent?: Consent;
}

/**
 * R4: refuses a dispatch or offer for a time that the customer neither wanted nor agreed to. @throws
 * {DomainError}
 */
export function checkAgainstWanted(state: RegisteredCase, { appointment, consent }: Timed, at: string): void {
  const wanted = wantedTime(state);
  if (consent) checkConsent(consent, { at, asked: byTheirRequest(state.registration) });
  else if (wanted && !isWithin(appointment, wanted))
    throw new DomainError('OFFER.OUTSIDE_WANTED', { ...wanted }, 'data.appointment');
}

const isWithin = (inner: Appointment, outer: Appointment): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
