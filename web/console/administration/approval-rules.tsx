import { useState } from 'react';
import { instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { readDraft } from '../forms/draft';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { ApprovalRuleForm } from './approval-rule-form';
import { Entered } from './entered';
import { Facts } from './facts';
import { useOrganisationName } from '../organisations';
import { useApprovalRules } from './queries';
import { StandingChip, standingsOf, type Standing } from './standing';
import { ADMINISTRATION_WORDS } from './words';

type Rule = Schemas['ApprovalRule'];

/** By which plans and quotes have to be approved; the versions of a rule together. */
export function ApprovalRules() {
  const t = useWords(ADMINISTRATION_WORDS);
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft('approval-rule') !== undefined);
  const { data, error, refetch } = useApprovalRules();
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const codes = [...new Set(data.items.map(({ code }) => code))];
  return (
    <ul className="register">
      {may('approvalRule.write') && (
        <li>
          {isWriting ? (
            <ApprovalRuleForm onClose={() => setWriting(false)} />
          ) : (
            <button type="button" className="button-plain" onClick={() => setWriting(true)}>
              {t('addRule')}
            </button>
          )}
        </li>
      )}
      {codes.map((code) => (
        <li key={code} className="card">
          <RuleCard versions={data.items.filter((rule) => rule.code === code)} />
        </li>
      ))}
    </ul>
  );
}

function RuleCard({ versions }: { readonly versions: readonly Rule[] }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const standings = standingsOf(versions);
  const shown = Math.max(standings.indexOf('inForce'), 0);
  const rule = versions[shown];
  if (!rule) return null;
  return (
    <>
      <div className="entry-head">
        <h2>{language === 'zh' ? rule.nameZh : rule.nameEn}</h2>
        <span className="quiet">{rule.code}</span>
      </div>
      <RuleFacts rule={rule} standing={standings[shown] ?? 'past'} />
      {versions.length > 1 && (
        <details>
          <summary>{t('versions', { n: versions.length - 1 })}</summary>
          {versions.map((one, n) =>
            n === shown ? null : (
              <div key={one.effectiveFrom} className="version">
                <RuleFacts rule={one} standing={standings[n] ?? 'past'} />
              </div>
            ),
          )}
        </details>
      )}
    </>
  );
}

function RuleFacts({ rule, standing }: { readonly rule: Rule; readonly standing: Standing }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const organisation = useOrganisationName();
  const { over, marginUnderBasisPoints: margin } = rule;
  return (
    <>
      <Facts
        facts={[
          [t('kind'), codes.name('approvalKind', rule.kind)],
          over ? [t('over'), moneyText(over.amountCents, over.currency, language)] : undefined,
          margin === null ? undefined : [t('marginUnder'), `${margin / 100} %`],
          over === null && margin === null ? [t('condition'), t('always')] : undefined,
          [t('decides'), `${codes.name('role', rule.role)} · ${codes.name('organisationKind', rule.tier)}`],
          [
            t('organisation'),
            rule.organisationId === null ? t('wholeCompany') : organisation(rule.organisationId),
          ],
          rule.requestType ? [t('requestType'), codes.name('requestType', rule.requestType)] : undefined,
          rule.productCode ? [t('product'), rule.productCode] : undefined,
          rule.productFamily ? [t('family'), rule.productFamily] : undefined,
          [
            t('from'),
            <span key="from">
              {instantText(rule.effectiveFrom, language)}{' '}
              {rule.active ? (
                <StandingChip standing={standing} />
              ) : (
                <span className="chip">{t('ended')}</span>
              )}
            </span>,
          ],
        ]}
      />
      <Entered at={rule.enteredAt} by={rule.enteredBy} />
    </>
  );
}
