import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { instantText, ownZone } from '../../shared/instants';
import { useLanguage, useWords } from '../language';
import { useMe } from '../session';
import { faultText } from '../shell/faults';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import type { Schedule } from './board';
import { DayGrid } from './day-grid';
import { BoardDrag } from './drag-context';
import { daysShown } from './days';
import type { ScheduleFilters } from './filters';
import { JobList } from './job-list';
import { Notice } from './notice';
import { PlacePanel } from './place-panel';
import { PlacingProvider, usePlacing } from './placing-context';
import { useSchedule } from './queries';
import './drag.css';
import './place.css';
import './schedule.css';
import { longDay } from './times';
import { Toolbar } from './toolbar';
import { WeekGrid } from './week-grid';
import { SCHEDULE_WORDS } from './words';

/** Jobs that wait beside the time of engineers. */
export const SchedulePage = () => (
  <PlacingProvider>
    <ScheduleOfDays />
  </PlacingProvider>
);

function ScheduleOfDays() {
  const t = useWords(SCHEDULE_WORDS);
  const { language } = useLanguage();
  const { timeZone } = useMe();
  const filters = useSearch({ from: '/schedule' });
  const navigate = useNavigate({ from: '/schedule' });
  const { draft, open } = usePlacing();
  const days = daysShown(filters);
  const found = useSchedule(days, filters.organisation);
  const set = (change: Partial<ScheduleFilters>) =>
    void navigate({ search: (now: ScheduleFilters) => ({ ...now, ...change }), replace: true });

  const { place } = filters;
  useEffect(() => {
    if (place === undefined) return;
    open({ caseNumber: place });
    // Once: a reload keeps the form itself, and one that was closed stays closed.
    void navigate({ search: ({ place: _, ...others }: ScheduleFilters) => others, replace: true });
  }, [place, open, navigate]);

  const [first] = days;
  const last = days.at(-1);
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <div className="schedule">
      <h1>
        {t('title')}
        <span className="quiet schedule-day">
          {first && longDay(first.fromMs, language)}
          {first && last && first !== last && ` – ${longDay(last.fromMs, language)}`}
        </span>
      </h1>
      <Toolbar filters={filters} onChange={set} />
      {timeZone !== ownZone() && (
        <p className="sch-zone">{t('otherZone', { own: ownZone(), theirs: timeZone })}</p>
      )}
      {found.data && found.error && <Old why={found.error} asOf={found.data.asOf} />}
      {found.data ? (
        <BoardDrag schedule={found.data}>
          <div className={`schedule-parts${found.isPlaceholderData ? ' sch-is-old' : ''}`}>
            {draft ? <PlacePanel draft={draft} asOf={found.data.asOf} /> : <JobList schedule={found.data} />}
            <Engineers schedule={found.data} filters={filters} onChange={set} />
          </div>
        </BoardDrag>
      ) : (
        <Loading />
      )}
      <Notice />
    </div>
  );
}

function Old({ why, asOf }: { readonly why: Error; readonly asOf: string }) {
  const t = useWords(SCHEDULE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  return (
    <p className="offline" role="status">
      {t('old', { why: faultText(why, shell), at: instantText(asOf, language) })}
    </p>
  );
}

interface Engineers {
  readonly schedule: Schedule;
  readonly filters: ScheduleFilters;
  readonly onChange: (change: Partial<ScheduleFilters>) => void;
}

function Engineers({ schedule, filters, onChange }: Engineers) {
  const t = useWords(SCHEDULE_WORDS);
  const days = daysShown(filters);
  const [day] = days;
  const sought = filters.engineer?.toLocaleLowerCase();
  const engineers = schedule.engineers.filter(
    ({ names: { en, zh } }) =>
      sought === undefined || en.toLocaleLowerCase().includes(sought) || zh.includes(sought),
  );
  return (
    <section className="sch-engineers" aria-labelledby="engineers-title">
      <h2 id="engineers-title">{t('engineers')}</h2>
      {engineers.length === 0 && (
        <p className="quiet">
          {t('noEngineers')}{' '}
          <Link to="/schedule" search={{}}>
            {t('clear')}
          </Link>
        </p>
      )}
      {schedule.engineers.length < schedule.engineerCount && (
        <p className="quiet">
          {t('moreEngineers', { shown: schedule.engineers.length, count: schedule.engineerCount })}
        </p>
      )}
      {filters.view === 'week' ? (
        <WeekGrid
          schedule={schedule}
          engineers={engineers}
          days={days}
          onDay={(chosen) => onChange({ day: chosen, view: undefined })}
        />
      ) : (
        day && (
          <DayGrid
            schedule={schedule}
            engineers={engineers}
            day={day}
            isNightShown={filters.night === true}
          />
        )
      )}
    </section>
  );
}
