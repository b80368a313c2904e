import type { Bilingual, Language } from './bilingual';
import { EVENT_SENTENCES } from './case/event-sentences';
import { shortened } from './case/common/bounded';
import { SENTENCE_LISTS } from './case/sentence-words';
import { CODE_LISTS } from './code-lists';
import { moneyText } from './money/amount';

/** Longest value within a sentence, in UTF-16 units; the event's data has it whole. */
const VALUE_LENGTH = 160;
/** Values may be withheld from a reader, and older events lack later fields: what is left around them. */
const EMPTY_ENDS = /(?:\s*[:：]\s*|\s*[（(]\s*[)）])+(?=$|[.。])|(?<=[.。])\s+$/g;
const VALUE = /\{([\w.|]+)(?::(\w+))?\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

const lists: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  ...CODE_LISTS,
  ...SENTENCE_LISTS,
};
const sentences: Readonly<Record<string, Bilingual>> = EVENT_SENTENCES;

interface Happened {
  readonly type: string;
  readonly data: unknown;
}

/** Writes an ISO-8601 instant for people. */
type WriteInstant = (instant: string) => string;

/** A time within a sentence, as it is written there: one instant, or a stretch to another. */
export interface SentenceTime {
  readonly text: string;
  readonly at: string;
  readonly to: string | null;
}

/**
 * An event as a sentence for staff, with the values that its reader may see. In a template, `{path}` is a value of the event's data,
 * `{path|other}` another where there is none, `{path:list}` the name of a code. Formats beside the lists: `instant`, `span` (from and to), `money`
 * (the currency beside it), `count` and `list` of an array. What stands in brackets is left out where one of its values is missing.
 * @param event of a case, its data without what is withheld. @param write without it, instants stay as recorded.
 */
export function sentenceOf(event: Happened, write: WriteInstant = (instant) => instant): Bilingual {
  const template = sentences[event.type];
  if (!template) return { en: event.type, zh: event.type };
  return {
    en: inLanguage(template.en, event.data, 'en', write),
    zh: inLanguage(template.zh, event.data, 'zh', write),
  };
}

/** The times that stand in the sentence of an event, so that a page can write them as it writes all others. */
export function timesIn(event: Happened, write: WriteInstant): readonly SentenceTime[] {
  const found = [...(sentences[event.type]?.en ?? '').matchAll(VALUE)].flatMap(([, path = '', format]) => {
    const value = valueAt(event.data, path.split('.'));
    const [at, to] = format === 'instant' ? [value, undefined] : format === 'span' ? ends(value) : [];
    if (typeof at !== 'string') return [];
    return [{ text: formatted(value, format, write), at, to: to ?? null }];
  });
  return found;
}

function inLanguage(template: string, data: unknown, language: Language, write: WriteInstant): string {
  const valueOf = (paths: string, format?: string): string => {
    const value = paths
      .split('|')
      .map((path) => valueAt(data, path.split('.')))
      .find((one) => one !== undefined && one !== '');
    if (format === 'money') return amountText(value, currencyBeside(data, paths));
    const text = formatted(value, format, write);
    const name = lists[format ?? '']?.[text]?.[language];
    // A flag that no word stands for says nothing.
    return name ?? (typeof value === 'boolean' ? '' : text);
  };
  const filled = (text: string): string =>
    text.replace(VALUE, (_, paths: string, format?: string) => valueOf(paths, format));
  const isWhole = (text: string): boolean =>
    [...text.matchAll(VALUE)].every(([, paths = '', format]) => valueOf(paths, format) !== '');
  return filled(template.replace(OPTIONAL, (_, part: string) => (isWhole(part) ? part : '')))
    .replace(EMPTY_ENDS, '')
    .trim();
}

function formatted(value: unknown, format: string | undefined, write: WriteInstant): string {
  if (format === 'instant') return typeof value === 'string' ? write(value) : '';
  if (format === 'span') {
    const [from, to] = ends(value);
    return from === undefined || to === undefined ? '' : spanText(write(from), write(to));
  }
  if (format === 'count') return Array.isArray(value) && value.length > 0 ? String(value.length) : '';
  if (format === 'list')
    return Array.isArray(value) ? shortened(value.map(named).join(', '), VALUE_LENGTH) : '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? shortened(value, VALUE_LENGTH) : '';
}

const named = (item: unknown): string => {
  if (typeof item === 'string') return item;
  const [number, quantity] = [valueAt(item, ['partNumber']), valueAt(item, ['quantity'])];
  return `${String(number)} × ${String(quantity)}`;
};

const ends = (value: unknown): readonly string[] =>
  ['from', 'to'].flatMap((end) => {
    const at = valueAt(value, [end]);
    return typeof at === 'string' ? [at] : [];
  });

const DAY_LENGTH = '2026-11-22 '.length;
/** The day once, where both ends are of the same. */
const spanText = (from: string, to: string): string =>
  from.slice(0, DAY_LENGTH) === to.slice(0, DAY_LENGTH) && from[DAY_LENGTH - 1] === ' '
    ? `${from}–${to.slice(DAY_LENGTH)}`
    : `${from} – ${to}`;

const currencyBeside = (data: unknown, path: string): unknown =>
  valueAt(data, [...path.split('.').slice(0, -1), 'currency']);

const amountText = (cents: unknown, currency: unknown): string =>
  typeof cents === 'number' && typeof currency === 'string' ? moneyText(cents, currency) : '';

function valueAt(data: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return data;
  if (Array.isArray(data)) return key === 'last' ? valueAt(data.at(-1), rest) : undefined;
  return typeof data === 'object' && data !== null
    ? valueAt(Object.entries(data).find(([one]) => one === key)?.[1], rest)
    : undefined;
}
