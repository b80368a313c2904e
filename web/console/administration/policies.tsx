import { useState } from 'react';
import { instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { lengthText } from './lengths';
import { Facts } from './facts';
import { useCalendars, usePolicies } from './queries';
import { StandingChip, standingOf } from './standing';
import { ADMINISTRATION_WORDS } from './words';

type Policy = Schemas['Policy'];

/** How long each promise runs, and who is warned. */
export function Policies() {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const { data, error, refetch } = usePolicies();
  const [clock, setClock] = useState('');
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const clocks = [...new Set(data.items.map((policy) => policy.clock))];
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
      </div>
      <ul className="register">
        {data.items
          .filter((policy) => clock === '' || policy.clock === clock)
          .map((policy) => (
            <li key={policy.id} className="card">
              <PolicyCard policy={policy} />
            </li>
          ))}
      </ul>
    </>
  );
}

function PolicyCard({ policy }: { readonly policy: Policy }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const calendars = useCalendars();
  const calendar = calendars.data?.items.find(({ code }) => code === policy.calendar)?.versions[0];
  const role = (code: string) => (code === 'owner' ? t('owner') : codes.name('role', code));
  const lines = (texts: readonly string[]) => texts.map((text) => <div key={text}>{text}</div>);
  const { warnAt, escalate, lateEntry } = policy;
  return (
    <>
      <div className="entry-head">
        <h2>{codes.name('clock', policy.clock)}</h2>
        <span>{useMatches(policy)}</span>
        <span className="quiet">{policy.id}</span>
        <StandingChip standing={standingOf(policy.effectiveFrom, policy.effectiveTo)} />
      </div>
      <Facts
        facts={[
          [t('target'), lengthText(policy.targetSeconds, language)],
          [t('calendar'), (language === 'zh' ? calendar?.nameZh : calendar?.nameEn) ?? policy.calendar],
          [t('from'), instantText(policy.effectiveFrom, language)],
          policy.effectiveTo === null ? undefined : [t('until'), instantText(policy.effectiveTo, language)],
          warnAt.length === 0
            ? undefined
            : [t('warnings'), warnAt.map((share) => `${Math.round(share * 100)} %`).join(', ')],
          escalate.length === 0
            ? undefined
            : [
                t('escalates'),
                lines(
                  escalate.map(
                    ({ afterSeconds, to }) => `${lengthText(afterSeconds, language)}: ${role(to)}`,
                  ),
                ),
              ],
          policy.expireAfterSeconds === null
            ? undefined
            : [t('expires'), lengthText(policy.expireAfterSeconds, language)],
          [t('pauses'), t(policy.pausable ? 'yes' : 'no')],
          lateEntry.length === 0
            ? undefined
            : [
                t('late'),
                lines(
                  lateEntry.map((one) => `${role(one.role)}: ${lengthText(one.withinSeconds, language)}`),
                ),
              ],
        ]}
      />
    </>
  );
}

/** The cases that a policy is for, in words. */
function useMatches({ requestType, priority, serviceLevel, warranty }: Policy): string {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const facts = [
    requestType && codes.name('requestType', requestType),
    priority && codes.name('priority', priority),
    serviceLevel && `${t('serviceLevel')} ${serviceLevel}`,
    warranty && codes.name('warrantyState', warranty),
  ].filter((fact) => fact !== null);
  return facts.length > 0 ? facts.join(' · ') : t('everyCase');
}
