import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useLanguage, useWords } from '../language';
import { Account } from './account';
import type { Entry } from './menu';
import { SHELL_WORDS } from './words';

const PANEL = 'more';

/** Behind one button: the screens without room in the bar, and on narrow screens who is logged in and their language. */
export function MoreMenu({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <div className={entries.length === 0 ? 'more-menu more-empty' : 'more-menu'}>
      <button type="button" className="button-plain" popoverTarget={PANEL}>
        {t('moreMenu')}
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor">
          <path strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" d="m2 4 4 4 4-4" />
        </svg>
      </button>
      <div ref={panel} id={PANEL} popover="auto" className="more-panel">
        {entries.length > 0 && (
          <nav aria-label={t('moreScreens')}>
            {entries.map(({ to, names }) => (
              <Link
                key={to}
                to={to}
                activeProps={{ 'aria-current': 'page' }}
                onClick={() => panel.current?.hidePopover()}
              >
                {names[language]}
              </Link>
            ))}
          </nav>
        )}
        <Account />
      </div>
    </div>
  );
}
