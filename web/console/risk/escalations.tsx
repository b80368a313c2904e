import { Link } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { useEscalations } from './queries';
import { RISK_WORDS } from './words';

/** Calls for help of those below, what is due first at the head. */
export function Escalations() {
  const t = useWords(RISK_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const list = useEscalations();
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const rows = list.data.items;
  if (rows.length === 0) return <p className="card quiet">{t('noneAsked')}</p>;
  return (
    <table className="lines risk-table risk-asked card">
      <thead>
        <tr>
          {(['left', 'case', 'customer', 'why', 'asked', 'owner'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((task) => (
          <tr key={`${task.case?.number ?? ''} ${task.key}`}>
            <td>{task.dueAt !== null && <TimeLeft at={task.dueAt} />}</td>
            <td>
              {task.case && (
                <>
                  <Link to="/cases/$number" params={{ number: task.case.number }}>
                    {task.case.number}
                  </Link>{' '}
                  {task.case.subject}
                </>
              )}
            </td>
            <td>{task.case?.customerName}</td>
            <td data-label={t('why')}>{'reason' in task.params && task.params.reason}</td>
            <td data-label={t('asked')}>{instantText(task.openedAt, language)}</td>
            <td data-label={t('owner')}>{codes.name('role', task.role)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
