import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import { walkOf, type Walk } from '../walk';
import './inbox.css';
import { INBOX_WORDS } from './words';

/** Everything that waits for this person, of all channels, the least time left first. */
export function Inbox() {
  const t = useWords(INBOX_WORDS);
  const filters = useSearch({ from: '/inbox' });
  useListKeys();
  const { list, rows } = usePages(['tasks', 'inbox', filters], (page) =>
    bodyOf(
      api.GET('/v1/tasks', {
        params: { query: { ...(filters.kind !== undefined && { kind: [filters.kind] }), ...page } },
      }),
    ),
  );
  const back = useRouter().buildLocation({ to: '/inbox', search: filters }).href;
  const walk = walkOf({ list, back, query: null, numbers: rows.map(caseOf) });
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <h1>{t('title')}</h1>
      <Kinds chosen={filters.kind} />
      {list.isPending ? (
        <Loading />
      ) : (
        <ul className="inbox card">
          {rows.map((task) => (
            <Row
              key={`${task.case?.number ?? task.partsOrder?.number ?? ''} ${task.key}`}
              task={task}
              walk={walk}
            />
          ))}
          {rows.length === 0 && <li className="quiet">{t('none')}</li>}
        </ul>
      )}
      <More list={list} />
    </>
  );
}

/** Counts the tasks of each kind; a press shows that kind alone. */
function Kinds({ chosen }: { readonly chosen: string | undefined }) {
  const t = useWords(INBOX_WORDS);
  const codes = useCodes();
  const counts = useQuery({ queryKey: ['counts'], queryFn: () => bodyOf(api.GET('/v1/counts')) });
  if (!counts.data) return <div className="kinds" />;
  const { tasks, soonHours } = counts.data;
  return (
    <nav className="kinds" aria-label={t('kinds')}>
      <Link to="/inbox" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
        {t('all')} <strong>{tasks.total}</strong>
      </Link>
      {tasks.byKind.map(({ kind, total, overdue }) => (
        <Link key={kind} to="/inbox" search={kind === chosen ? {} : { kind }}>
          {codes.name('task', kind)} <strong className={overdue > 0 ? 'is-bad' : ''}>{total}</strong>
        </Link>
      ))}
      {tasks.overdue > 0 && <span className="chip chip-bad">{t('overdue', { count: tasks.overdue })}</span>}
      {tasks.soon > 0 && (
        <span className="chip chip-warn">{t('soon', { count: tasks.soon, hours: soonHours })}</span>
      )}
    </nav>
  );
}

const caseOf = ({ case: found, partsOrder }: Schemas['Task']): string | undefined =>
  found?.number ?? partsOrder?.caseNumber;

interface RowOf {
  readonly task: Schemas['Task'];
  readonly walk: Walk | undefined;
}

function Row({ task, walk }: RowOf) {
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
