import { Link, Outlet } from '@tanstack/react-router';
import { Fragment, lazy, Suspense } from 'react';
import { useLanguage, useWords } from '../language';
import { logOut, useMay, useMe } from '../session';
import { Bell } from './bell';
import { LanguageSwitch } from './language-switch';
import { useConnection } from './live';
import { MENU } from './menu';
import { Palette } from './palette';
import { Loading, State } from './states';
import './shell.css';
import { SHELL_WORDS } from './words';

/** Loaded for engineers alone: nobody else has anything that waits on the machine. */
const OutboxAround = lazy(async () => ({ default: (await import('../outbox/outbox-around')).OutboxAround }));

/** The frame of every screen: the menu by rights, who is logged in, the language, the connection. */
export function Shell() {
  const t = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const me = useMe();
  const may = useMay();
  const connection = useConnection();
  const Around = me.roles.includes('repair-engineer') ? OutboxAround : Fragment;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="bar">
        <Link to="/" className="brand" aria-label="Aftercare">
          <img src="/icon.svg" width="26" height="26" alt="" />
          <strong>Aftercare</strong>
        </Link>
        <nav aria-label={t('menu')}>
          {MENU.filter(({ needs, role }) => may(needs) && (!role || me.roles.includes(role))).map(
            ({ to, names }) => (
              <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
                {names[language]}
              </Link>
            ),
          )}
        </nav>
        <div className="bar-end">
          <Palette />
          {may('notification.read') && <Bell />}
          <LanguageSwitch />
          <span className="who">{language === 'zh' ? me.nameZh : me.nameEn}</span>
          <button type="button" className="button-plain" onClick={() => void logOut()}>
            {t('logOut')}
          </button>
        </div>
      </header>
      {connection === 'lost' && (
        <p className="offline" role="status">
          {t('offline')}
        </p>
      )}
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Around>
            <Outlet />
          </Around>
        </Suspense>
      </main>
    </div>
  );
}

/** In place of an address that no screen has. */
export function NotHere() {
  const t = useWords(SHELL_WORDS);
  return (
    <State title={t('notFound')}>
      <p>{t('notFoundHelp')}</p>
      <Link to="/">{t('home')}</Link>
    </State>
  );
}
