import { inWords } from './names';
import type { Bilingual, Language } from './bilingual';
import { isJsonObject, type JsonObject, type JsonValue } from './json';

/** Parameters of refusals that hold codes of the rules, printed as words. */
const CODED: readonly string[] = [
  'command',
  'stage',
  'possible',
  'requestType',
  'approvalKind',
  'decision',
  'role',
  'withdrawal',
  'quoteStatus',
  'answeredBy',
  'what',
];

/** Parameters that hold instants (ISO-8601), printed in local time. */
const INSTANTS: readonly string[] = ['since', 'from', 'to', 'earliest', 'at'];

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** Formats an instant; undefined when the reader's time zone is unknown. */
export type FormatInstant = ((instant: string) => string) | undefined;

/**
 * A refusal's text with its values in the reader's language; undefined when a value is missing or cannot be
 * printed.
 * @param words the template in both languages.
 */
export function filledWords(
  words: Bilingual,
  params: JsonObject,
  language: Language,
  formatInstant: FormatInstant,
): string | undefined {
  const template = words[language];
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = new Map(
    names.map((name) => [name, shownValue(name, params[name], language, formatInstant)]),
  );
  if ([...values.values()].includes(undefined)) return undefined;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

function shownValue(
  name: string,
  value: JsonValue | undefined,
  language: Language,
  formatInstant: FormatInstant,
): string | undefined {
  if (value === undefined) return undefined;
  if (isJsonObject(value) && typeof value[language] === 'string') return value[language];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (CODED.includes(name)) return inWords(text, language);
  return INSTANTS.includes(name) && INSTANT.test(text) ? formatInstant?.(text) : text;
}
