import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, bodyOf } from '../api';
import { useLanguage, useWords } from '../language';
import { More, usePages } from '../shell/pages';
import { useSearchText } from '../shell/search-text';
import { Failed, Loading } from '../shell/states';
import './customers.css';
import type { CustomerFilters } from './filters';
import { CUSTOMERS_WORDS } from './words';

/** Customers in sight, by what is in the address. */
export function CustomerList() {
  const t = useWords(CUSTOMERS_WORDS);
  const { language } = useLanguage();
  const filters = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const set = (change: CustomerFilters) =>
    void navigate({ search: (now: CustomerFilters) => ({ ...now, ...change }), replace: true });
  const search = useSearchText(filters.q, (q) => set({ q }));
  const { list, rows } = usePages(['customers', filters], (page) =>
    bodyOf(api.GET('/v1/customers', { params: { query: { ...filters, ...page } } })),
  );
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <h1>{t('title')}</h1>
      <form className="filters" {...search.form}>
        <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
        <select
          aria-label={t('status')}
          value={filters.status ?? ''}
          onChange={({ target: { value } }) =>
            set({ status: value === 'active' || value === 'prospect' ? value : undefined })
          }
        >
          <option value="">{`${t('status')}: ${t('all')}`}</option>
          <option value="active">{t('active')}</option>
          <option value="prospect">{t('prospect')}</option>
        </select>
      </form>
      {list.isPending ? (
        <Loading />
      ) : (
        <ul className="customers card">
          {rows.map((row) => (
            <li key={row.id}>
              <span>
                <Link to="/customers/$id" params={{ id: row.id }}>
                  {language === 'en' && row.nameEn ? row.nameEn : row.name}
                </Link>{' '}
                {row.status === 'prospect' && <span className="chip chip-warn">{t('prospect')}</span>}
              </span>
              <span className="quiet">{row.number}</span>
              <span>
                {[row.province, row.city].filter((one, i, all) => all.indexOf(one) === i).join(' ')}
              </span>
              <span className="quiet">{row.contacts[0]?.value}</span>
            </li>
          ))}
          {rows.length === 0 && <li className="quiet">{t('none')}</li>}
        </ul>
      )}
      <More list={list} />
    </>
  );
}
