import { Link, useParams } from '@tanstack/react-router';
import { dayText, instantText, timeText } from '../../shared/instants';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { Failed, Loading, State } from '../shell/states';
import { Contact } from './contact';
import { useDay, type Visit } from './use-day';
import { VisitSteps } from './visit-steps';
import { DAY_WORDS } from './words';

/** The visit of today at a case; the one under way where there are two. */
export function useVisit(number: string) {
  const day = useDay();
  const of = day.data?.value.visits.filter(({ caseNumber }) => caseNumber === number) ?? [];
  return { day, visit: of.find(({ endedAt }) => endedAt === null) ?? of.at(-1) };
}

/** Everything about one visit on one page, what to do at the top. */
export function VisitPage() {
  const { number } = useParams({ from: '/phone/day/$number' });
  const t = useWords(DAY_WORDS);
  const { language } = useLanguage();
  const { day, visit } = useVisit(number);
  if (day.error && !day.data) return <Failed error={day.error} retry={() => void day.refetch()} />;
  if (!day.data) return <Loading />;
  return (
    <>
      <Link to="/day" className="day-back">
        ‹ {t('back')}
      </Link>
      {day.data.isKept && (
        <p className="day-as-of" role="status">
          {t('asOf', { at: instantText(day.data.readAt, language) })}
        </p>
      )}
      {visit ? <Content visit={visit} /> : <State title={t('gone')} />}
      <p>
        <Link to="/cases/$number" params={{ number }}>
          {t('wholeCase')} {number}
        </Link>
      </p>
    </>
  );
}

function Content({ visit }: { readonly visit: Visit }) {
  const t = useWords(DAY_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const { customer, contact, appointment, unit, productName, parts } = visit;
  return (
    <>
      <h1>{customer?.name ?? contact.name}</h1>
      <p>
        <strong>
          {timeText(appointment.from, language)}–{timeText(appointment.to, language)}
        </strong>{' '}
        <span className="chip">{codes.name('caseStage', visit.stage)}</span>{' '}
        {visit.dueAt !== null && <TimeLeft at={visit.dueAt} />}
      </p>
      <VisitSteps visit={visit} />
      <Contact visit={visit} />
      <section className="card">
        <h2>{t('problem')}</h2>
        <p>{visit.symptom ?? visit.subject}</p>
        <p className="quiet">{visit.text}</p>
      </section>
      {unit && (
        <section className="card">
          <h2>{t('unit')}</h2>
          <p>{productName?.[language] ?? unit.productCode}</p>
          <p>
            {t('serial')} <strong>{unit.serial}</strong>
          </p>
          <p>
            {t('warranty')} <span className="chip">{codes.name('warrantyState', visit.warranty)}</span>
          </p>
        </section>
      )}
      {parts.length > 0 && (
        <section className="card">
          <h2>{t('parts')}</h2>
          <ul>
            {parts.map(({ partNumber, names, quantity }) => (
              <li key={partNumber}>
                {quantity} × {names?.[language] ?? ''} <strong>{partNumber}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      <History visit={visit} />
    </>
  );
}

function History({ visit: { history } }: { readonly visit: Visit }) {
  const t = useWords(DAY_WORDS);
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{t('history')}</h2>
      {history.length === 0 && <p className="quiet">{t('noHistory')}</p>}
      {history.map(({ caseNumber, receivedAt, subject, fault, work, engineerName }) => (
        <div key={caseNumber} className="day-earlier">
          <p>
            <strong>{dayText(receivedAt, language)}</strong> {subject}
          </p>
          {(fault !== null || work !== null) && (
            <p className="quiet">{[fault, work, engineerName].filter((text) => text !== null).join(' · ')}</p>
          )}
        </div>
      ))}
    </section>
  );
}
