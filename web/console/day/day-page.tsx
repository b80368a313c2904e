import { Link } from '@tanstack/react-router';
import { dayText, instantText, timeText } from '../../shared/instants';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useOutbox } from '../outbox/use-outbox';
import { Failed, Loading } from '../shell/states';
import { Contact } from './contact';
import { useDay, type Visit } from './use-day';
import { DAY_WORDS } from './words';

/** The visits of today, the next one first to the eye. */
export function DayPage() {
  const t = useWords(DAY_WORDS);
  const { language } = useLanguage();
  const day = useDay();
  if (day.error && !day.data) return <Failed error={day.error} retry={() => void day.refetch()} />;
  if (!day.data) return <Loading />;
  const { value, isKept, readAt } = day.data;
  const next = value.visits.find(({ endedAt }) => endedAt === null);
  return (
    <>
      <h1>
        {t('title')} <span className="quiet">{dayText(`${value.date}T12:00:00`, language)}</span>
      </h1>
      {isKept && (
        <p className="day-as-of" role="status">
          {t('asOf', { at: instantText(readAt, language) })}
        </p>
      )}
      {value.visits.length === 0 && <p className="card">{t('none')}</p>}
      <ol className="day-visits">
        {value.visits.map((visit) => (
          <Card key={`${visit.caseNumber}-${visit.trip}`} visit={visit} isNext={visit === next} />
        ))}
      </ol>
    </>
  );
}

function Card({ visit, isNext }: { readonly visit: Visit; readonly isNext: boolean }) {
  const t = useWords(DAY_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const { waiting } = useOutbox();
  const { caseNumber: number, appointment, customer, contact, unit, productName } = visit;
  const own = waiting.filter(({ caseNumber }) => caseNumber === number);
  const isDone = visit.endedAt !== null;
  return (
    <li className={`card day-visit${isNext ? ' day-next' : ''}${isDone ? ' day-done' : ''}`}>
      <p className="day-time">
        <strong>
          {timeText(appointment.from, language)}–{timeText(appointment.to, language)}
        </strong>
        {isNext && <span className="chip chip-good">{t('next')}</span>}
        {isDone && <span className="chip">{codes.name('tripOutcome', visit.outcome)}</span>}
        {visit.isFromEarlier && <span className="chip chip-warn">{t('earlier')}</span>}
        {visit.priority !== 'normal' && (
          <span className="chip chip-bad">{codes.name('priority', visit.priority)}</span>
        )}
      </p>
      <h2>{customer?.name ?? contact.name}</h2>
      <p>{visit.subject}</p>
      {unit && (
        <p className="quiet">
          {productName?.[language] ?? unit.productCode} · {unit.serial}
        </p>
      )}
      {own.length > 0 && (
        <p>
          <Link to="/outbox" className="chip chip-warn">
            {own.some(({ refusal }) => refusal) ? t('refusedHere') : t('waitingHere', { count: own.length })}
          </Link>
        </p>
      )}
      {!isDone && <Contact visit={visit} />}
      <Link
        className={isNext ? 'button-main link-button' : 'button-plain link-button'}
        to="/day/$number"
        params={{ number }}
      >
        {t('open')} <span className="day-number">{number}</span>
      </Link>
    </li>
  );
}
