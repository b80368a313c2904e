import { Link } from '@tanstack/react-router';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { PickAllBox, PickBox } from '../batch/pick-box';
import type { Selection } from '../batch/use-selection';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import type { Walk } from '../walk';
import type { Column } from './list-options';
import { RowSigns, type Signs } from './row-signs';
import { TimeLeft } from './time-left';
import { CASES_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

interface ColumnsOf {
  readonly rows: readonly CaseSummary[];
  readonly chosen: readonly Column[];
  readonly walk: Walk | undefined;
  readonly selection: Selection;
  readonly signs: Signs;
}

/** Columns of the list that the reader has chosen, after the box to pick a row and its number. */
export function useColumns({
  rows,
  chosen,
  walk,
  selection,
  signs,
}: ColumnsOf): TableColumnsType<CaseSummary> {
  const t = useWords(CASES_WORDS);
  const all = useAllColumns();
  return [
    {
      title: <PickAllBox count={rows.length} selection={selection} />,
      width: 48,
      render: (_, { number }) => <PickBox number={number} selection={selection} />,
    },
    {
      title: t('number'),
      width: 172,
      render: (_, row) => (
        <span className="row-number">
          <Link data-row={row.number} to="/cases/$number" params={{ number: row.number }} state={{ walk }}>
            {row.number}
          </Link>
          <RowSigns row={row} signs={signs} />
        </span>
      ),
    },
    ...chosen.map((column) => ({ title: t(column), key: column, ...all[column] })),
  ];
}

interface Shown {
  /** The column without one takes the room that is left. */
  readonly width?: number;
  readonly ellipsis?: boolean;
  readonly render: (value: unknown, row: CaseSummary) => ReactNode;
}

function useAllColumns(): Readonly<Record<Column, Shown>> {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const may = useMay();
  return {
    subject: { ellipsis: true, render: (_, { subject }) => subject },
    customer: {
      width: 160,
      ellipsis: true,
      render: (_, { customer, senderName }) => customer?.name ?? senderName,
    },
    stage: { width: 132, render: (_, row) => <Stage row={row} /> },
    type: {
      width: 120,
      ellipsis: true,
      render: (_, { requestType }) =>
        requestType ? (
          codes.name('requestType', requestType)
        ) : (
          <span className="quiet">{t('unclassified')}</span>
        ),
    },
    priority: { width: 84, render: (_, { priority }) => codes.name('priority', priority) },
    warranty: {
      width: 128,
      render: (_, { warranty }) => (
        <span className={`chip ${warranty === 'in-warranty' ? 'chip-good' : ''}`}>
          {codes.name('warrantyState', warranty)}
        </span>
      ),
    },
    owner: {
      width: 130,
      ellipsis: true,
      render: (_, { owner }) => owner && (owner.staff?.name ?? codes.name('role', owner.role)),
    },
    engineer: {
      width: 100,
      ellipsis: true,
      render: (_, { engineer, stage, paused, number }) =>
        engineer?.name ??
        (stage === 'classified' && !paused && may('case.dispatch') && may('candidate.read') ? (
          <Link to="/schedule" search={{ place: number }} aria-label={t('placeOne', { number })}>
            {t('place')}
          </Link>
        ) : null),
    },
    unit: { width: 150, ellipsis: true, render: (_, { unit }) => unit?.serial },
    channel: { width: 100, ellipsis: true, render: (_, { channel }) => codes.name('channel', channel) },
    due: { width: 124, render: (_, { nextDeadline }) => nextDeadline && <TimeLeft at={nextDeadline.at} /> },
    received: { width: 158, render: (_, { receivedAt }) => instantText(receivedAt, language) },
    changedAt: { width: 158, render: (_, { updatedAt }) => instantText(updatedAt, language) },
  };
}

/** The room that the chosen columns take: a window that has less scrolls the table alone. */
export const widthOf = (columns: TableColumnsType<CaseSummary>): number =>
  columns.reduce((sum, { width }) => sum + (typeof width === 'number' ? width : SUBJECT), 0);
const SUBJECT = 130;

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
