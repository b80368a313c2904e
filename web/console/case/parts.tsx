import { dayText, instantText } from '../../shared/instants';
import { Link } from '@tanstack/react-router';
import { useOrganisationName } from '../organisations';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

/** Parts that are held for the case, and those on order. */
export function Parts({ detail: { reservations, partsOrders } }: { readonly detail: CaseDetail }) {
  const t = useWords(CASE_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const outletName = useOrganisationName();
  if (reservations.length === 0 && partsOrders.length === 0) return null;
  return (
    <section className="card" aria-labelledby="parts">
      <h2 id="parts">{t('parts')}</h2>
      <ul className="rows">
        {reservations.map(({ outletId, parts }) => (
          <li key={outletId}>
            <span>{t('reserved', { outlet: outletName(outletId) })}</span>
            <span className="wide">
              {parts.map(({ partNumber, quantity }) => `${partNumber} × ${quantity}`).join(', ')}
            </span>
          </li>
        ))}
        {partsOrders.map((order) => (
          <li key={order.number}>
            <Link to="/parts-orders/$number" params={{ number: order.number }}>
              {t('order', { number: order.number })}
            </Link>
            <span className="chip">{codes.name('partsOrderStage', order.stage)}</span>
            <span className="wide">
              {order.lines
                .map(({ partNumber, names, quantity }) => `${names[language]} (${partNumber}) × ${quantity}`)
                .join(', ')}
            </span>
            <span className="quiet">
              {t('neededBy', { at: instantText(order.neededBy, language) })}
              {order.expectedOn !== null &&
                ` · ${t('expectedOn', { on: dayText(order.expectedOn, language) })}`}
            </span>
            {order.shipments.map(({ shipment, carrier, tracking, shippedAt }) => (
              <span className="quiet" key={shipment}>
                {t('shipped', { carrier, tracking: tracking ?? '', at: instantText(shippedAt, language) })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
