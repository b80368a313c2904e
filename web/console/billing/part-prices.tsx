import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { StandingChip, type Standing } from '../administration/standing';
import { ADMINISTRATION_WORDS } from '../administration/words';
import { instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import { api, bodyOf, type Schemas } from '../api';
import { readDraft } from '../forms/draft';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { More, usePages } from '../shell/pages';
import { useSearchText } from '../shell/search-text';
import { Failed, Loading } from '../shell/states';
import type { PriceFilters } from './filters';
import { draftOfPart, PartPriceForm } from './part-price-form';
import { PRICE_WORDS } from './price-words';
import { groupedBy, standingsOfSpans } from './versions';
import { BILLING_WORDS } from './words';

type PartPrice = Schemas['PartPrice'];
const STANDINGS = { 'in-force': 'inForce', 'to-come': 'toCome', past: 'past' } as const;

/** Prices of parts: in force, to come and past, part by part. */
export function PartPrices() {
  const t = useWords(PRICE_WORDS);
  const own = useWords(ADMINISTRATION_WORDS);
  const billing = useWords(BILLING_WORDS);
  const may = useMay();
  const filters = useSearch({ from: '/billing/prices' });
  const navigate = useNavigate({ from: '/billing/prices' });
  const [isWriting, setWriting] = useState(() => readDraft(draftOfPart(undefined)) !== undefined);
  const { language } = useLanguage();
  const [entered, setEntered] = useState<PartPrice>();
  const set = (change: Partial<PriceFilters>) =>
    void navigate({ search: (now: PriceFilters) => ({ ...now, ...change }), replace: true });
  const search = useSearchText(filters.q, (q) => set({ q }));
  const { list, rows } = usePages(['administration', 'part-prices', filters], (paging) =>
    bodyOf(api.GET('/v1/part-prices', { params: { query: { ...filters, sort: 'part', ...paging } } })),
  );
  const given = filters.standing === undefined ? undefined : STANDINGS[filters.standing];
  return (
    <>
      {may('price.write') &&
        (isWriting ? (
          <PartPriceForm onSaved={setEntered} onClose={() => setWriting(false)} />
        ) : (
          <p>
            <button type="button" className="button-plain" onClick={() => setWriting(true)}>
              {t('addPart')}
            </button>
          </p>
        ))}
      <p role="status" className="quiet">
        {entered &&
          t('entered', {
            part: entered.partNumber,
            price: moneyText(entered.priceCents, entered.currency, language),
            from: instantText(entered.effectiveFrom, language),
          })}
      </p>
      <form className="filters" {...search.form}>
        <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
        <select
          aria-label={t('standing')}
          value={filters.standing ?? ''}
          onChange={({ target }) =>
            set({ standing: (['in-force', 'to-come', 'past'] as const).find((one) => one === target.value) })
          }
        >
          <option value="">{`${t('standing')}: ${billing('all')}`}</option>
          {(['in-force', 'to-come', 'past'] as const).map((one) => (
            <option key={one} value={one}>
              {own(STANDINGS[one])}
            </option>
          ))}
        </select>
      </form>
      {list.error && !list.data ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : (
        <>
          <ul className="register part-prices">
            {groupedBy(rows, ({ partNumber, currency }) => `${partNumber} ${currency}`).map((prices) => (
              <li key={prices[0]?.id} className="card">
                <PartCard prices={prices} given={given} />
              </li>
            ))}
            {rows.length === 0 && <li className="card quiet">{billing('none')}</li>}
          </ul>
          <More list={list} />
        </>
      )}
    </>
  );
}

interface Of {
  readonly prices: readonly PartPrice[];
  /** Where they are filtered by it: then others of the part are not here to tell. */
  readonly given: Standing | undefined;
}

function PartCard({ prices, given }: Of) {
  const t = useWords(PRICE_WORDS);
  const may = useMay();
  const { language } = useLanguage();
  const [latest] = prices;
  const [isWriting, setWriting] = useState(() => readDraft(draftOfPart(latest?.partNumber)) !== undefined);
  if (!latest) return null;
  if (isWriting) return <PartPriceForm latest={latest} onClose={() => setWriting(false)} />;
  const standings = standingsOfSpans(prices);
  return (
    <>
      <div className="entry-head">
        <h3>{latest.partNumber}</h3>
        <span>{language === 'zh' ? latest.nameZh : latest.nameEn}</span>
        {may('price.write') && (
          <button type="button" className="button-plain" onClick={() => setWriting(true)}>
            {t('newPrice')} <span className="sr">{latest.partNumber}</span>
          </button>
        )}
      </div>
      <ul className="rows">
        {prices.map((price, n) => (
          <PriceRow key={price.id} price={price} standing={given ?? standings[n] ?? 'past'} />
        ))}
      </ul>
    </>
  );
}

function PriceRow({ price, standing }: { readonly price: PartPrice; readonly standing: Standing }) {
  const t = useWords(PRICE_WORDS);
  const own = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const { priceCents, costCents, currency, effectiveFrom, effectiveTo } = price;
  return (
    <li>
      <StandingChip standing={standing} />
      <strong>{moneyText(priceCents, currency, language)}</strong>
      {costCents !== undefined && (
        <span className="quiet">
          {t('cost')} {moneyText(costCents, currency, language)}
        </span>
      )}
      <span className="quiet">
        {own('from')} {instantText(effectiveFrom, language)}
        {effectiveTo !== null && ` · ${own('until')} ${instantText(effectiveTo, language)}`}
      </span>
    </li>
  );
}
