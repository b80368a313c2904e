import { Link } from '@tanstack/react-router';
import { dayText } from '../../shared/instants';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useOtherCases, type Detail } from './queries';
import { APPROVALS_WORDS } from './words';

/** Lists other cases of this customer and of this unit, the latest first. */
export function OtherCases({ detail: { number, customer, unit } }: { readonly detail: Detail }) {
  const t = useWords(APPROVALS_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const { data } = useOtherCases(customer?.id);
  if (!customer) return null;
  const others = (data?.items ?? []).filter((one) => one.number !== number);
  return (
    <section className="card">
      <h3>{t('history')}</h3>
      {data && others.length === 0 && <p className="quiet">{t('noHistory')}</p>}
      <ul className="plain">
        {others.map((one) => (
          <li key={one.number}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              {one.number}
            </Link>{' '}
            {one.subject}{' '}
            <span className="quiet">
              {dayText(one.receivedAt, language)}
              {one.requestType && `, ${codes.name('requestType', one.requestType)}`},{' '}
              {codes.name('caseStage', one.stage)}
            </span>{' '}
            {unit && one.unit?.id === unit.id && <span className="chip">{t('sameUnit')}</span>}{' '}
            {one.breached && <span className="chip chip-bad">{t('broken')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
