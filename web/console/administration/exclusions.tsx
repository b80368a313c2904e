import { useState } from 'react';
import { dayText, instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { readDraft } from '../forms/draft';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { ExclusionForm, exclusionPlace, NewExclusionForm } from './exclusion-form';
import { Facts } from './facts';
import { useExclusions } from './queries';
import { useStaffNames } from './staff-name';
import { StandingChip, standingOf } from './standing';
import { ADMINISTRATION_WORDS } from './words';

type Rule = Schemas['EntitlementRule'];

/** Causes and parts that no warranty pays for. */
export function Exclusions() {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft(exclusionPlace(undefined)) !== undefined);
  const { data, error, refetch } = useExclusions();
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data || codes.all('causeCategory').length === 0) return <Loading />;
  return (
    <ul className="register">
      {may('entitlement.write') && (
        <li>
          {isWriting ? (
            <NewExclusionForm onClose={() => setWriting(false)} />
          ) : (
            <button type="button" className="button-plain" onClick={() => setWriting(true)}>
              {t('addExclusion')}
            </button>
          )}
        </li>
      )}
      {data.items.length === 0 && <li className="card quiet">{t('noExclusions')}</li>}
      {data.items.map((rule) => (
        <li key={rule.id} className="card">
          <ExclusionCard rule={rule} />
        </li>
      ))}
    </ul>
  );
}

const DAY_MS = 86_400_000;
const after = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString();

function ExclusionCard({ rule }: { readonly rule: Rule }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft(exclusionPlace(rule)) !== undefined);
  const staffName = useStaffNames(rule.changes.map(({ by }) => by));
  const until = (day: string | null) => (day === null ? t('furtherNotice') : dayText(day, language));
  if (isWriting) return <ExclusionForm rule={rule} onClose={() => setWriting(false)} />;
  return (
    <>
      <div className="entry-head">
        <h2>{language === 'zh' ? rule.nameZh : rule.nameEn}</h2>
        <span className="quiet">{rule.id}</span>
        <StandingChip
          standing={standingOf(rule.effectiveFrom, rule.effectiveTo && after(rule.effectiveTo))}
        />
        {may('entitlement.write') && (
          <button type="button" className="button-plain" onClick={() => setWriting(true)}>
            {t('changeOrEnd')}
          </button>
        )}
      </div>
      <Facts
        facts={[
          rule.kind === 'wear-part'
            ? [t('wearPart'), rule.value]
            : [t('cause'), codes.name('causeCategory', rule.value)],
          [t('from'), dayText(rule.effectiveFrom, language)],
          [t('until'), until(rule.effectiveTo)],
        ]}
      />
      {rule.changes.length > 0 && (
        <details>
          <summary>{t('changes', { n: rule.changes.length })}</summary>
          {rule.changes.map((change) => (
            <p key={change.version} className="version">
              {instantText(change.at, language)} {t('by', { who: staffName(change.by) })}:{' '}
              {language === 'zh' ? change.nameZh : change.nameEn}, {t('until')} {until(change.effectiveTo)}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
