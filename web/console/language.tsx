import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { session } from './api';
import {
  filled,
  firstLanguage,
  keepLanguage,
  localeOf,
  type Bilingual,
  type Language,
  type Words,
} from '../shared/language';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Chosen = createContext<LanguageChoice | undefined>(undefined);

/** Keeps the language of the page: texts change in place, and what is typed stays. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState(firstLanguage);
  // Before the pages below ask for anything in their effects.
  useLayoutEffect(() => {
    document.documentElement.lang = localeOf(language);
    session.language = language;
    keepLanguage(language);
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <Chosen value={choice}>{children}</Chosen>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Chosen);
  if (!choice) throw new Error('There is no LanguageProvider around this');
  return choice;
}

/** Texts of a screen in the reader's language: `const t = useWords(WORDS); t('save')`. */
export function useWords<W extends Words>(words: W) {
  const { language } = useLanguage();
  return (key: keyof W & string, values?: Readonly<Record<string, string | number>>): string => {
    const word = words[key];
    return word ? filled(word[language], values) : key;
  };
}

/** A name that the API gives in both languages, in the reader's. */
export function useName(): (names: Bilingual) => string {
  const { language } = useLanguage();
  return (names) => names[language];
}
