/**
 * Sets of characters as the inside of a regular expression's brackets, written out: PostgreSQL's `serial_key` has the same list, and
 * neither may change with a version of Unicode.
 */

/** Default-ignorable without variation selectors: zero-width, bidirectional marks, soft hyphen, word joiner, fillers, tags. */
export const INVISIBLE =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E00FF}\\u{E01F0}-\\u{E0FFF}';

/** Choose a form of the character before them: seen in a text, nothing in a code. */
export const VARIATION_SELECTORS = '\\u180B-\\u180D\\u180F\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}';

/** But tab, line breaks, and NUL: bytes that went wrong are refused, not mended. */
export const CONTROLS = '\\u0001-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F';

/** All that people and word processors put for a hyphen; also the prolonged sound mark that a Japanese keyboard gives for it. */
export const DASHES =
  '\\u002D\\u02D7\\u058A\\u05BE\\u1400\\u1806\\u2010-\\u2015\\u2043\\u2212\\u2500\\u2796\\u2E17\\u2E1A\\u2E3A\\u2E3B\\u2E40\\u2E5D\\u301C\\u3030\\u30A0\\u30FC\\uFE31\\uFE32\\uFE58\\uFE63\\uFF0D\\uFF70\\u{10D6E}\\u{10EAD}';

/** White space, and what is drawn as such. */
export const BLANKS =
  '\\t\\n\\u000B\\u000C\\r\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u2800\\u3000';
