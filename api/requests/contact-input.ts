import type { CountryCode } from 'libphonenumber-js/max';
import type { Config } from '../../platform/config';
import { normaliseEmail, normalisePhone } from '../../platform/contacts';
import { query, type Database } from '../../platform/database';
import { ApiError } from '../http/problems';

const isCountry = (text: string): text is CountryCode => /^[A-Z]{2}$/.test(text);
export const countryOf = ({ AFTERCARE_COUNTRY: country }: Config): CountryCode =>
  isCountry(country) ? country : 'CN';

/** Area code of a centre or an outlet, else of its centre; undefined when none is registered. */
export async function areaCodeOf(database: Database, organisationId: string): Promise<string | undefined> {
  const {
    rows: [own],
  } = await query<{ readonly areaCode: string | null }>(
    database,
    `SELECT coalesce(own.area_code, parent.area_code) AS "areaCode"
     FROM organisation AS own LEFT JOIN organisation AS parent ON parent.id = own.parent_id WHERE own.id = $1`,
    [organisationId],
  );
  return own?.areaCode ?? undefined;
}

/** @throws {ApiError} naming the field, for what is no telephone number. */
export function readPhone(text: string, country: CountryCode, field: string, areaCode?: string): string {
  const phone = normalisePhone(text, country, areaCode);
  if (phone === undefined) throw new ApiError('REQUEST.PHONE_INVALID', { value: text, country }, field);
  return phone;
}

/** @throws {ApiError} naming the field, for what is no e-mail address. */
export function readEmail(text: string, field: string): string {
  const email = normaliseEmail(text);
  if (email === undefined) throw new ApiError('REQUEST.EMAIL_INVALID', { value: text }, field);
  return email;
}
