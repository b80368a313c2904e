import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { useName, useWords } from '../language';
import { useMay } from '../session';
import '../shell/pieces.css';
import './administration.css';
import { PAGES } from './pages';
import { ADMINISTRATION_WORDS } from './words';

/** Shows the registers of the company page by page; the address names the page. */
export function AdministrationFrame() {
  const t = useWords(ADMINISTRATION_WORDS);
  const name = useName();
  const may = useMay();
  return (
    <>
      <h1>{t('title')}</h1>
      <nav className="register-nav" aria-label={t('title')}>
        {PAGES.filter(({ needs }) => may(needs)).map(({ to, names }) => (
          <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
            {name(names)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}

/** Opens the first register that the reader may write. */
export function AdministrationStart() {
  const may = useMay();
  const first = PAGES.find(({ needs }) => may(needs));
  return first && <Navigate to={first.to} replace />;
}
