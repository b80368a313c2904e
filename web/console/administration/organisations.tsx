import { useState } from 'react';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { useOrganisationName, useOrganisations } from '../organisations';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { Facts } from './facts';
import { OrganisationClosing, useOrganisationRecord } from './organisation-closing';
import { OrganisationForm } from './organisation-form';
import { ORGANISATION_WORDS } from './organisation-words';
import { useCalendars } from './queries';
import { ADMINISTRATION_WORDS } from './words';

/** Headquarters, centres and outlets. */
export function Organisations() {
  const words = useWords(ORGANISATION_WORDS);
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useOrganisations();
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      {may('organisation.write') && !isAdding && (
        <div className="register-head">
          <button type="button" className="button-main" onClick={() => setAdding(true)}>
            {words('add')}
          </button>
        </div>
      )}
      {isAdding && <OrganisationForm onClose={() => setAdding(false)} />}
      <ul className="register">
        {data.items.map((one) => (
          <li key={one.id} className="card">
            <OrganisationCard one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OrganisationCard({ one }: { readonly one: Schemas['Organisation'] }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const words = useWords(ORGANISATION_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const codes = useCodes();
  const nameOf = useOrganisationName();
  const calendars = useCalendars();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const calendarName = (code: string): string => {
    const version = calendars.data?.items.find((known) => known.code === code)?.versions[0];
    return (language === 'zh' ? version?.nameZh : version?.nameEn) ?? code;
  };
  if (isCorrecting) return <Correction id={one.id} onClose={() => setCorrecting(false)} />;
  return (
    <>
      <div className="entry-head">
        <h2>{name(one.names)}</h2>
        <span>{codes.name('organisationKind', one.kind)}</span>
        <span className="quiet">{one.id}</span>
        {!one.active && <span className="chip">{words('closed')}</span>}
        {may('organisation.write') && (
          <button
            type="button"
            className="button-plain"
            aria-label={words('correctWhich', { name: name(one.names) })}
            onClick={() => setCorrecting(true)}
          >
            {words('correct')}
          </button>
        )}
      </div>
      <Facts
        facts={[
          one.parentId === null ? undefined : [t('above'), nameOf(one.parentId)],
          one.serviceLevel === null ? undefined : [t('serviceLevel'), one.serviceLevel],
          [t('calendar'), calendarName(one.calendar)],
          [t('city'), one.city],
          [t('phone'), one.phone],
          one.provinces.length === 0 ? undefined : [t('provinces'), one.provinces.join(', ')],
        ]}
      />
      {may('organisation.write') && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words('changes')}</summary>
          {isOpen && <OrganisationClosing id={one.id} />}
        </details>
      )}
    </>
  );
}

function Correction({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const record = useOrganisationRecord(id);
  if (record.error && !record.data)
    return <Failed error={record.error} retry={() => void record.refetch()} />;
  return record.data ? <OrganisationForm record={record.data} onClose={onClose} /> : <Loading />;
}
