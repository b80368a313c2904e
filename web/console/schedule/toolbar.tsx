import { useName, useWords } from '../language';
import { useMe } from '../session';
import { dayAfter, keyOfDay } from './days';
import type { ScheduleFilters } from './filters';
import { useOrganisations } from '../organisations';
import { SCHEDULE_WORDS } from './words';

interface Toolbar {
  readonly filters: ScheduleFilters;
  readonly onChange: (change: Partial<ScheduleFilters>) => void;
}

/** Chooses the days and the engineers. */
export function Toolbar({ filters, onChange }: Toolbar) {
  const t = useWords(SCHEDULE_WORDS);
  const isWeek = filters.view === 'week';
  return (
    <form className="schedule-bar" role="search" onSubmit={(event) => event.preventDefault()}>
      <span className="sch-segments" role="group" aria-label={t('view')}>
        <button type="button" aria-pressed={!isWeek} onClick={() => onChange({ view: undefined })}>
          {t('day')}
        </button>
        <button type="button" aria-pressed={isWeek} onClick={() => onChange({ view: 'week' })}>
          {t('week')}
        </button>
      </span>
      <span className="sch-days">
        <button
          type="button"
          className="button-plain"
          aria-label={t('before')}
          onClick={() => onChange({ day: dayAfter(filters, -1) })}
        >
          ‹
        </button>
        <button type="button" className="button-plain" onClick={() => onChange({ day: undefined })}>
          {t('today')}
        </button>
        <button
          type="button"
          className="button-plain"
          aria-label={t('after')}
          onClick={() => onChange({ day: dayAfter(filters, 1) })}
        >
          ›
        </button>
        <input
          type="date"
          aria-label={t('date')}
          value={filters.day ?? keyOfDay(new Date())}
          onChange={({ target }) => target.value !== '' && onChange({ day: target.value })}
        />
      </span>
      <OrganisationChoice filters={filters} onChange={onChange} />
      <input
        type="search"
        aria-label={t('findEngineer')}
        placeholder={t('findEngineer')}
        value={filters.engineer ?? ''}
        maxLength={100}
        onChange={({ target }) => onChange({ engineer: target.value || undefined })}
      />
      {!isWeek && (
        <label className="check sch-night">
          <input
            type="checkbox"
            checked={filters.night === true}
            onChange={({ target }) => onChange({ night: target.checked || undefined })}
          />
          {t('night')}
        </label>
      )}
    </form>
  );
}

/** Centres with their outlets, as far as the caller sees them. */
function OrganisationChoice({ filters, onChange }: Toolbar) {
  const t = useWords(SCHEDULE_WORDS);
  const name = useName();
  const { scope } = useMe();
  const all = useOrganisations().data?.items ?? [];
  const inSight = all.filter(({ id, kind, parentId }) =>
    scope.kind === 'region' ? id === scope.regionId || parentId === scope.regionId : kind !== 'hq',
  );
  const centres = inSight.filter(({ kind }) => kind === 'centre');
  if (inSight.length < 2) return null;
  return (
    <select
      aria-label={t('organisation')}
      value={filters.organisation ?? ''}
      onChange={({ target }) => onChange({ organisation: target.value || undefined })}
    >
      <option value="">{t('allOrganisations')}</option>
      {centres.map((centre) => (
        <optgroup key={centre.id} label={name(centre.names)}>
          <option value={centre.id}>{name(centre.names)}</option>
          {inSight
            .filter(({ parentId }) => parentId === centre.id)
            .map((outlet) => (
              <option key={outlet.id} value={outlet.id}>
                {name(outlet.names)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
