import type { Company } from './company-shapes';

/** A price is of a part that there is; and what is bought at an instant has one price, as the register itself demands. */
export function priceFaults({ parts, partPrices, priceLists }: Company): string[] {
  const known = new Set(parts.parts.map(({ partNumber }) => partNumber));
  return [
    ...partPrices
      .filter(({ partNumber }) => !known.has(partNumber))
      .map(({ id, partNumber }) => `part-prices.json, ${id}, partNumber: there is no "${partNumber}"`),
    ...together('part-prices.json', partPrices, ({ partNumber, currency }) => `${partNumber} ${currency}`),
    ...together('price-lists.json', priceLists, ({ serviceLevel }) => serviceLevel ?? ''),
  ];
}

interface Price {
  readonly id: string;
  readonly effectiveFrom: string;
}

const together = <T extends Price>(file: string, prices: readonly T[], about: (price: T) => string) =>
  prices.flatMap((price, index) =>
    prices
      .slice(0, index)
      .filter((other) => about(other) === about(price))
      .filter((other) => Date.parse(other.effectiveFrom) === Date.parse(price.effectiveFrom))
      .map(({ id }) => `${file}, ${price.id}: ${id} begins at the same instant`),
  );
