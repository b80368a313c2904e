import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { domainToASCII } from 'node:url';
import { normaliseCode } from '../domain/text/normalise';

/** A switchboard's extension, which E.164 has no place for: "转 801", "分机 801", "ext. 801", "x801", "#801". */
const EXTENSION = /[\s,;(]*(?:转|轉|分机|分機|内线|内線|extn?\.?|extension|x|#)\s*[:.]?\s*(\d{1,8})\s*\)?$/i;
/** The same as it is written in China behind a landline: 021-57418260-801. */
const DASHED_EXTENSION = /^(.*\d)\s*-\s*(\d{1,6})$/;
/** A name written beside the number, on either side. */
const NAME_AFTER = /^([+\d(][+\d\s().-]*[\d)])\s+\(?\p{L}[\p{L}\p{M}\s.·'-]*\)?$/u;
const NAME_BEFORE = /^\p{L}[\p{L}\p{M}\s.·'-]*[\s:]\s*([+\d(][+\d\s().-]*\d)$/u;
/** Seven or eight digits without an area: how neighbours dial one another. */
const LOCAL = /^[1-9](?:[\s-]?\d){6,7}$/;
/** The 1 before Mexican mobiles that was given up in 2019 and still stands on cards. */
const MEXICAN_MOBILE = /^\+52[\s-]*1[\s-]*(?=\d)/;
/** More than anybody writes about one number or address; what follows costs time by the square of it. */
const LONGEST = 300;

export interface Dialled {
  /** ISO 3166 code of where it would be dialled as written. */
  readonly country?: CountryCode;
  /** Area code with its trunk zero (`021`) of the desk that takes the call, for a number without one. */
  readonly areaCode?: string | undefined;
}

export interface PhoneNumber {
  /** E.164 (`+8613812345678`). */
  readonly number: string;
  /** Extension behind a switchboard. */
  readonly extension?: string;
}

/**
 * A telephone number from any spelling: full-width digits, blanks and dashes, `+86`, `0086`, a trunk zero, an extension, somebody's
 * name beside it. Undefined where it is not a number that can exist.
 */
export function parsePhone(
  text: string,
  { country = 'CN', areaCode }: Dialled = {},
): PhoneNumber | undefined {
  if (text.length > LONGEST) return undefined;
  const written = normaliseCode(text).replace(/^tel:/i, '');
  const plain = NAME_AFTER.exec(written)?.[1] ?? NAME_BEFORE.exec(written)?.[1] ?? written;
  const extension = EXTENSION.exec(plain);
  const base = (extension ? plain.slice(0, extension.index) : plain)
    // "(+86) 138…" and "(0086) 138…": brackets about the country code say nothing.
    .replace(/^\(\s*((?:\+|00)\d{1,3})\s*\)/, '$1 ')
    .replace(/^00(?=\s*[1-9])/, '+');
  const whole = toE164(base, country, areaCode);
  if (whole !== undefined) return { number: whole, ...(extension?.[1] && { extension: extension[1] }) };
  const [, main = '', dashed] = DASHED_EXTENSION.exec(base) ?? [];
  const number = extension ? undefined : toE164(main, country, areaCode);
  return number !== undefined && dashed !== undefined ? { number, extension: dashed } : undefined;
}

/** The number alone, in E.164: what people are known by. */
export const normalisePhone = (
  text: string,
  country: CountryCode = 'CN',
  areaCode?: string,
): string | undefined => parsePhone(text, { country, areaCode })?.number;

function toE164(text: string, country: CountryCode, areaCode: string | undefined): string | undefined {
  // "+86 (0)21 …" on letterheads: the zero belongs to the number in Italy, and falls away elsewhere.
  const spellings = [
    text,
    text.replace(/\(0\)/, '0'),
    text.replace(/\(0\)/, ''),
    text.replace(MEXICAN_MOBILE, '+52 '),
  ];
  if (areaCode !== undefined && LOCAL.test(text)) spellings.push(`${areaCode}${text}`);
  for (const spelling of spellings) {
    const parsed = parsePhoneNumberFromString(spelling, { defaultCountry: country, extract: false });
    if (parsed?.isValid() === true && parsed.ext === undefined) return parsed.number;
  }
  return undefined;
}

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const LONGEST_ADDRESS = 254;
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u;

/**
 * An e-mail address in lower case, from any spelling: full-width letters, `mailto:`, `Name <address>`, `address (Name)`, the full stop
 * of its sentence; an international domain in its ASCII form. Undefined where it is none. Case is dropped from the part before the @
 * too: no mailbox in use tells its letters apart, and customers do not write it alike.
 */
export function normaliseEmail(text: string): string | undefined {
  if (text.length > 2 * LONGEST) return undefined;
  // A dash is left as it was written: it is a letter of the name before the @.
  const plain = text.normalize('NFKC').replace(UNSEEN, '').trim();
  const address = (/<([^<>]*)>\W*$/.exec(plain)?.[1] ?? plain.replace(/\s*\([^()@]*\)$/, ''))
    .replace(/^mailto:/i, '')
    .trim()
    .replace(/[.,;]$/, '')
    .toLowerCase();
  if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address) || /^\.|\.\.|\.@/.test(address))
    return undefined;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? undefined : `${address.slice(0, at)}@${domain}`;
}

const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** A number as people of each language dial it: with its country code in English, without it in Chinese where it is a Chinese one. */
export function telephoneWords(text: string): { readonly en: string; readonly zh: string } {
  const number = parsePhoneNumberFromString(text);
  if (!number) return { en: text, zh: text };
  const international = number.formatInternational();
  return { en: international, zh: number.country === 'CN' ? number.formatNational() : international };
}
