import { field, group, tomorrow } from '../administration/fields';
import { RegisterForm } from '../administration/register-form';
import { api, bodyOf, type Schemas } from '../api';
import { useCurrencies } from '../forms/queries';
import { localInstant } from '../forms/values';
import { useWords } from '../language';
import { CURRENCY, idOf, money, SPAN, typedAmount } from './price-fields';
import { PRICE_WORDS as W } from './price-words';

type Entered = Pick<
  Schemas['NewPartPrice'],
  'partNumber' | 'currency' | 'priceCents' | 'costCents' | 'effectiveFrom' | 'effectiveTo' | 'retroactive'
>;

const FIELDS = {
  partNumber: field('part', W.part),
  currency: CURRENCY,
  priceCents: money(W.price),
  costCents: money(W.cost),
  effectiveFrom: SPAN.effectiveFrom,
};
const SCHEMA = group(
  { ...FIELDS, effectiveTo: SPAN.effectiveTo, retroactive: SPAN.retroactive },
  Object.keys(FIELDS),
);

interface Entering {
  /** The price that the next is written on; undefined for a part of the catalogue. */
  readonly latest?: Schemas['PartPrice'] | undefined;
  readonly onSaved?: (price: Schemas['PartPrice']) => void;
  readonly onClose: () => void;
}

export const draftOfPart = (partNumber: string | undefined): string =>
  partNumber === undefined ? 'part-price' : `part-price.${partNumber}`;

/** The price of a part from a time on. */
export function PartPriceForm({ latest, onSaved, onClose }: Entering) {
  const t = useWords(W);
  const { decimalsOf } = useCurrencies();
  const effectiveFrom = localInstant(tomorrow().getTime());
  return (
    <RegisterForm<Entered>
      place={draftOfPart(latest?.partNumber)}
      title={latest ? t('newPriceOf', { what: latest.partNumber }) : t('addPart')}
      schema={SCHEMA}
      filled={
        latest
          ? {
              partNumber: latest.partNumber,
              currency: latest.currency,
              priceCents: typedAmount(latest.priceCents, decimalsOf(latest.currency)),
              costCents: typedAmount(latest.costCents, decimalsOf(latest.currency)),
              effectiveFrom,
            }
          : { effectiveFrom }
      }
      save={async (data, key) => {
        const id = idOf(data.partNumber, data.effectiveFrom, key);
        const body = { ...data, ...(await namesOf(data.partNumber)), id };
        onSaved?.(await bodyOf(api.POST('/v1/part-prices', { body })));
      }}
      onClose={onClose}
    />
  );
}

const plain = (partNumber: string): string => partNumber.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** A part's names as the catalogue has them. One that it lacks keeps its number: the API refuses it, with its words. */
async function namesOf(partNumber: string): Promise<{ readonly nameEn: string; readonly nameZh: string }> {
  const { items } = await bodyOf(api.GET('/v1/parts', { params: { query: { q: partNumber } } }));
  const part = items.find((one) => plain(one.partNumber) === plain(partNumber));
  return { nameEn: part?.names.en ?? partNumber, nameZh: part?.names.zh ?? partNumber };
}
