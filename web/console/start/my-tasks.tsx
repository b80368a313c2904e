import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../api';
import '../inbox/inbox.css';
import { caseOf, TaskRow } from '../inbox/task-row';
import { useWords } from '../language';
import { Failed } from '../shell/states';
import type { Walk } from '../walk';
import { START_WORDS } from './words';

/** As many as one takes in at a look. */
const SHOWN = 6;

/** The tasks with the least time left. */
export function MyTasks({ total }: { readonly total: number }) {
  const t = useWords(START_WORDS);
  const list = useQuery({
    queryKey: ['tasks', 'start'],
    queryFn: () => bodyOf(api.GET('/v1/tasks', { params: { query: { limit: SHOWN } } })),
    placeholderData: keepPreviousData,
  });
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const items = list.data?.items ?? [];
  const numbers = items.map(caseOf).filter((number) => number !== undefined);
  const walk: Walk = { back: '/', query: null, numbers: [...new Set(numbers)], nextCursor: null };
  return (
    <>
      <ul className="inbox" aria-label={t('tasks')}>
        {items.map((task) => (
          <TaskRow
            key={`${task.case?.number ?? task.partsOrder?.number ?? ''} ${task.key}`}
            task={task}
            walk={walk}
          />
        ))}
      </ul>
      {list.data && items.length === 0 && <p className="quiet">{t('nothing')}</p>}
      {total > items.length && (
        <p className="start-more">
          <Link to="/inbox">{t('inbox', { count: total })}</Link>
        </p>
      )}
    </>
  );
}
