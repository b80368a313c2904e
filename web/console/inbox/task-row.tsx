import { Link } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { Walk } from '../walk';
import { INBOX_WORDS } from './words';

/** The case that a task belongs to. */
export const caseOf = ({ case: found, partsOrder }: Schemas['Task']): string | undefined =>
  found?.number ?? partsOrder?.caseNumber;

interface RowOf {
  readonly task: Schemas['Task'];
  readonly walk: Walk | undefined;
}

/** A task in one line: its time left, and the way to its case. */
export function TaskRow({ task, walk }: RowOf) {
  const t = useWords(INBOX_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const { kind, dueAt, openedAt, partsOrder } = task;
  const number = caseOf(task);
  return (
    <li>
      <span>{dueAt ? <TimeLeft at={dueAt} /> : <span className="chip">{t('noDue')}</span>}</span>
      <strong>{codes.name('task', kind)}</strong>
      <span className="inbox-case">
        {number && (
          <Link data-row="" to="/cases/$number" params={{ number }} state={{ walk }}>
            {number} {task.case?.subject}
          </Link>
        )}{' '}
        {partsOrder && <span className="chip">{partsOrder.number}</span>}{' '}
        {task.case?.priority === 'urgent' && (
          <span className="chip chip-bad">{codes.name('priority', 'urgent')}</span>
        )}
      </span>
      <span className="quiet">{task.case?.customerName}</span>
      <span className="quiet">{t('since', { at: instantText(openedAt, language) })}</span>
    </li>
  );
}
