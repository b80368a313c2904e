import { field, group, NAME_EN, NAME_ZH, tomorrow } from '../administration/fields';
import { RegisterForm } from '../administration/register-form';
import { api, bodyOf, type Schemas } from '../api';
import { useCurrencies } from '../forms/queries';
import { localInstant, type TypedGroup } from '../forms/values';
import { useWords } from '../language';
import { CURRENCY, idOf, money, SPAN, typedAmount } from './price-fields';
import { PRICE_WORDS as W } from './price-words';

type PriceList = Schemas['PriceList'];
type Entered = Omit<Schemas['NewPriceList'], 'id' | 'taxBasisPoints'> & { readonly taxPercent: number };

const per = (
  label: (typeof W)['labourPer'] | (typeof W)['travelPer'],
  values: readonly ('hour' | 'visit' | 'trip')[],
) =>
  field('choice', label, {
    enum: values,
    options: Object.fromEntries(values.map((value) => [value, W[value]])),
  });
const PRICES = {
  nameEn: NAME_EN,
  nameZh: NAME_ZH,
  currency: CURRENCY,
  labourPer: per(W.labourPer, ['hour', 'visit']),
  labourPriceCents: money(W.labour),
  labourCostCents: money(W.labourCost),
  travelPer: per(W.travelPer, ['trip', 'hour']),
  travelPriceCents: money(W.travel),
  travelCostCents: money(W.travelCost),
  taxPercent: field('number', W.tax, { type: 'number', minimum: 0, maximum: 100 }),
  quoteValidDays: field('number', W.validDays, { type: 'integer', minimum: 1, maximum: 366 }),
  declinedCharge: field('choice', W.declined, {
    enum: ['travel', 'none'],
    options: { travel: W.tripsMade, none: W.nothing },
  }),
  effectiveFrom: SPAN.effectiveFrom,
};
const LEVEL = field('choice', W.serviceLevel, {
  enum: ['A', 'B', 'C'],
  help: {
    en: 'Left empty: every level that has no list of its own.',
    zh: '留空则适用于没有单独价目表的等级。',
  },
});
const OPTIONAL = { effectiveTo: SPAN.effectiveTo, retroactive: SPAN.retroactive };

interface Entering {
  /** The version that the next is written on; undefined for a list of another service level. */
  readonly latest?: PriceList | undefined;
  readonly onClose: () => void;
}

export const draftOfList = (latest: PriceList | undefined): string =>
  latest ? `price-list.${latest.serviceLevel ?? 'any'}` : 'price-list';

/** Prices of labour and travel from a time on. */
export function PriceListForm({ latest, onClose }: Entering) {
  const t = useWords(W);
  const { decimalsOf } = useCurrencies();
  const schema = group(
    { ...PRICES, ...(!latest && { serviceLevel: LEVEL }), ...OPTIONAL },
    Object.keys(PRICES),
  );
  return (
    <RegisterForm<Entered>
      place={draftOfList(latest)}
      title={latest ? t('newListOf', { what: levelText(latest.serviceLevel, t) }) : t('addList')}
      schema={schema}
      filled={filledBy(latest, decimalsOf)}
      save={({ taxPercent, ...data }, key) =>
        bodyOf(
          api.POST('/v1/price-lists', {
            body: {
              ...(latest?.serviceLevel && { serviceLevel: latest.serviceLevel }),
              ...data,
              id: idOf(
                `prices-${latest?.serviceLevel ?? data.serviceLevel ?? 'any'}`,
                data.effectiveFrom,
                key,
              ),
              taxBasisPoints: Math.round(taxPercent * 100),
            },
          }),
        )
      }
      pathOf={(name) => (name === 'taxBasisPoints' ? 'taxPercent' : name)}
      onClose={onClose}
    />
  );
}

type T = (key: 'anyLevel' | 'level', values?: Readonly<Record<string, string>>) => string;
export const levelText = (level: PriceList['serviceLevel'], t: T): string =>
  level === null ? t('anyLevel') : t('level', { level });

function filledBy(latest: PriceList | undefined, decimalsOf: (currency: string) => number): TypedGroup {
  const effectiveFrom = localInstant(tomorrow().getTime());
  if (!latest) return { effectiveFrom };
  const amount = (cents: number | undefined) => typedAmount(cents, decimalsOf(latest.currency));
  return {
    nameEn: latest.nameEn,
    nameZh: latest.nameZh,
    currency: latest.currency,
    labourPer: latest.labourPer,
    labourPriceCents: amount(latest.labourPriceCents),
    labourCostCents: amount(latest.labourCostCents),
    travelPer: latest.travelPer,
    travelPriceCents: amount(latest.travelPriceCents),
    travelCostCents: amount(latest.travelCostCents),
    taxPercent: String(latest.taxBasisPoints / 100),
    quoteValidDays: String(latest.quoteValidDays),
    declinedCharge: latest.declinedCharge,
    effectiveFrom,
  };
}
