import type { Consent } from '../../domain/case/facts';
import type { WireData } from './schema';
import { readInstant } from '../http/instants';

type WireConsent = WireData<'moveAppointment'>['consent'];

/** The customer's word as the rules compare it with other instants. @throws {ApiError} for one that was given at no instant. */
export const consentOf = (consent: WireConsent, path: string): Consent => ({
  ...consent,
  at: readInstant(consent.at, `${path}.consent.at`),
});

/** The same of a command that needs none. */
export const agreement = (consent: WireConsent | undefined, path: string): { readonly consent?: Consent } =>
  consent === undefined ? {} : { consent: consentOf(consent, path) };
