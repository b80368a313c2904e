import { useWords } from '../language';
import { PartPrices } from './part-prices';
import { PriceLists } from './price-lists';
import { PRICE_WORDS } from './price-words';

/** Prices by which quotes are priced: of labour and travel, and of parts. */
export function Prices() {
  const t = useWords(PRICE_WORDS);
  return (
    <>
      <h2>{t('lists')}</h2>
      <PriceLists />
      <h2>{t('parts')}</h2>
      <PartPrices />
    </>
  );
}
