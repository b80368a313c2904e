import { createContext, useContext } from 'react';
import { filled, type Language } from '../../shared/language';
import { useMe } from '../session';

/** Names that a text module may have in braces, and what stands for them where it is inserted. */
export const PLACEHOLDERS = ['me', 'customer', 'number', 'engineer', 'appointment'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];
export type SnippetValues = Readonly<Partial<Record<Placeholder, string>>>;

interface Facts {
  /** The customer's language. */
  readonly language: Language;
  /** In the language of the text. */
  readonly valuesIn: (language: Language) => SnippetValues;
}

/** The process that is written about. */
export const SnippetFacts = createContext<Facts | undefined>(undefined);
export const useCustomerLanguage = (): Language | undefined => useContext(SnippetFacts)?.language;

/** To be filled in by hand. */
const BLANK = '____';

/** Writes a module for the reader: with what is known, and blanks for the rest. */
export function useFilled(): (text: string, language: Language) => string {
  const me = useMe();
  const facts = useContext(SnippetFacts);
  return (text, language) => {
    const known = {
      me: language === 'zh' ? me.nameZh : me.nameEn,
      ...facts?.valuesIn(language),
    };
    const blanks = Object.fromEntries(PLACEHOLDERS.map((name) => [name, BLANK]));
    return filled(text, { ...blanks, ...known });
  };
}
