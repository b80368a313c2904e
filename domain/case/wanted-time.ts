import { DomainError } from '../errors';
import { invalid } from '../invalid';
import type { Actor } from '../identity/actor';
import type { Consent } from './commands';
import type { Appointment } from './events';
import type { Offering } from './offer-terms';
import type { CaseState, RegisteredCase } from './state';

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

/** R4: nobody is sent, and nothing offered, for a time that the customer neither wanted nor agreed to. @throws {DomainError} */
export function checkAgainstWanted(state: RegisteredCase, { appointment, consent }: Timed, at: string): void {
  const wanted = wantedTime(state);
  if (consent) {
    checkConsent(consent, at);
    if (consent.at < state.registration.receivedAt)
      throw invalid('data.consent.at', {
        en: 'the customer cannot have agreed before they asked',
        zh: '客户同意时间不得早于提出请求的时间',
      });
  } else if (wanted && !isWithin(appointment, wanted))
    throw new DomainError('OFFER.OUTSIDE_WANTED', { ...wanted }, 'data.appointment');
}

/** By the link the act itself is the consent (R36), so nobody else can claim that it was given there. @throws {DomainError} */
export function checkConsent(consent: Consent, at: string, by?: Actor): void {
  if ((by?.kind === 'customer') !== (consent.how === 'link'))
    throw invalid('data.consent.how', {
      en: 'the customer alone consents by the link',
      zh: '只有客户本人可通过链接同意',
    });
  if (consent.at > at)
    throw invalid('data.consent.at', {
      en: 'the customer cannot have agreed in the future',
      zh: '客户同意时间不得晚于当前时间',
    });
}

const isWithin = (inner: Appointment, outer: Appointment): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
