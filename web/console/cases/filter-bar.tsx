import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { useSearchText } from '../shell/search-text';
import { Download } from './download';
import { FilterChips } from './filter-chips';
import { CHOICES, SORTS, sortOf, type CaseFilters, type CaseSearch } from './filters';
import { MoreFilters } from './more-filters';
import { CASES_WORDS } from './words';

interface BarOf {
  /** Search of the address without any filter. */
  readonly none: CaseSearch;
  readonly filters: CaseFilters;
  readonly onChange: (change: Partial<CaseFilters>) => void;
  /** More to do with the list. */
  readonly children: ReactNode;
}

/** The filters that stand in the address, all of them in sight: none works unseen. */
export function Bar({ none, filters, onChange, children }: BarOf) {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const search = useSearchText(filters.q, (q) => onChange({ q }));
  const isFiltered = Object.keys(filters).length > 0;
  const check = (key: 'open' | 'mine' | 'breached', label: string) => (
    <label className="check">
      <input
        type="checkbox"
        checked={filters[key] === true}
        onChange={({ target }) => onChange({ [key]: target.checked ? true : undefined })}
      />
      {label}
    </label>
  );
  return (
    <>
      <form className="filters" {...search.form}>
        <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
        {CHOICES.map(({ key, list, word }) => (
          <select
            key={key}
            aria-label={t(word)}
            value={filters[key]?.[0] ?? ''}
            onChange={({ target }) => onChange({ [key]: target.value === '' ? undefined : [target.value] })}
          >
            <option value="">{`${t(word)}: ${t('all')}`}</option>
            {codes.all(list).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        ))}
        <select
          aria-label={t('sort')}
          value={sortOf(filters)}
          onChange={({ target }) => {
            const sort = SORTS.find(({ key }) => key === target.value);
            onChange({ sort: sort?.sort, direction: sort?.direction });
          }}
        >
          {SORTS.map(({ key }) => (
            <option key={key} value={key}>
              {t(key)}
            </option>
          ))}
        </select>
        {check('open', t('onlyOpen'))}
        {check('mine', t('mine'))}
        {check('breached', t('onlyBreached'))}
        {isFiltered && (
          <Link to="/cases" search={none} onClick={search.clear}>
            {t('clear')}
          </Link>
        )}
        <Download filters={filters} />
        {children}
      </form>
      <MoreFilters filters={filters} onChange={onChange} />
      <FilterChips
        filters={filters}
        onRemove={(key) => {
          if (key === 'q') search.clear();
          onChange({ [key]: undefined });
        }}
      />
    </>
  );
}
