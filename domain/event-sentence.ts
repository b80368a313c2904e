import type { Bilingual, Language } from './bilingual';
import { EVENT_SENTENCES } from './case/event-sentences';
import { shortened } from './case/common/bounded';
import { CODE_LISTS } from './code-lists';

/** Longest value within a sentence, in UTF-16 units; the event's data has it whole. */
const VALUE_LENGTH = 160;
/** Values may be withheld from a reader, and older events lack later fields: what is left around them. */
const EMPTY_ENDS = /(?:\s*[:：]\s*|\s*[（(]\s*[)）])+(?=$|[.。])|(?<=[.。])\s+$/g;

const lists: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = CODE_LISTS;
const sentences: Readonly<Record<string, Bilingual>> = EVENT_SENTENCES;

interface Happened {
  readonly type: string;
  readonly data: unknown;
}

/** An event as a sentence for staff, with the values that its reader may see. @param event of a case, its data without what is withheld. */
export function sentenceOf(event: Happened): Bilingual {
  const template = sentences[event.type];
  if (!template) return { en: event.type, zh: event.type };
  return { en: inLanguage(template.en, event.data, 'en'), zh: inLanguage(template.zh, event.data, 'zh') };
}

const inLanguage = (text: string, data: unknown, language: Language): string =>
  text
    .replace(/\{([\w.]+)(?::(\w+))?\}/g, (_, path: string, list?: string) => {
      const value = valueAt(data, path.split('.'));
      if (list === undefined) return shortened(value, VALUE_LENGTH);
      return lists[list]?.[value]?.[language] ?? value;
    })
    .replace(EMPTY_ENDS, '')
    .trim();

function valueAt(data: unknown, [key, ...rest]: readonly string[]): string {
  if (key === undefined) return typeof data === 'string' || typeof data === 'number' ? String(data) : '';
  return typeof data === 'object' && data !== null
    ? valueAt(Object.entries(data).find(([one]) => one === key)?.[1], rest)
    : '';
}
