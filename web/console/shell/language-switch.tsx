import { LANGUAGES, type Language } from '../../shared/language';
import { useLanguage, useWords } from '../language';
import { SHELL_WORDS } from './words';

const OWN_NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** Each language by its own name, so that whoever reads the other one finds it. */
export function LanguageSwitch() {
  const t = useWords(SHELL_WORDS);
  const { language, choose } = useLanguage();
  return (
    <div className="language" role="group" aria-label={t('language')}>
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
