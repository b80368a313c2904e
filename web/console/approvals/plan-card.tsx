import { moneyText } from '../../shared/money';
import { useLanguage, useName, useWords } from '../language';
import { LineHeads } from './line-heads';
import { useParts, type Detail } from './queries';
import { APPROVALS_WORDS } from './words';

/** Shows the diagnosis, the planned work and its parts. */
export function PlanCard({ detail: { diagnosis, dispatch } }: { readonly detail: Detail }) {
  const t = useWords(APPROVALS_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const lines = diagnosis?.parts ?? dispatch?.parts ?? [];
  const { data: parts } = useParts([...new Set(lines.map(({ partNumber }) => partNumber))].sort());
  return (
    <section className="card">
      <h3>{t('plan')}</h3>
      {diagnosis ? (
        <dl className="facts facts-long">
          <div>
            <dt>{t('planText')}</dt>
            <dd className="typed">{diagnosis.plan}</dd>
          </div>
          <div>
            <dt>{t('finding')}</dt>
            <dd className="typed">{diagnosis.finding}</dd>
          </div>
          <div>
            <dt>{t('fault')}</dt>
            <dd>{name(diagnosis.fault.names)}</dd>
          </div>
          <div>
            <dt>{t('cause')}</dt>
            <dd>{name(diagnosis.cause.names)}</dd>
          </div>
        </dl>
      ) : (
        <p className="quiet">{t('noPlan')}</p>
      )}
      {lines.length > 0 && (
        <table className="lines">
          <LineHeads name={t('part')} figures={[t('quantity'), t('unitCost'), t('inStock')]} />
          <tbody>
            {lines.map(({ partNumber, quantity }, at) => {
              const part = parts?.find((one) => one.partNumber === partNumber);
              return (
                <tr key={`${partNumber} ${String(at)}`}>
                  <td>
                    {partNumber}
                    {part && <span className="quiet"> {name(part.names)}</span>}
                  </td>
                  <td className="figure">{quantity}</td>
                  <td className="figure">
                    {part?.unitCostCents !== undefined && part.costCurrency !== undefined
                      ? moneyText(part.unitCostCents, part.costCurrency, language)
                      : '–'}
                  </td>
                  <td className="figure">{part?.available ?? '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
