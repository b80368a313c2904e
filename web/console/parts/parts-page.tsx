import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import '../inbox/inbox.css';
import '../shell/pieces.css';
import './parts.css';
import { useWords } from '../language';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { DepotChooser } from './depot-chooser';
import { useDepots } from './depots';
import { SECTION_NAMES, SECTIONS, type PartsFilters, type Section } from './filters';
import { OrderForm } from './order-form';
import { PastCounts } from './past-counts';
import { Stock } from './stock';
import { TakeStock } from './take-stock';
import { COUNT_WORDS } from './count-words';
import { PARTS_WORDS } from './words';

/** The command that completes a task of a parts order. */
const COMMANDS: Readonly<Record<string, string>> = {
  'reserve-parts': 'reserve',
  'buy-parts': 'orderFromSupplier',
  'receive-goods': 'receiveGoods',
  'ship-parts': 'ship',
  'confirm-parts': 'confirmReceipt',
  'take-back-parts': 'takeBack',
  'return-old-parts': 'receiveOldParts',
  'forward-old-parts': 'forwardOldParts',
};

/** The lists of the caller's depot: what to issue, to receive and to take back, and its stock. */
export function PartsPage() {
  const t = useWords(PARTS_WORDS);
  const { section = 'issue' } = useSearch({ from: '/parts' });
  const may = useMay();
  const { depots, depot, choose } = useDepots();
  const sections = SECTION_NAMES.filter((name) => name !== 'count' || may('stockTake.read'));
  return (
    <>
      <h1>{t('title')}</h1>
      <nav className="kinds" aria-label={t('sections')}>
        {sections.map((name) => (
          <Link
            key={name}
            to="/parts"
            search={({ depot: now }: PartsFilters) => ({
              section: name,
              ...(now !== undefined && { depot: now }),
            })}
            {...(name === section && { 'aria-current': 'page' })}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      <DepotChooser depots={depots} depot={depot} choose={(id) => void choose(id)} />
      {section === 'stock' && <Stock />}
      {section === 'count' && <Counting />}
      {section !== 'stock' && section !== 'count' && <ToDo key={section} section={section} />}
    </>
  );
}

/** Counts of the depot: the sheet for those who may count it, and what was counted before. */
function Counting() {
  const t = useWords(COUNT_WORDS);
  const { depot, isPending, error, retry } = useDepots();
  const may = useMay();
  if (error) return <Failed error={error} retry={retry} />;
  if (isPending) return <Loading />;
  if (!depot) return <p className="quiet">{t('noDepot')}</p>;
  return (
    <>
      {depot.mayCount && may('stockTake.post') ? (
        <TakeStock key={depot.id} depot={depot} />
      ) : (
        <p className="quiet">{t('notMine')}</p>
      )}
      <PastCounts key={`past ${depot.id}`} depot={depot.id} />
    </>
  );
}

function ToDo({ section }: { readonly section: Section }) {
  const t = useWords(PARTS_WORDS);
  const [opened, setOpened] = useState<string>();
  const [said, setSaid] = useState('');
  useListKeys();
  const { list, rows } = usePages(['tasks', 'parts', section], (page) =>
    bodyOf(
      api.GET('/v1/tasks', {
        params: { query: { of: 'partsOrder', kind: [...SECTIONS[section]], ...page } },
      }),
    ),
  );
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  return (
    <>
      <p role="status" className="done">
        {said}
      </p>
      <ul className="inbox parts card">
        {rows.map((task) => {
          const number = task.partsOrder?.number ?? '';
          const id = `${number} ${task.key}`;
          return (
            <Row
              key={id}
              task={task}
              isOpen={opened === id}
              onOpen={() => setOpened(opened === id ? undefined : id)}
              onClose={(isDone) => {
                setOpened(undefined);
                setSaid(isDone ? t('done', { number }) : '');
              }}
            />
          );
        })}
        {rows.length === 0 && <li className="quiet">{t('none')}</li>}
      </ul>
      <More list={list} />
    </>
  );
}

interface Of {
  readonly task: Schemas['Task'];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: (isDone: boolean) => void;
}

function Row({ task: { kind, dueAt, partsOrder, ...task }, isOpen, onOpen, onClose }: Of) {
  const t = useWords(PARTS_WORDS);
  const codes = useCodes();
  const command = COMMANDS[kind];
  if (!partsOrder) return null;
  const { number, caseNumber, consignee, partNumbers } = partsOrder;
  return (
    <>
      <li>
        <span>{dueAt ? <TimeLeft at={dueAt} /> : <span className="chip">{t('noDue')}</span>}</span>
        <span className="inbox-case">
          {task.case ? (
            <Link data-row="" to="/cases/$number" params={{ number: caseNumber }}>
              {caseNumber}
            </Link>
          ) : (
            caseNumber
          )}{' '}
          <Link to="/parts-orders/$number" params={{ number }}>
            {number}
          </Link>
        </span>
        <span className="inbox-case">{partNumbers.join(', ')}</span>
        <span className="quiet">{task.case?.customerName ?? consignee}</span>
        {command !== undefined && (
          <button type="button" className="button-plain" aria-expanded={isOpen} onClick={onOpen}>
            {codes.name('task', kind)} <span className="sr">{number}</span>
          </button>
        )}
      </li>
      {isOpen && command !== undefined && (
        <li className="parts-form">
          <OrderForm number={number} type={command} onClose={onClose} />
        </li>
      )}
    </>
  );
}
