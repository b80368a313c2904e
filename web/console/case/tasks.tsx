import { instantText } from '../../shared/instants';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

interface Of {
  readonly detail: CaseDetail;
}

/** Lists the open tasks, each with the role that does it. */
export function Tasks({ detail: { tasks, followUps } }: Of) {
  const t = useWords(CASE_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="tasks">
      <h2 id="tasks">{t('tasks')}</h2>
      {tasks.length === 0 && <p className="quiet">{t('noTasks')}</p>}
      <ul className="rows">
        {tasks.map(({ key, kind, role, dueAt, openedAt }) => (
          <li key={key}>
            <span>{codes.name('task', kind)}</span>
            {dueAt !== null && <TimeLeft at={dueAt} />}
            <span className="quiet">
              {codes.name('role', role)} · {t('taskOpenSince', { at: instantText(openedAt, language) })}
            </span>
          </li>
        ))}
      </ul>
      {followUps.length > 0 && (
        <>
          <h3>{t('followUps')}</h3>
          <ul className="rows">
            {followUps.map(({ key, reasonNames, openedAt }) => (
              <li key={key}>
                <span>{reasonNames[language]}</span>
                <span className="quiet">{t('taskOpenSince', { at: instantText(openedAt, language) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Lists the approvals that were asked for, each with its decision. */
export function Approvals({ detail: { approvals } }: Of) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  if (approvals.length === 0) return null;
  return (
    <section className="card" aria-labelledby="approvals">
      <h2 id="approvals">{t('approvals')}</h2>
      <ul className="rows">
        {approvals.map((approval) => (
          <li key={approval.approvalId}>
            <span>{approval.kindNames[language]}</span>
            <span className={`chip ${approval.status === 'rejected' ? 'chip-bad' : ''}`}>
              {approval.statusNames[language]}
            </span>
            <span className="wide">{approval.what}</span>
            <span className="quiet">{approval.why[language]}</span>
            <span className="quiet">
              {t('approvalAsked', {
                name: approval.askedBy.name,
                at: instantText(approval.askedAt, language),
              })}
            </span>
            {approval.decided && (
              <span className="wide">
                {t('approvalDecided', {
                  name: approval.decided.by,
                  at: instantText(approval.decided.at, language),
                  reason: approval.decided.reason,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every trip to the customer. */
export function Visits({ detail: { visits } }: Of) {
  const t = useWords(CASE_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  if (visits.length === 0) return null;
  return (
    <section className="card" aria-labelledby="visits">
      <h2 id="visits">{t('visits')}</h2>
      <ul className="rows">
        {visits.map((visit) => (
          <li key={visit.number}>
            <span>
              {t('visit', { number: visit.number })} · {visit.engineer.name}
            </span>
            <span className="chip">{codes.name('tripOutcome', visit.outcome)}</span>
            <span className="quiet">
              {[
                instantText(visit.appointment.from, language),
                visit.departedAt !== null && t('departed', { at: instantText(visit.departedAt, language) }),
                visit.arrivedAt !== null && t('arrived', { at: instantText(visit.arrivedAt, language) }),
                visit.endedAt !== null && t('ended', { at: instantText(visit.endedAt, language) }),
                visit.reason !== null && codes.name('unfinishedReason', visit.reason),
              ]
                .filter((part) => part !== false)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
