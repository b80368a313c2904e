import { Navigate, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Table } from 'antd';
import { useMemo } from 'react';
import { Bar } from './filter-bar';
import { api, bodyOf } from '../api';
import { BatchBar } from '../batch/batch-bar';
import { useSelection } from '../batch/use-selection';
import { useWords } from '../language';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import { useTotal, walkOf } from '../walk';
import { CaseCard } from './case-card';
import './case-list.css';
import { useColumns, widthOf } from './columns';
import { caseFilters, caseSearch, type CaseFilters, type CaseSearch } from './filters';
import { ListOptions, useListOptions } from './list-options';
import { useSigns } from './row-signs';
import { SavedViews } from './saved-views';
import { searchOf, useViews, type Views } from './views';
import { CASES_WORDS } from './words';

/** Cases that the caller sees, by the filters in the address. */
export function CaseList() {
  const search = useSearch({ from: '/cases' });
  const views = useViews();
  if (Object.keys(search).length > 0) return <Filtered search={search} views={views} />;
  // An address without a word opens with the view that the reader chose to begin with.
  if (views.isPending) return <Loading />;
  if (views.first) return <Navigate to="/cases" search={searchOf(views.first)} replace />;
  return <Filtered search={search} views={views} />;
}

interface FilteredList {
  readonly search: CaseSearch;
  readonly views: Views;
}

function Filtered({ search, views }: FilteredList) {
  const t = useWords(CASES_WORDS);
  const filters = useMemo(() => caseFilters(search), [search]);
  const navigate = useNavigate({ from: '/cases' });
  const { list, rows } = usePages(['cases', filters], (page) =>
    bodyOf(api.GET('/v1/cases', { params: { query: { ...filters, ...page } } })),
  );
  const set = (change: Partial<CaseFilters>) =>
    void navigate({
      search: (now: CaseSearch) => {
        const next = caseSearch({ ...now, ...change });
        return Object.keys(next).length > 0 ? next : views.none;
      },
      replace: true,
    });
  const walk = walkOf({
    list,
    back: useRouter().buildLocation({ to: '/cases', search }).href,
    query: filters,
    numbers: rows.map(({ number }) => number),
  });
  const total = useTotal(filters, rows.length, !list.hasNextPage);
  const numbers = rows.map(({ number }) => number);
  const selection = useSelection(numbers);
  const signs = useSigns(numbers);
  const options = useListOptions();
  const columns = useColumns({ rows, chosen: options.columns, walk, selection, signs });
  useListKeys(selection.toggle);

  return (
    <>
      <h1>{t('title')}</h1>
      <SavedViews views={views} search={search} filters={filters} />
      <Bar none={views.none} filters={filters} onChange={set}>
        <ListOptions options={options} />
      </Bar>
      {/* Below the filters: one that the API refuses can be taken away. */}
      {list.error && !list.data ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : (
        <>
          <BatchBar
            rows={rows}
            selection={selection}
            found={total === undefined ? '' : t('found', { total })}
            onClose={() => void list.refetch()}
          />
          <div className="wide-only list-scroll">
            <Table
              rowKey="number"
              size={options.density}
              style={{ minWidth: widthOf(columns) }}
              tableLayout="fixed"
              columns={columns}
              dataSource={rows}
              rowClassName={({ number }) => (selection.has(number) ? 'picked' : '')}
              pagination={false}
              locale={{ emptyText: <span className="quiet">{t('none')}</span> }}
            />
          </div>
          <ul className="cards narrow-only">
            {rows.map((row) => (
              <CaseCard key={row.number} row={row} walk={walk} selection={selection} signs={signs} />
            ))}
            {rows.length === 0 && <li className="quiet">{t('none')}</li>}
          </ul>
          <More list={list} />
        </>
      )}
    </>
  );
}
