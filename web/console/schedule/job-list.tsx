import { Link } from '@tanstack/react-router';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import type { JobToPlace, Schedule } from './board';
import { spanOf } from './days';
import { PLACE_WORDS } from './place-words';
import { usePlacing } from './placing-context';
import { useOrganisations } from '../organisations';
import { timesText } from './times';
import { useGrip } from './use-grip';
import { Phone } from './visit-card';
import { SCHEDULE_WORDS } from './words';

/** Jobs that wait for an engineer, first due first. */
export function JobList({ schedule: { jobs, jobCount } }: { readonly schedule: Schedule }) {
  const t = useWords(SCHEDULE_WORDS);
  return (
    <section className="sch-jobs" aria-labelledby="jobs-title">
      <h2 id="jobs-title">{t('jobs', { count: jobCount })}</h2>
      {jobs.length === 0 && <p className="quiet">{t('noJobs')}</p>}
      <ul>
        {jobs.map((job) => (
          <JobCard key={`${job.caseNumber}-${job.task}`} job={job} />
        ))}
      </ul>
      {jobs.length < jobCount && (
        <p className="quiet">{t('moreJobs', { shown: jobs.length, count: jobCount })}</p>
      )}
    </section>
  );
}

function JobCard({ job }: { readonly job: JobToPlace }) {
  const t = useWords(SCHEDULE_WORDS);
  const place = useWords(PLACE_WORDS);
  const codes = useCodes();
  const { open } = usePlacing();
  // Its visit stands on the board where its engineer is away: it is dragged from there.
  const grip = useGrip(
    job.task === 'reassign' || job.paused ? undefined : { kind: 'job', job },
    `job-${job.caseNumber}`,
  );
  const { language } = useLanguage();
  return (
    <li
      className={`sch-job${grip.isDragging ? ' sch-is-held' : ''}`}
      data-case={job.caseNumber}
      {...grip.card}
    >
      <p className="sch-job-head">
        <Link draggable={false} to="/cases/$number" params={{ number: job.caseNumber }}>
          {job.caseNumber}
        </Link>
        {job.dueAt !== null && <TimeLeft at={job.dueAt} />}
      </p>
      <p className="sch-job-chips">
        {job.priority !== 'normal' && (
          <span className="chip chip-warn">{codes.name('priority', job.priority)}</span>
        )}
        {job.breached && <span className="chip chip-bad">{t('breached')}</span>}
        {job.paused && <span className="chip chip-warn">{t('paused')}</span>}
        {job.unit ? (
          <span className="chip" title={job.unit.serial}>
            {job.unit.productCode}
          </span>
        ) : (
          <span className="chip">{t('noUnit')}</span>
        )}
        <Offered job={job} />
      </p>
      <p className="sch-job-subject">{job.subject}</p>
      <p>{job.customer?.name ?? job.contact.name}</p>
      <p className="quiet">{job.address ?? t('noPlace')}</p>
      <Phone name={job.contact.name} phone={job.contact.phone} extension={job.contact.extension} />
      {job.wanted && (
        <p className="sch-job-wanted">
          {t(job.task === 'reassign' ? 'awayThen' : 'wanted', {
            span: timesText(spanOf(job.wanted), language),
          })}
        </p>
      )}
      <button
        type="button"
        className="button-plain sch-job-place"
        aria-label={place('open', { number: job.caseNumber })}
        onClick={() => open({ caseNumber: job.caseNumber })}
        {...grip.button}
      >
        {place('openShort')}
      </button>
    </li>
  );
}

function Offered({ job: { offeredTo } }: { readonly job: JobToPlace }) {
  const t = useWords(SCHEDULE_WORDS);
  const name = useName();
  const organisations = useOrganisations();
  if (offeredTo === null) return null;
  const found = organisations.data?.items.find(({ id }) => id === offeredTo);
  return (
    <span className="chip chip-warn">{t('offered', { name: found ? name(found.names) : offeredTo })}</span>
  );
}
