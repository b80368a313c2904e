import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import type { Depot } from './depots';
import { SECTIONS, type Section } from './filters';
import { OrderForm } from './order-form';
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

interface List {
  readonly section: Section;
  /** A depot that is not the reader's own: all of its work, instead of what waits for the reader. */
  readonly elsewhere: Depot | undefined;
}

/** Work of a depot in one section, the most urgent first. */
export function ToDo({ section, elsewhere }: List) {
  const t = useWords(PARTS_WORDS);
  const [opened, setOpened] = useState<string>();
  const [said, setSaid] = useState('');
  useListKeys();
  const { list, rows } = usePages(['tasks', 'parts', section, elsewhere?.id], (page) =>
    bodyOf(
      api.GET('/v1/tasks', {
        params: {
          query: {
            of: 'partsOrder',
            kind: [...SECTIONS[section]],
            ...(elsewhere && { scope: 'all' as const, depot: elsewhere.id }),
            ...page,
          },
        },
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
  const nameOf = useName();
  const command = COMMANDS[kind];
  if (!partsOrder) return null;
  const { number, caseNumber, consignee, parts } = partsOrder;
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
        <ul className="parts-wanted">
          {parts.map(({ partNumber, names, quantity }, line) => (
            <li key={line}>
              <strong>{quantity} ×</strong> {nameOf(names)} <span className="quiet">{partNumber}</span>
            </li>
          ))}
        </ul>
        <span className="quiet">
          {task.case?.customerName}
          {task.case?.customerName != null && consignee !== task.case.customerName && <br />}
          {consignee !== task.case?.customerName && t('to', { consignee })}
        </span>
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
