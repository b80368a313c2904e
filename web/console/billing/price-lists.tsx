import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../administration/facts';
import { StandingChip, type Standing } from '../administration/standing';
import { ADMINISTRATION_WORDS } from '../administration/words';
import { instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import { api, bodyOf, type Schemas } from '../api';
import { readDraft } from '../forms/draft';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { draftOfList, levelText, PriceListForm } from './price-list-form';
import { PRICE_WORDS } from './price-words';
import { groupedBy, shownOf, standingsOfSpans } from './versions';

type PriceList = Schemas['PriceList'];

/** Prices of labour and travel by service level: the list in force, and those before and to come. */
export function PriceLists() {
  const t = useWords(PRICE_WORDS);
  const may = useMay();
  const [isWriting, setWriting] = useState(() => readDraft(draftOfList(undefined)) !== undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['administration', 'price-lists'],
    queryFn: () => bodyOf(api.GET('/v1/price-lists')),
  });
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const levels = groupedBy(
    [...data.items].sort((one, other) => (one.serviceLevel ?? '').localeCompare(other.serviceLevel ?? '')),
    ({ serviceLevel }) => serviceLevel ?? '',
  );
  return (
    <ul className="register">
      {may('price.write') && (
        <li>
          {isWriting ? (
            <PriceListForm onClose={() => setWriting(false)} />
          ) : (
            <button type="button" className="button-plain" onClick={() => setWriting(true)}>
              {t('addList')}
            </button>
          )}
        </li>
      )}
      {levels.map((versions) => (
        <li key={versions[0]?.serviceLevel ?? ''} className="card">
          <LevelCard versions={versions} />
        </li>
      ))}
      {levels.length === 0 && <li className="card quiet">{t('noLists')}</li>}
    </ul>
  );
}

function LevelCard({ versions }: { readonly versions: readonly PriceList[] }) {
  const t = useWords(PRICE_WORDS);
  const own = useWords(ADMINISTRATION_WORDS);
  const may = useMay();
  const standings = standingsOfSpans(versions);
  const shown = shownOf(standings);
  const list = versions[shown];
  const [isWriting, setWriting] = useState(() => readDraft(draftOfList(list)) !== undefined);
  if (!list) return null;
  if (isWriting) return <PriceListForm latest={list} onClose={() => setWriting(false)} />;
  return (
    <>
      <div className="entry-head">
        <h3>{levelText(list.serviceLevel, t)}</h3>
        {may('price.write') && (
          <button type="button" className="button-plain" onClick={() => setWriting(true)}>
            {own('newVersion')} <span className="sr">{levelText(list.serviceLevel, t)}</span>
          </button>
        )}
      </div>
      <ListFacts list={list} standing={standings[shown] ?? 'past'} />
      {versions.length > 1 && (
        <details open={standings.includes('toCome')}>
          <summary>{own('versions', { n: versions.length - 1 })}</summary>
          {versions.map((one, n) =>
            n === shown ? null : (
              <div key={one.id} className="version">
                <ListFacts list={one} standing={standings[n] ?? 'past'} />
              </div>
            ),
          )}
        </details>
      )}
    </>
  );
}

interface Shown {
  readonly list: PriceList;
  readonly standing: Standing;
}

function ListFacts({ list, standing }: Shown) {
  const t = useWords(PRICE_WORDS);
  const own = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const { labourCostCents, travelCostCents, effectiveTo } = list;
  const money = (cents: number) => moneyText(cents, list.currency, language);
  return (
    <>
      <p className="version-head">
        {language === 'zh' ? list.nameZh : list.nameEn} <StandingChip standing={standing} />
      </p>
      <Facts
        facts={[
          [t('labour'), `${money(list.labourPriceCents)} ${t(list.labourPer)}`],
          labourCostCents === undefined ? undefined : [t('labourCost'), money(labourCostCents)],
          [t('travel'), `${money(list.travelPriceCents)} ${t(list.travelPer)}`],
          travelCostCents === undefined ? undefined : [t('travelCost'), money(travelCostCents)],
          [t('tax'), String(list.taxBasisPoints / 100)],
          [t('validDays'), String(list.quoteValidDays)],
          [t('declined'), t(list.declinedCharge === 'travel' ? 'tripsMade' : 'nothing')],
          [own('from'), instantText(list.effectiveFrom, language)],
          effectiveTo === null ? undefined : [own('until'), instantText(effectiveTo, language)],
        ]}
      />
    </>
  );
}
