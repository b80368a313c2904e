import type { CountryCode } from 'libphonenumber-js/max';
import type { Config } from '../platform/config';
import { normaliseEmail, normalisePhone } from '../platform/contacts';
import { ApiError } from './problems';

const isCountry = (text: string): text is CountryCode => /^[A-Z]{2}$/.test(text);
export const countryOf = ({ AFTERCARE_COUNTRY: country }: Config): CountryCode =>
  isCountry(country) ? country : 'CN';

/** @throws {ApiError} naming the field, for what is no telephone number. */
export function readPhone(text: string, country: CountryCode, field: string): string {
  const phone = normalisePhone(text, country);
  if (phone === undefined) throw new ApiError('REQUEST.PHONE_INVALID', { value: text, country }, field);
  return phone;
}

/** @throws {ApiError} naming the field, for what is no e-mail address. */
export function readEmail(text: string, field: string): string {
  const email = normaliseEmail(text);
  if (email === undefined) throw new ApiError('REQUEST.EMAIL_INVALID', { value: text }, field);
  return email;
}
