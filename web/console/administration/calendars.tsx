import { useState } from 'react';
import { instantText, ownZone } from '../../shared/instants';
import type { Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { readDraft } from '../forms/draft';
import { CalendarForm } from './calendar-form';
import { Entered } from './entered';
import { Facts } from './facts';
import { hoursText, spansText } from './hours';
import { useCalendars } from './queries';
import { StandingChip, standingsOf, type Standing } from './standing';
import { ADMINISTRATION_WORDS } from './words';

type Calendar = Schemas['CalendarList']['items'][number];
type Version = Schemas['CalendarVersion'];

/** Working calendars, each with its versions. */
export function Calendars() {
  const { data, error, refetch } = useCalendars();
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <ul className="register">
      {data.items.map((calendar) => (
        <li key={calendar.code} className="card">
          <CalendarCard calendar={calendar} />
        </li>
      ))}
    </ul>
  );
}

function CalendarCard({ calendar: { code, versions } }: { readonly calendar: Calendar }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft(`calendar.${code}`) !== undefined);
  const standings = standingsOf(versions);
  const shown = Math.max(standings.indexOf('inForce'), 0);
  const version = versions[shown];
  const others = versions.flatMap((one, n) =>
    n === shown ? [] : [{ one, standing: standings[n] ?? 'past' }],
  );
  if (!version) return null;
  const { definition } = version;
  if (isWriting && definition !== '24x7')
    return <CalendarForm code={code} from={{ ...version, definition }} onClose={() => setWriting(false)} />;
  return (
    <>
      <div className="entry-head">
        <h2>{language === 'zh' ? version.nameZh : version.nameEn}</h2>
        <span className="quiet">{code}</span>
        {may('policy.write') && definition !== '24x7' && (
          <button type="button" className="button-plain" onClick={() => setWriting(true)}>
            {t('newVersion')}
          </button>
        )}
      </div>
      <VersionFacts version={version} standing={standings[shown] ?? 'past'} />
      {others.length > 0 && (
        <details>
          <summary>{t('versions', { n: others.length })}</summary>
          {others.map(({ one, standing }) => (
            <div key={one.effectiveFrom} className="version">
              <h3>{language === 'zh' ? one.nameZh : one.nameEn}</h3>
              <VersionFacts version={one} standing={standing} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

interface Shown {
  readonly version: Version;
  readonly standing: Standing;
}

function VersionFacts({ version, standing }: Shown) {
  const { effectiveFrom, definition } = version;
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const isAlways = definition === '24x7';
  const holidays = isAlways ? [] : (definition.holidays ?? []);
  const extra = isAlways ? [] : Object.entries(definition.extraWorkingDays ?? {});
  return (
    <>
      <Facts
        facts={[
          [
            t('from'),
            <span key="from">
              {instantText(effectiveFrom, language, isAlways ? ownZone() : definition.timeZone)}{' '}
              <StandingChip standing={standing} />
            </span>,
          ],
          [t('hours'), isAlways ? t('roundTheClock') : hoursText(definition.hours, language)],
          isAlways ? undefined : [t('zone'), definition.timeZone],
        ]}
      />
      {holidays.length > 0 && (
        <details>
          <summary>
            {t('holidays')}: {t('days', { n: holidays.length })}
          </summary>
          <p className="days">{holidays.join(' ')}</p>
        </details>
      )}
      {extra.length > 0 && (
        <details>
          <summary>
            {t('extraDays')}: {t('days', { n: extra.length })}
          </summary>
          <p>
            {extra.map(([day, spans]) => `${day} ${spansText(spans)}`).join(language === 'zh' ? '；' : '; ')}
          </p>
        </details>
      )}
      <Entered at={version.enteredAt} by={version.enteredBy} />
    </>
  );
}
