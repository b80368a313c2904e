import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { Bar } from './filter-bar';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import { useTotal, walkOf, type Walk } from '../walk';
import './case-list.css';
import type { CaseFilters } from './filters';
import { SavedViews } from './saved-views';
import { TimeLeft } from './time-left';
import { CASES_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

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
  const columns = useColumns(walk);
  useListKeys();

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
          <p className="quiet found" role="status">
            {total === undefined ? ' ' : t('found', { total })}
          </p>
          <div className="wide-only">
            <Table
              rowKey="number"
              size="middle"
              tableLayout="fixed"
              columns={columns}
              dataSource={rows}
              pagination={false}
              locale={{ emptyText: <span className="quiet">{t('none')}</span> }}
            />
          </div>
          <ul className="cards narrow-only">
            {rows.map((row) => (
              <CaseCard key={row.number} row={row} walk={walk} />
            ))}
            {rows.length === 0 && <li className="quiet">{t('none')}</li>}
          </ul>
          <More list={list} />
        </>
      )}
    </>
  );
}

function useColumns(walk: Walk | undefined): TableColumnsType<CaseSummary> {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  return [
    {
      title: t('number'),
      width: 150,
      render: (_, { number }) => (
        <Link data-row="" to="/cases/$number" params={{ number }} state={{ walk }}>
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
    { title: t('stage'), width: 140, render: (_, row) => <Stage row={row} /> },
    {
      title: t('type'),
      width: 125,
      ellipsis: true,
      render: (_, { requestType }) =>
        requestType ? (
          codes.name('requestType', requestType)
        ) : (
          <span className="quiet">{t('unclassified')}</span>
        ),
    },
    { title: t('priority'), width: 90, render: (_, { priority }) => codes.name('priority', priority) },
    {
      title: t('warranty'),
      width: 136,
      render: (_, { warranty }) => (
        <span className={`chip ${warranty === 'in-warranty' ? 'chip-good' : ''}`}>
          {codes.name('warrantyState', warranty)}
        </span>
      ),
    },
    { title: t('engineer'), width: 100, ellipsis: true, render: (_, { engineer }) => engineer?.name },
    {
      title: t('due'),
      width: 130,
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

interface CardOf {
  readonly row: CaseSummary;
  readonly walk: Walk | undefined;
}

function CaseCard({ row, walk }: CardOf) {
  return (
    <li className="card">
      <Link data-row="" to="/cases/$number" params={{ number: row.number }} state={{ walk }}>
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
