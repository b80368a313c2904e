import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { api, bodyOf } from '../api';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import { walkOf } from '../walk';
import './inbox.css';
import { caseOf, TaskRow } from './task-row';
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
            <TaskRow
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
