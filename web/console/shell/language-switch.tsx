import { LANGUAGES, OWN_NAMES } from '../../shared/language';
import { useLanguage, useWords } from '../language';
import { SHELL_WORDS } from './words';

/** Each language by its own name, so that a reader of the other one finds it. */
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
