import type { Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { moneyText } from '../texts';
import { PRICED_WORDS } from './priced-words';

type Line = Pick<
  Schemas['Quote']['lines'][number],
  'name' | 'partNumber' | 'quantity' | 'unit' | 'unitPriceCents' | 'customerCents'
>;

interface Priced extends Line {
  readonly currency: string;
  /** The reason why it is free or cheaper. */
  readonly covered: string;
}

export function PricedLine({
  name,
  partNumber,
  quantity,
  unit,
  unitPriceCents,
  customerCents,
  ...of
}: Priced) {
  const t = useWords(PRICED_WORDS);
  const { language } = useLanguage();
  return (
    <li>
      <span>
        {name[language]}
        <small>
          {partNumber !== null && `${partNumber} · `}
          {t(unit, { quantity, price: moneyText(unitPriceCents, of.currency, language) })}
        </small>
        {of.covered !== '' && <small class="free">{of.covered}</small>}
      </span>
      <span>{moneyText(customerCents, of.currency, language)}</span>
    </li>
  );
}

interface Sums {
  readonly netCents: number;
  readonly taxCents: number;
  readonly totalCents: number;
  readonly currency: string | null;
}

export function Totals({ netCents, taxCents, totalCents, currency }: Sums) {
  const t = useWords(PRICED_WORDS);
  const { language } = useLanguage();
  if (currency === null) return null;
  return (
    <dl class="totals">
      <dt>{t('net')}</dt>
      <dd>{moneyText(netCents, currency, language)}</dd>
      <dt>{t('tax')}</dt>
      <dd>{moneyText(taxCents, currency, language)}</dd>
      <dt>{t('total')}</dt>
      <dd>
        <strong>{moneyText(totalCents, currency, language)}</strong>
      </dd>
    </dl>
  );
}
