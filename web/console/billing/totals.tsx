import { moneyText } from '../../shared/money';
import type { Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { BILLING_WORDS } from './words';

/** Sums of what is listed, a line a currency: amounts of two currencies are never added. */
export function Totals({ totals }: { readonly totals: Schemas['BillTotals'] | undefined }) {
  const t = useWords(BILLING_WORDS);
  const { language } = useLanguage();
  return (
    <div className="bill-totals" role="status">
      <ul aria-label={t('totals')}>
        {totals?.items.map(({ currency, count, netCents, taxCents, totalCents }) => {
          const money = (cents: number) => moneyText(cents, currency, language);
          return (
            <li key={currency}>
              <span className="chip">{currency}</span> {t('count', { count })} · {t('net')} {money(netCents)}{' '}
              · {t('tax')} {money(taxCents)} · {t('total')} <strong>{money(totalCents)}</strong>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
