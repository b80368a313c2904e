import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/** A switchboard's extension, which E.164 has no place for: "转 801", "分机 801", "ext. 801", "x801", "#801". */
const EXTENSION =
  /[\s,，;；(（]*(?:转|轉|分机|分機|内线|extn?\.?|extension|x|#)\s*[:：.]?\s*\d{1,8}\s*[)）]?$/i;
/** The same as it is written in China behind a landline: 021-57418260-801. */
const DASHED_EXTENSION = /^(.*\d{7,8})\s*-\s*\d{1,6}$/;
const DASHES = /[‐‑‒–—―−ー－]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/**
 * A telephone number in E.164 (`+8613812345678`), from any spelling: full-width digits, blanks and dashes, `+86`, `0086`, a trunk
 * zero, an extension (left out). Undefined where it is not a number that can exist.
 * @param defaultCountry ISO 3166 code of where it would be dialled as written.
 */
export function normalisePhone(text: string, defaultCountry: CountryCode = 'CN'): string | undefined {
  // NFKC makes full-width digits and signs plain ones.
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').trim();
  const number = plain
    .replace(/^tel:/i, '')
    .replace(EXTENSION, '')
    // "(+86) 138…" and "(0086) 138…": brackets about the country code say nothing.
    .replace(/^\(\s*((?:\+|00)\d{1,3})\s*\)/, '$1 ')
    .replace(/^00(?=\s*[1-9])/, '+');
  return toE164(number, defaultCountry) ?? toE164(DASHED_EXTENSION.exec(number)?.[1] ?? '', defaultCountry);
}

function toE164(text: string, defaultCountry: CountryCode): string | undefined {
  // A "+" in front of a trunk zero ("+86 (0)21 …") is common on letterheads.
  const parsed = parsePhoneNumberFromString(text.replace(/\(0\)/, ''), { defaultCountry, extract: false });
  return parsed?.isValid() === true ? parsed.number : undefined;
}

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const LONGEST_ADDRESS = 254;
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/**
 * An e-mail address in lower case, from any spelling: full-width letters, `mailto:`, `Name <address>`. Undefined where it is none.
 * Case is dropped from the part before the @ too: no mailbox in use tells its letters apart, and customers do not write it alike.
 */
export function normaliseEmail(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim();
  const address = (/<([^<>]*)>$/.exec(plain)?.[1] ?? plain)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  const isAddress =
    address.length <= LONGEST_ADDRESS && ADDRESS.test(address) && !/^\.|\.\.|\.@/.test(address);
  return isAddress ? address : undefined;
}
