import { instantText, stretchText } from '../../shared/instants';
import type { Language } from '../../shared/language';
import type { Entry } from './queries';

/** An event as a sentence, its times in the reader's zone as all others of the page. */
export const sentenceOf = ({ sentence, times }: Entry, language: Language): string =>
  times.reduce(
    (text, { text: written, at, to }) =>
      text.replace(written, to === null ? instantText(at, language) : stretchText(at, to, language)),
    sentence[language],
  );

/** Words of a person that came with an event. */
export function textOf({ data }: Entry): string | undefined {
  if (!('text' in data)) return undefined;
  const { text } = data;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Signs of a text by which it is found again within its sentence, where it may be shortened. */
const BEGINNING = 40;

/** The sentence, and the words below it: a text that the sentence has whole is not said again, a longer one stands below alone. */
export function saidOnce(sentence: string, text: string | undefined): { sentence: string; words?: string } {
  if (text === undefined || sentence.includes(text)) return { sentence };
  const at = sentence.indexOf(text.slice(0, BEGINNING).trimEnd());
  return { sentence: at > 0 ? sentence.slice(0, at).trimEnd() : sentence, words: text };
}
