import { instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import { useLanguage, useName, useWords } from '../language';
import type { Detail } from './queries';
import { APPROVALS_WORDS } from './words';

interface Earlier {
  readonly detail: Detail;
  readonly approvalId: string;
}

/** Lists earlier decisions on this case, each with its person and reason. */
export function EarlierDecisions({ detail, approvalId }: Earlier) {
  const t = useWords(APPROVALS_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const others = detail.approvals.filter((one) => one.approvalId !== approvalId);
  return (
    <section className="card">
      <h3>{t('earlier')}</h3>
      {others.length === 0 && <p className="quiet">{t('noEarlier')}</p>}
      <ul className="plain">
        {others.map((one) => (
          <li key={one.approvalId}>
            <span className={`chip ${one.status === 'rejected' ? 'chip-bad' : 'chip-good'}`}>
              {name(one.statusNames)}
            </span>{' '}
            {name(one.kindNames)}: {one.what}
            {one.amountCents !== null && one.currency !== null && (
              <> ({moneyText(one.amountCents, one.currency, language)})</>
            )}
            {one.decided && (
              <p className="quiet">
                {t('by', {
                  by: one.decided.by,
                  at: instantText(one.decided.at, language),
                  reason: one.decided.reason,
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
