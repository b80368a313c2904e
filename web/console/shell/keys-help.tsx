import { useWords } from '../language';
import { PALETTE_WORDS } from './palette-words';
import { SHELL_WORDS } from './words';

const KEYS = [
  ['Ctrl K', 'keyPalette'],
  ['/', 'keySearch'],
  ['j k', 'keyRows'],
  ['x X', 'keyPick'],
  ['Enter', 'keyOpen'],
  ['Ctrl Enter', 'keySave'],
  ['/', 'keyModules'],
  ['?', 'keyHelp'],
] as const;

/** The keys that work everywhere. */
export function KeysHelp() {
  const t = useWords(PALETTE_WORDS);
  const shell = useWords(SHELL_WORDS);
  return (
    <form method="dialog">
      <h2>{t('keys')}</h2>
      <dl className="keys">
        {KEYS.map(([keys, word]) => (
          <div key={word}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <button type="submit" className="button-plain">
        {shell('close')}
      </button>
    </form>
  );
}
