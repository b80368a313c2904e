import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { Facts } from './facts';
import { useOrganisationName, useOrganisations } from '../organisations';
import { useCalendars } from './queries';
import { useLanguage } from '../language';
import { ADMINISTRATION_WORDS } from './words';

/** Headquarters, centres and outlets. */
export function Organisations() {
  const t = useWords(ADMINISTRATION_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const codes = useCodes();
  const nameOf = useOrganisationName();
  const calendars = useCalendars();
  const { data, error, refetch } = useOrganisations();
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const calendarName = (code: string): string => {
    const version = calendars.data?.items.find((one) => one.code === code)?.versions[0];
    return (language === 'zh' ? version?.nameZh : version?.nameEn) ?? code;
  };
  return (
    <ul className="register">
      {data.items.map((one) => (
        <li key={one.id} className="card">
          <div className="entry-head">
            <h2>{name(one.names)}</h2>
            <span>{codes.name('organisationKind', one.kind)}</span>
            <span className="quiet">{one.id}</span>
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
        </li>
      ))}
    </ul>
  );
}
