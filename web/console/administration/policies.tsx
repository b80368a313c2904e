import { useState } from 'react';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { readDraft } from '../forms/draft';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { Entered } from './entered';
import { Facts } from './facts';
import { Lines, usePolicyFacts, useScopeText } from './policy-facts';
import { PolicyForm, policyPlace } from './policy-form';
import { policyVersions, standingIn, versionAt } from './policy-versions';
import { useCalendars, usePolicies } from './queries';
import { StandingChip, type Standing } from './standing';
import { ADMINISTRATION_WORDS } from './words';

type Policy = Schemas['Policy'];

/** How long each promise runs, and who is warned. */
export function Policies() {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const may = useMay();
  const { data, error, refetch } = usePolicies();
  const calendars = useCalendars();
  const [clock, setClock] = useState('');
  const [isWriting, setWriting] = useState(() => readDraft(policyPlace(undefined)) !== undefined);
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (calendars.error && !calendars.data)
    return <Failed error={calendars.error} retry={() => void calendars.refetch()} />;
  if (!data || !calendars.data || codes.all('role').length === 0) return <Loading />;
  const clocks = [...new Set(data.items.map((policy) => policy.clock))];
  const shown = policyVersions(data.items).filter(([one]) => clock === '' || one?.clock === clock);
  return (
    <>
      <div className="filter-bar">
        <label>
          {t('clock')}
          <select value={clock} onChange={({ target }) => setClock(target.value)}>
            <option value="">{t('all')}</option>
            {clocks.map((one) => (
              <option key={one} value={one}>
                {codes.name('clock', one)}
              </option>
            ))}
          </select>
        </label>
        {may('policy.write') && !isWriting && (
          <button type="button" className="button-plain" onClick={() => setWriting(true)}>
            {t('addPolicy')}
          </button>
        )}
      </div>
      <ul className="register">
        {isWriting && (
          <li>
            <PolicyForm from={undefined} onClose={() => setWriting(false)} />
          </li>
        )}
        {shown.map((versions) => (
          <li key={versions[0]?.id} className="card">
            <PolicyCard versions={versions} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PolicyCard({ versions }: { readonly versions: readonly Policy[] }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const may = useMay();
  const scopeText = useScopeText();
  const policy = versionAt(versions, Date.now()) ?? versions[0];
  const [isWriting, setWriting] = useState(
    () => policy !== undefined && readDraft(policyPlace(policy)) !== undefined,
  );
  if (!policy) return null;
  if (isWriting) return <PolicyForm from={policy} onClose={() => setWriting(false)} />;
  const others = versions.filter((one) => one !== policy);
  const coming = others.filter((one) => standingIn(versions, one) === 'toCome');
  return (
    <>
      <div className="entry-head">
        <h2>{codes.name('clock', policy.clock)}</h2>
        <span>{scopeText(policy)}</span>
        {may('policy.write') && (
          <button type="button" className="button-plain" onClick={() => setWriting(true)}>
            {t('newVersion')}
          </button>
        )}
      </div>
      <VersionFacts policy={policy} standing={standingIn(versions, policy)} />
      {others.length > 0 && (
        // A version to come is news: it stands open.
        <details open={coming.length > 0}>
          <summary>{t('versions', { n: others.length })}</summary>
          {others.map((one) => (
            <div key={one.id} className="version">
              <VersionFacts policy={one} standing={standingIn(versions, one)} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function VersionFacts({ policy, standing }: { readonly policy: Policy; readonly standing: Standing }) {
  const factsOf = usePolicyFacts();
  return (
    <>
      <p className="version-head">
        <StandingChip standing={standing} /> <span className="quiet">{policy.id}</span>
      </p>
      <Facts
        facts={factsOf(policy).map(({ label, lines }) =>
          lines.length === 0 ? undefined : [label, <Lines key={label} lines={lines} />],
        )}
      />
      <Entered at={policy.enteredAt} by={policy.enteredBy} />
    </>
  );
}
