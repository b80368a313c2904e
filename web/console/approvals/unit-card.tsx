import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import type { Schemas } from '../api';
import { dayText } from '../../shared/instants';
import type { Detail } from './queries';
import { APPROVALS_WORDS } from './words';

const ITEMS = ['labour', 'parts', 'travel'] as const;

/** The unit, and what its warranty or contract pays for. */
export function UnitCard({ detail: { unit, warranty, entitlement } }: { readonly detail: Detail }) {
  const t = useWords(APPROVALS_WORDS);
  const codes = useCodes();
  const name = useName();
  const judged = entitlement?.judged;
  return (
    <section className="card">
      <h3>{t('unit')}</h3>
      {unit ? (
        <p>
          <strong>{name(unit.productName)}</strong>
          <br />
          {t('serial')} {unit.serial}
        </p>
      ) : (
        <p className="quiet">{t('noUnit')}</p>
      )}
      <p>
        {t('warranty')}{' '}
        <span className={`chip ${warranty === 'in-warranty' ? 'chip-good' : 'chip-warn'}`}>
          {codes.name('warrantyState', warranty)}
        </span>
      </p>
      {judged && (
        <dl className="facts">
          {ITEMS.map((item) => (
            <div key={item}>
              <dt>{t(item)}</dt>
              <dd>
                <Covered item={judged[item]} percent={entitlement.inForce?.[item] ?? judged[item].percent} />
              </dd>
            </div>
          ))}
          {judged.basis.contract && (
            <div>
              <dt>{t('contract')}</dt>
              <dd>{judged.basis.contract.number}</dd>
            </div>
          )}
        </dl>
      )}
      {entitlement?.overruling && (
        <p>
          {t('by', {
            by: entitlement.overruling.by.name,
            at: entitlement.overruling.at.slice(0, 10),
            reason: entitlement.overruling.reason,
          })}
        </p>
      )}
    </section>
  );
}

interface Cover {
  readonly item: Schemas['EntitlementItem'];
  readonly percent: number;
}

function Covered({ item, percent }: Cover) {
  const t = useWords(APPROVALS_WORDS);
  const name = useName();
  const { language } = useLanguage();
  return (
    <>
      {t('covered', { percent: `${String(percent)} %`, reason: name(item.reasonName) })}
      {item.until !== null && (
        <span className="quiet"> {t('lastDay', { day: dayText(`${item.until}T00:00`, language) })}</span>
      )}
    </>
  );
}
