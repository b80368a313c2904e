import { instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { LineHeads } from './line-heads';
import { APPROVALS_WORDS } from './words';

/** The quote, line by line, with what the customer pays. */
export function QuoteCard({ quote }: { readonly quote: Schemas['Quote'] }) {
  const t = useWords(APPROVALS_WORDS);
  const codes = useCodes();
  const name = useName();
  const { language } = useLanguage();
  const money = (cents: number) => moneyText(cents, quote.currency, language);
  return (
    <section className="card">
      <h3>
        {t('quote')} {quote.number} <span className="chip">{name(quote.statusNames)}</span>
      </h3>
      <div className="lines-wide">
        <table className="lines">
          <LineHeads
            name={t('item')}
            figures={[t('quantity'), t('price'), t('coverage'), t('customerPays')]}
          />
          <tbody>
            {quote.lines.map((line, at) => (
              <tr key={`${line.item} ${String(at)}`}>
                <td>
                  {name(line.name)}
                  {line.partNumber !== null && <span className="quiet"> {line.partNumber}</span>}
                </td>
                <td className="figure">
                  {line.quantity} {codes.name('quoteUnit', line.unit)}
                </td>
                <td className="figure">{money(line.priceCents)}</td>
                <td className="figure">{line.coveredPercent} %</td>
                <td className="figure">{money(line.customerCents)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {(['net', 'tax', 'total'] as const).map((sum) => (
              <tr key={sum}>
                <th scope="row" colSpan={4}>
                  {t(sum)}
                </th>
                <td className="figure">{money(quote[`${sum}Cents`])}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      {quote.note !== null && <p className="typed">{quote.note}</p>}
      {quote.validUntil !== null && (
        <p className="quiet">{t('validUntil', { at: instantText(quote.validUntil, language) })}</p>
      )}
    </section>
  );
}
