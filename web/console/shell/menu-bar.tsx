import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useLanguage, useWords } from '../language';
import type { Entry } from './menu';
import { SHELL_WORDS } from './words';

interface MenuBarOf {
  readonly entries: readonly Entry[];
  /** How many of them have room in the bar. */
  readonly fitting: number;
  readonly row: RefObject<HTMLElement | null>;
}

/** The main menu in one row: entries that have no room are not seen, and stand in the menu "More". */
export function MenuBar({ entries, fitting, row }: MenuBarOf) {
  const t = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  return (
    <nav ref={row} aria-label={t('menu')}>
      {entries.map(({ to, names }, index) => (
        <Link
          key={to}
          to={to}
          className={index < fitting ? undefined : 'spilled'}
          activeProps={{ 'aria-current': 'page' }}
        >
          {names[language]}
        </Link>
      ))}
    </nav>
  );
}
