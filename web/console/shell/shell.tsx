import { Link, Outlet } from '@tanstack/react-router';
import { Fragment, lazy, Suspense, useRef } from 'react';
import { useWords } from '../language';
import { useMay, useMe } from '../session';
import { Account } from './account';
import { Bell } from './bell';
import { useConnection } from './live';
import { MenuBar } from './menu-bar';
import { MoreMenu } from './more-menu';
import { Palette } from './palette';
import { Loading, State } from './states';
import './shell.css';
import { useFitting } from './use-fitting';
import { useMenu } from './use-menu';
import { SHELL_WORDS } from './words';

/** Loaded for engineers alone: nobody else has anything that waits on the machine. */
const OutboxAround = lazy(async () => ({ default: (await import('../outbox/outbox-around')).OutboxAround }));

/** The frame of every screen: the menu by rights, who is logged in, the language, the connection. */
export function Shell() {
  const t = useWords(SHELL_WORDS);
  const me = useMe();
  const may = useMay();
  const entries = useMenu();
  const row = useRef<HTMLElement>(null);
  const fitting = useFitting(row);
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
        <MenuBar entries={entries} fitting={fitting} row={row} />
        <div className="bar-end">
          <Palette />
          {may('notification.read') && <Bell />}
          <Account />
          <MoreMenu entries={entries.slice(fitting)} />
        </div>
      </header>
      {/* Below everything: what is shown stays where it is, whatever the connection does. */}
      <p className="offline" role="status">
        {connection === 'lost' && t('offline')}
      </p>
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
