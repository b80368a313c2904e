import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import {
  filled,
  firstLanguage,
  keepLanguage,
  LANGUAGES,
  localeOf,
  OWN_NAMES,
  type Language,
  type Words,
} from '../shared/language';
import { SHARED_WORDS } from './words';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Chosen = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

/** Keeps the language of the page: texts change in place, and what is typed stays. */
export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, choose] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = localeOf(language);
    keepLanguage(language);
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <Chosen.Provider value={choice}>{children}</Chosen.Provider>;
}

export const useLanguage = (): LanguageChoice => useContext(Chosen);

/** Texts of a page in the reader's language: `const t = useWords(WORDS); t('save')`. */
export function useWords<W extends Words>(words: W) {
  const { language } = useLanguage();
  return (key: keyof W & string, values?: Readonly<Record<string, string | number>>): string => {
    const word = words[key];
    return word ? filled(word[language], values) : key;
  };
}

/** Each language by its own name, so that a reader of the other one finds it. */
export function LanguageSwitch() {
  const t = useWords(SHARED_WORDS);
  const { language, choose } = useLanguage();
  return (
    <div class="languages" role="group" aria-label={t('language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {OWN_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
