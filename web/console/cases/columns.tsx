import { Link } from '@tanstack/react-router';
import type { TableColumnsType } from 'antd';
import { instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { PickAllBox, PickBox } from '../batch/pick-box';
import type { Selection } from '../batch/use-selection';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { Walk } from '../walk';
import { TimeLeft } from './time-left';
import { CASES_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

interface ColumnsOf {
  readonly rows: readonly CaseSummary[];
  readonly walk: Walk | undefined;
  readonly selection: Selection;
}

/** Columns of the list. */
export function useColumns({ rows, walk, selection }: ColumnsOf): TableColumnsType<CaseSummary> {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  return [
    {
      title: <PickAllBox count={rows.length} selection={selection} />,
      width: 48,
      render: (_, { number }) => <PickBox number={number} selection={selection} />,
    },
    {
      title: t('number'),
      width: 150,
      render: (_, { number }) => (
        <Link data-row={number} to="/cases/$number" params={{ number }} state={{ walk }}>
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

/** The stage, and what is special about it. */
export function Stage({ row: { stage, paused, breached } }: { readonly row: CaseSummary }) {
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
