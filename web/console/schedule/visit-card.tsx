import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useLanguage, useWords } from '../language';
import { isMovable, type Laid, type Visit } from './board';
import type { Span } from './days';
import { PLACE_WORDS } from './place-words';
import { usePlacing } from './placing-context';
import { timesText } from './times';
import { useGrip } from './use-grip';
import { useResize } from './use-resize';
import { SCHEDULE_WORDS } from './words';

interface VisitCard {
  readonly engineerId: string;
  readonly laid: Laid;
  /** The day it stands below: only another one is named. */
  readonly day: string;
  /** Where a span of time stands, where hours are drawn. */
  readonly placeAs?: (span: Span) => CSSProperties;
  /** The hours that it stands on, where they are drawn. */
  readonly axis?: Span;
  readonly isShort?: boolean;
}

/** A visit: its time first, which no long name hides, then for whom, where, and whom to call. */
export function VisitCard({ engineerId, laid, day, placeAs, axis, isShort = false }: VisitCard) {
  const t = useWords(SCHEDULE_WORDS);
  const { language } = useLanguage();
  const { visit, span, clash } = laid;
  const { job } = visit;
  const grip = useGrip(
    job && isMovable(visit) ? { kind: 'visit', job, visit, engineerId } : undefined,
    `visit-${engineerId}-${visit.from}-${visit.trip}-${job?.caseNumber}-${day}`,
  );
  const size = useResize({
    caseNumber: job?.caseNumber ?? '',
    span,
    axis: job && isMovable(visit) ? axis : undefined,
  });
  const resized = size?.shown;
  const times = timesText(resized ?? span, language, day);
  const tone = visit.endedAt !== null ? 'over' : visit.arrivedAt !== null ? 'now' : 'ahead';
  const name = job ? (job.customer?.name ?? job.contact.name) : t('foreign');
  return (
    <li
      className={`sch-visit sch-visit-${tone}${clash ? ' sch-visit-clash' : ''}${grip.isDragging ? ' sch-is-held' : ''}`}
      {...grip.card}
      style={placeAs?.(resized ?? span)}
      data-case={job?.caseNumber}
    >
      <p className="sch-visit-time">
        <Time visit={visit} times={times} name={name} grip={grip.button} size={size} />
        <Status laid={laid} />
      </p>
      <p className="sch-visit-line" title={job ? `${name} · ${job.subject}` : undefined}>
        {job ? (
          <Link draggable={false} to="/cases/$number" params={{ number: job.caseNumber }}>
            {name}
          </Link>
        ) : (
          <span className="quiet">{name}</span>
        )}
      </p>
      {job && !isShort && (
        <>
          <p className="sch-visit-line" title={job.address ?? undefined}>
            {job.address ?? <span className="quiet">{t('noPlace')}</span>}
          </p>
          <Phone name={job.contact.name} phone={job.contact.phone} extension={job.contact.extension} />
        </>
      )}
      {size && <span className="sch-visit-end" aria-hidden="true" {...size.edge} />}
      {resized && (
        <span className="sr" role="status">
          {times}
        </span>
      )}
    </li>
  );
}

interface Time {
  readonly visit: Visit;
  readonly times: string;
  readonly name: string;
  readonly grip: ReturnType<typeof useGrip>['button'];
  readonly size: ReturnType<typeof useResize>;
}

/** The time of a visit; the way to change it while it can be changed. */
function Time({ visit, times, name, grip, size }: Time) {
  const t = useWords(PLACE_WORDS);
  const { open } = usePlacing();
  const { job } = visit;
  if (!job || !isMovable(visit)) return <strong>{times}</strong>;
  return (
    <button
      type="button"
      className="sch-visit-change"
      aria-label={t('openVisit', { span: times, name })}
      onClick={() => open({ caseNumber: job.caseNumber })}
      {...grip}
      onBlur={size?.button.onBlur}
      onKeyDown={(event) => {
        if (size?.button.onKey(event) !== true) grip.onKeyDown?.(event);
      }}
    >
      {times}
    </button>
  );
}

function Status({ laid: { visit, clash } }: { readonly laid: Laid }) {
  const t = useWords(SCHEDULE_WORDS);
  if (clash) return <Chip tone=" chip-bad" words={t(clash === 'visit' ? 'clash' : 'clashAbsence')} />;
  if (visit.endedAt !== null) return <Chip words={t('over')} />;
  if (visit.arrivedAt !== null) return <Chip tone=" chip-good" words={t('onSite')} />;
  if (visit.departedAt !== null) return <Chip tone=" chip-warn" words={t('onWay')} />;
  return null;
}

const Chip = ({ tone = '', words }: { readonly tone?: string; readonly words: string }) => (
  <span className={`chip${tone}`} title={words}>
    {words}
  </span>
);

interface Contact {
  readonly name: string;
  readonly phone: string | null;
  readonly extension?: string | null;
}

export function Phone({ name, phone, extension = null }: Contact) {
  const t = useWords(SCHEDULE_WORDS);
  if (phone === null)
    return (
      <p className="sch-visit-line quiet" title={name}>
        {name}
      </p>
    );
  const number = extension === null ? phone : `${phone}-${extension}`;
  return (
    <p className="sch-visit-line" title={`${number} ${name}`}>
      <a draggable={false} href={`tel:${phone}`} aria-label={t('call', { name, phone })}>
        {phone}
      </a>
      {extension !== null && `-${extension}`} <span className="quiet">{name}</span>
    </p>
  );
}
