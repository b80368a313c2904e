import { instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { lengthText } from './lengths';
import { percentOf, type PolicyScope } from './policy-terms';
import { useCalendarName } from './calendar-name';
import { ADMINISTRATION_WORDS } from './words';

/** The terms of a version, saved or not. */
export type PolicyTerms = Pick<
  Schemas['Policy'],
  | 'targetSeconds'
  | 'calendar'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'warnAt'
  | 'escalate'
  | 'expireAfterSeconds'
  | 'remindEverySeconds'
  | 'pausable'
  | 'lateEntry'
>;

export interface PolicyFact {
  readonly label: string;
  /** One line each; none where the version says nothing of it. */
  readonly lines: readonly string[];
}

/** The terms of a version, in words. */
export function usePolicyFacts(): (terms: PolicyTerms) => readonly PolicyFact[] {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const calendarName = useCalendarName();
  const role = (code: string): string => (code === 'owner' ? t('owner') : codes.name('role', code));
  const length = (seconds: number | null): readonly string[] =>
    seconds === null ? [] : [lengthText(seconds, language)];
  return (terms) => [
    { label: t('target'), lines: length(terms.targetSeconds) },
    { label: t('calendar'), lines: [calendarName(terms.calendar)] },
    { label: t('from'), lines: [instantText(terms.effectiveFrom, language)] },
    {
      label: t('until'),
      lines: terms.effectiveTo === null ? [] : [instantText(terms.effectiveTo, language)],
    },
    {
      label: t('warnings'),
      lines:
        terms.warnAt.length === 0 ? [] : [terms.warnAt.map((share) => `${percentOf(share)} %`).join(', ')],
    },
    {
      label: t('escalates'),
      lines: terms.escalate.map(
        ({ afterSeconds, to }) => `${lengthText(afterSeconds, language)}: ${role(to)}`,
      ),
    },
    { label: t('expires'), lines: length(terms.expireAfterSeconds) },
    { label: t('reminds'), lines: length(terms.remindEverySeconds) },
    { label: t('pauses'), lines: [t(terms.pausable ? 'yes' : 'no')] },
    {
      label: t('late'),
      lines: terms.lateEntry.map((one) => `${role(one.role)}: ${lengthText(one.withinSeconds, language)}`),
    },
  ];
}

type Scope = { readonly [Name in keyof PolicyScope]?: string | null | undefined };

/** The cases that a policy is for, in words. */
export function useScopeText(): (scope: Scope) => string {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  return ({ requestType, priority, serviceLevel, warranty }) => {
    const facts = [
      requestType && codes.name('requestType', requestType),
      priority && codes.name('priority', priority),
      serviceLevel && `${t('serviceLevel')} ${serviceLevel}`,
      warranty && codes.name('warrantyState', warranty),
    ].filter((fact) => fact != null && fact !== '');
    return facts.length > 0 ? facts.join(' · ') : t('everyCase');
  };
}

interface Compared {
  /** The version that would be in force otherwise. */
  readonly before: PolicyTerms | undefined;
  readonly after: PolicyTerms;
}

/** The lines that a draft changes; the rest stays as it is. */
export function PolicyChanges({ before, after }: Compared) {
  const t = useWords(ADMINISTRATION_WORDS);
  const factsOf = usePolicyFacts();
  if (!before) return <p className="quiet">{t('firstVersion')}</p>;
  const was = factsOf(before);
  const changed = factsOf(after).flatMap(({ label, lines }) => {
    const old = was.find((fact) => fact.label === label)?.lines ?? [];
    // Each version has a beginning of its own: that is no change of what is promised.
    return label === t('from') || old.join('\n') === lines.join('\n') ? [] : [{ label, old, lines }];
  });
  return (
    <section className="due-preview" aria-label={t('whatChanges')}>
      <h3>{t('whatChanges')}</h3>
      {changed.length === 0 ? (
        <p className="chip">{t('nothingChanges')}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('asItIs')}</th>
              <th scope="col">{t('afterSaving')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ label, old, lines }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <Lines lines={old} />
                </td>
                <td>
                  <strong>
                    <Lines lines={lines} />
                  </strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? (
    <>–</>
  ) : (
    <>
      {lines.map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    </>
  );
}
