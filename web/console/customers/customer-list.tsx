import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../api';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import './customers.css';
import type { CustomerFilters } from './filters';
import { CUSTOMERS_WORDS } from './words';

const PAGE = 50;

/** Customers in sight, by what is in the address. */
export function CustomerList() {
  const t = useWords(CUSTOMERS_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const filters = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const [q, setQ] = useState(filters.q ?? '');
  const set = (change: CustomerFilters) =>
    void navigate({ search: (now: CustomerFilters) => ({ ...now, ...change }), replace: true });
  const list = useInfiniteQuery({
    queryKey: ['customers', filters],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/customers', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>{t('title')}</h1>
      <form
        className="customer-filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          set({ q: q.trim() || undefined });
        }}
      >
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={q}
          maxLength={200}
          onChange={({ target }) => {
            setQ(target.value);
            if (target.value === '') set({ q: undefined });
          }}
        />
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
      {list.hasNextPage && (
        <button
          type="button"
          className="button-plain more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? shell('loading') : shell('more')}
        </button>
      )}
    </>
  );
}
