import { dayText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import { useLanguage, useWords } from '../language';
import { useMoney, type CaseDetail } from './queries';
import { CASE_WORDS } from './words';

/** The offer to the customer, line by line. */
export function QuoteCard({ quote }: { readonly quote: CaseDetail['quote'] }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  if (!quote) return null;
  const money = (cents: number) => moneyText(cents, quote.currency, language);
  return (
    <section className="card" aria-labelledby="quote">
      <h2 id="quote">
        {t('quote', { number: quote.number })} <span className="chip">{quote.statusNames[language]}</span>
      </h2>
      {quote.validUntil !== null && (
        <p className="quiet">{t('validUntil', { at: dayText(quote.validUntil, language) })}</p>
      )}
      <table className="sums">
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('price')}</th>
            <th scope="col">{t('customerPays')}</th>
          </tr>
        </thead>
        <tbody>
          {quote.lines.map((line, n) => (
            // Lines have no id: their order is theirs alone.
            <tr key={`${n} ${line.item} ${line.partNumber ?? ''}`}>
              <td>
                {line.name[language]} × {line.quantity}
              </td>
              <td>{money(line.priceCents)}</td>
              <td>{money(line.customerCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {(
            [
              ['net', quote.netCents],
              ['tax', quote.taxCents],
              ['total', quote.totalCents],
            ] as const
          ).map(([key, cents]) => (
            <tr key={key}>
              <th scope="row" colSpan={2}>
                {t(key)}
              </th>
              <td>{money(cents)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </section>
  );
}

/** Shows costs and income of the case to those who may read them. */
export function Money({ number }: { readonly number: string }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const { data } = useMoney(number);
  if (!data || (data.totals.length === 0 && data.postings.length === 0)) return null;
  return (
    <section className="card" aria-labelledby="money">
      <h2 id="money">{t('money')}</h2>
      {data.totals.map((total) => (
        <dl className="figures" key={total.currency}>
          {(
            [
              ['cost', total.costCents],
              ['revenue', total.revenueCents],
              ['profit', total.profitCents],
            ] as const
          ).map(([key, cents]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{moneyText(cents, total.currency, language)}</dd>
            </div>
          ))}
        </dl>
      ))}
      <ul className="rows">
        {data.postings.map((posting) =>
          posting.number === null ? null : (
            <li key={posting.key}>
              <span>{t('invoice', { number: posting.number })}</span>
              <span>{moneyText(posting.revenueCents + posting.taxCents, posting.currency, language)}</span>
              <span className="quiet">{dayText(posting.at, language)}</span>
            </li>
          ),
        )}
      </ul>
      {data.finance.state === 'differs' && <p className="chip chip-warn">{t('ledgerDiffers')}</p>}
      {data.finance.state === 'unavailable' && <p className="quiet">{t('ledgerAway')}</p>}
    </section>
  );
}
