import type { Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { FORM_WORDS } from './words';

/** Commands that the caller may not give now, each with the reason. */
export function NotNow({ commands }: { readonly commands: readonly Schemas['CommandOutlook'][] }) {
  const t = useWords(FORM_WORDS);
  const { language } = useLanguage();
  const refused = commands.filter(({ allowed }) => !allowed);
  if (refused.length === 0) return null;
  return (
    <details>
      <summary>{t('notNow')}</summary>
      <ul className="rows">
        {refused.map(({ type, names, why }) => (
          <li key={type}>
            <span>{names[language]}</span>
            {why && <span className="quiet wide">{why[language]}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
