import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import './case-list.css';
import type { CaseFilters } from './filters';
import { TimeLeft } from './time-left';
import { CASES_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

const PAGE = 50;

/** Cases that the caller sees, by the filters in the address. */
export function CaseList() {
  const t = useWords(CASES_WORDS);
  const shell = useWords(SHELL_WORDS);
  const filters = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const list = useInfiniteQuery({
    queryKey: ['cases', filters],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/cases', {
          params: { query: { ...filters, limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const set = (change: Partial<CaseFilters>) =>
    void navigate({ search: (now: CaseFilters) => ({ ...now, ...change }), replace: true });
  const columns = useColumns();

  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>{t('title')}</h1>
      <Filters filters={filters} onChange={set} />
      {list.isPending ? (
        <Loading />
      ) : (
        <>
          <div className="wide-only">
            <Table
              rowKey="number"
              size="middle"
              tableLayout="fixed"
              columns={columns}
              dataSource={rows}
              pagination={false}
              locale={{ emptyText: t('none') }}
            />
          </div>
          <ul className="cards narrow-only">
            {rows.map((row) => (
              <CaseCard key={row.number} row={row} />
            ))}
            {rows.length === 0 && <li className="quiet">{t('none')}</li>}
          </ul>
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
      )}
    </>
  );
}

interface Filtering {
  readonly filters: CaseFilters;
  readonly onChange: (change: Partial<CaseFilters>) => void;
}

function Filters({ filters, onChange }: Filtering) {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const [q, setQ] = useState(filters.q ?? '');
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <form
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: q.trim() || undefined });
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
          if (target.value === '') onChange({ q: undefined });
        }}
      />
      <select
        aria-label={t('stage')}
        value={filters.stage?.[0] ?? ''}
        onChange={({ target }) => {
          const stage = codes.all('caseStage').find(({ code }) => code === target.value)?.code;
          onChange({ stage: stage === undefined ? undefined : [stage as Schemas['CaseStage']] });
        }}
      >
        <option value="">{`${t('stage')}: ${t('all')}`}</option>
        {codes.all('caseStage').map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label className="check">
        <input
          type="checkbox"
          checked={filters.ownerStaffId === 'me'}
          onChange={({ target }) => onChange({ ownerStaffId: target.checked ? 'me' : undefined })}
        />
        {t('mine')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={filters.breached === true}
          onChange={({ target }) => onChange({ breached: target.checked ? true : undefined })}
        />
        {t('onlyBreached')}
      </label>
      {isFiltered && (
        <Link
          to="/cases"
          search={{}}
          onClick={() => {
            setQ('');
          }}
        >
          {t('clear')}
        </Link>
      )}
    </form>
  );
}

function useColumns(): TableColumnsType<CaseSummary> {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  return [
    {
      title: t('number'),
      width: 150,
      render: (_, { number }) => (
        <Link to="/cases/$number" params={{ number }}>
          {number}
        </Link>
      ),
    },
    { title: t('subject'), ellipsis: true, render: (_, { subject }) => subject },
    {
      title: t('customer'),
      width: 180,
      ellipsis: true,
      render: (_, { customer, senderName }) => customer?.name ?? senderName,
    },
    { title: t('stage'), width: 170, render: (_, row) => <Stage row={row} /> },
    {
      title: t('type'),
      width: 110,
      render: (_, { requestType }) =>
        requestType ? (
          codes.name('requestType', requestType)
        ) : (
          <span className="quiet">{t('unclassified')}</span>
        ),
    },
    { title: t('priority'), width: 90, render: (_, { priority }) => codes.name('priority', priority) },
    {
      title: t('due'),
      width: 150,
      render: (_, { nextDeadline }) => nextDeadline && <TimeLeft at={nextDeadline.at} />,
    },
    { title: t('received'), width: 170, render: (_, { receivedAt }) => instantText(receivedAt, language) },
  ];
}

function Stage({ row: { stage, paused, breached } }: { readonly row: CaseSummary }) {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  return (
    <span className="stage">
      <span className="chip">{codes.name('caseStage', stage)}</span>
      {paused && <span className="chip chip-warn">{t('paused')}</span>}
      {breached && (
        <span className="chip chip-bad" title={t('breached')}>
          !<span className="sr">{t('breached')}</span>
        </span>
      )}
    </span>
  );
}

function CaseCard({ row }: { readonly row: CaseSummary }) {
  return (
    <li className="card">
      <Link to="/cases/$number" params={{ number: row.number }}>
        {row.number}
      </Link>
      <p>{row.subject}</p>
      <p className="quiet">{row.customer?.name ?? row.senderName}</p>
      <p className="stage">
        <Stage row={row} />
        {row.nextDeadline && <TimeLeft at={row.nextDeadline.at} />}
      </p>
    </li>
  );
}
