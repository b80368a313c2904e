import type { ReactNode } from 'react';
import { beginOf, dayOf } from '../filter-day';
import { useWords } from '../language';
import { useSearchText } from '../shell/search-text';
import type { CreditNoteFilters } from './filters';
import { BILLING_WORDS } from './words';

interface Filtering {
  readonly filters: CreditNoteFilters & { readonly status?: string | undefined };
  readonly statuses: readonly { readonly code: string; readonly name: string }[];
  /** Currencies that documents have at all. */
  readonly currencies: readonly string[];
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly onClear: () => void;
  /** Filters of one kind of document alone. */
  readonly children: ReactNode;
  readonly download: ReactNode;
}

/** The filters of a list of documents, all of them in sight: none works unseen. */
export function DocumentFilters(props: Filtering) {
  const { filters, statuses, currencies, onChange, onClear, children, download } = props;
  const t = useWords(BILLING_WORDS);
  const search = useSearchText(filters.q, (q) => onChange({ q }));
  const { currency } = filters;
  const known =
    currency === undefined || currencies.includes(currency) ? currencies : [...currencies, currency];
  const choice = (key: 'status' | 'currency', values: Filtering['statuses']) => (
    <select
      aria-label={t(key)}
      value={filters[key] ?? ''}
      onChange={({ target }) => onChange({ [key]: target.value || undefined })}
    >
      <option value="">{`${t(key)}: ${t('all')}`}</option>
      {values.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <form className="filters billing-filters" {...search.form}>
      <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
      {statuses.length > 0 && choice('status', statuses)}
      {choice(
        'currency',
        known.map((code) => ({ code, name: code })),
      )}
      {(['from', 'to'] as const).map((key) => (
        <label key={key}>
          {t(key === 'from' ? 'from' : 'before')}{' '}
          <input
            type="date"
            value={dayOf(filters[key])}
            onChange={({ target }) => onChange({ [key]: beginOf(target.value) })}
          />
        </label>
      ))}
      {children}
      {Object.keys(filters).length > 0 && (
        <button
          type="button"
          className="button-plain"
          onClick={() => {
            search.clear();
            onClear();
          }}
        >
          {t('clear')}
        </button>
      )}
      {download}
    </form>
  );
}
