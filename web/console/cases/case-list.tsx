import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Table } from 'antd';
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
import { useColumns } from './columns';
import type { CaseFilters } from './filters';
import { SavedViews } from './saved-views';
import { CASES_WORDS } from './words';

/** Cases that the caller sees, by the filters in the address. */
export function CaseList() {
  const t = useWords(CASES_WORDS);
  const filters = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const { list, rows } = usePages(['cases', filters], (page) =>
    bodyOf(api.GET('/v1/cases', { params: { query: { ...filters, ...page } } })),
  );
  const set = (change: Partial<CaseFilters>) =>
    void navigate({ search: (now: CaseFilters) => ({ ...now, ...change }), replace: true });
  const walk = walkOf({
    list,
    back: useRouter().buildLocation({ to: '/cases', search: filters }).href,
    query: filters,
    numbers: rows.map(({ number }) => number),
  });
  const total = useTotal(filters, rows.length, !list.hasNextPage);
  const selection = useSelection(rows.map(({ number }) => number));
  const columns = useColumns({ rows, walk, selection });
  useListKeys(selection.toggle);

  return (
    <>
      <h1>{t('title')}</h1>
      <SavedViews filters={filters} />
      <Bar filters={filters} onChange={set} />
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
          <div className="wide-only">
            <Table
              rowKey="number"
              size="middle"
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
              <CaseCard key={row.number} row={row} walk={walk} selection={selection} />
            ))}
            {rows.length === 0 && <li className="quiet">{t('none')}</li>}
          </ul>
          <More list={list} />
        </>
      )}
    </>
  );
}
