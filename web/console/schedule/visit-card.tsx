import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { useLanguage, useWords } from '../language';
import type { Laid } from './board';
import { timesText } from './times';
import { SCHEDULE_WORDS } from './words';

interface VisitCard {
  readonly laid: Laid;
  /** The day it stands below: only another one is named. */
  readonly day: string;
  readonly place?: CSSProperties;
  readonly isShort?: boolean;
  /** In place of the plain time, where the visit can be moved. */
  readonly time?: (text: string) => ReactNode;
}

/** A visit: its time first, which no long name hides, then for whom, where, and whom to call. */
export function VisitCard({ laid, day, place, isShort = false, time }: VisitCard) {
  const t = useWords(SCHEDULE_WORDS);
  const { language } = useLanguage();
  const { visit, span, clash } = laid;
  const { job } = visit;
  const times = timesText(span, language, day);
  const tone = visit.endedAt !== null ? 'over' : visit.arrivedAt !== null ? 'now' : 'ahead';
  const name = job ? (job.customer?.name ?? job.contact.name) : t('foreign');
  return (
    <li
      className={`visit visit-${tone}${clash ? ' visit-clash' : ''}`}
      style={place}
      data-case={job?.caseNumber}
    >
      <p className="visit-time">
        {time ? time(times) : <strong>{times}</strong>}
        <Status laid={laid} />
      </p>
      <p className="visit-line" title={job ? `${name} · ${job.subject}` : undefined}>
        {job ? (
          <Link to="/cases/$number" params={{ number: job.caseNumber }}>
            {name}
          </Link>
        ) : (
          <span className="quiet">{name}</span>
        )}
      </p>
      {job && !isShort && (
        <>
          <p className="visit-line" title={job.address ?? undefined}>
            {job.address ?? <span className="quiet">{t('noPlace')}</span>}
          </p>
          <Phone name={job.contact.name} phone={job.contact.phone} extension={job.contact.extension} />
        </>
      )}
    </li>
  );
}

function Status({ laid: { visit, clash } }: { readonly laid: Laid }) {
  const t = useWords(SCHEDULE_WORDS);
  if (clash) return <span className="chip chip-bad">{t(clash === 'visit' ? 'clash' : 'clashAbsence')}</span>;
  if (visit.endedAt !== null) return <span className="chip">{t('over')}</span>;
  if (visit.arrivedAt !== null) return <span className="chip chip-good">{t('onSite')}</span>;
  if (visit.departedAt !== null) return <span className="chip chip-warn">{t('onWay')}</span>;
  return null;
}

interface Contact {
  readonly name: string;
  readonly phone: string | null;
  readonly extension?: string | null;
}

export function Phone({ name, phone, extension = null }: Contact) {
  const t = useWords(SCHEDULE_WORDS);
  if (phone === null) return <p className="visit-line quiet">{name}</p>;
  return (
    <p className="visit-line" title={name}>
      <a href={`tel:${phone}`} aria-label={t('call', { name, phone })}>
        {phone}
      </a>
      {extension !== null && `-${extension}`} <span className="quiet">{name}</span>
    </p>
  );
}
