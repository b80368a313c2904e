import { Link, Outlet } from '@tanstack/react-router';
import { useName, useWords } from '../language';
import '../shell/pieces.css';
import './administration.css';
import { PAGES } from './pages';
import { ADMINISTRATION_WORDS } from './words';

/** Shows the registers of the company page by page; the address names the page. */
export function AdministrationFrame() {
  const t = useWords(ADMINISTRATION_WORDS);
  const name = useName();
  return (
    <>
      <h1>{t('title')}</h1>
      <nav className="register-nav" aria-label={t('title')}>
        {PAGES.map(({ to, names }) => (
          <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
            {name(names)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
