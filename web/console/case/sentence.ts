import type { Language } from '../../shared/language';
import type { Entry } from './queries';

/** An event as a sentence. */
export const sentenceOf = ({ sentence }: Entry, language: Language): string => sentence[language];

/** Words of a person that came with an event. */
export function textOf({ data }: Entry): string | undefined {
  if (!('text' in data)) return undefined;
  const { text } = data;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
