import { Link, Outlet } from '@tanstack/react-router';
import { useName, useWords } from '../language';
import { useMay } from '../session';
import '../administration/administration.css';
import '../cases/case-list.css';
import '../shell/pieces.css';
import './billing.css';
import { PAGES } from './pages';
import { BILLING_WORDS } from './words';

/** Shows quotes, invoices, credit notes and prices page by page; the address names the page. */
export function BillingFrame() {
  const t = useWords(BILLING_WORDS);
  const name = useName();
  const may = useMay();
  return (
    <>
      <h1>{t('title')}</h1>
      <nav className="register-nav" aria-label={t('title')}>
        {PAGES.filter(({ needs }) => may(needs)).map(({ to, search, names }) => (
          <Link
            key={to}
            to={to}
            {...(search && { search })}
            activeOptions={{ includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {name(names)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
