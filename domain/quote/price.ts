import { percentOf, scaled, sumOf, taxOn } from '../money/amount';
import type { DocumentTotals, PricedLine, PricedQuote, QuoteLine, QuoteTerms } from './terms';

const MINUTES_AN_HOUR = 60;

/** Price of a quantity at a unit price. */
export const amountOf = (
  { quantity, unit }: Pick<PricedLine, 'quantity' | 'unit'>,
  unitCents: number,
): number => (unit === 'minute' ? scaled(unitCents, quantity, MINUTES_AN_HOUR) : quantity * unitCents);

/** A line shared out: the customer pays what the entitlement does not cover, rounded once; the rest is ours. */
export function shareOut(line: PricedLine, coveredPercent: number): QuoteLine {
  const priceCents = amountOf(line, line.unitPriceCents);
  const customerCents = percentOf(priceCents, 100 - coveredPercent);
  return {
    ...line,
    priceCents,
    costCents: amountOf(line, line.unitCostCents),
    coveredPercent,
    customerCents,
    coveredCents: priceCents - customerCents,
  };
}

/** Totals of the customer's lines; tax once, on their sum. */
export function totalsOf(
  lines: readonly Pick<QuoteLine, 'customerCents'>[],
  taxBasisPoints: number,
): DocumentTotals {
  const netCents = sumOf(lines, ({ customerCents }) => customerCents);
  const taxCents = taxOn(netCents, taxBasisPoints);
  return { netCents, taxCents, totalCents: netCents + taxCents };
}

/** A quote from its lines. @param coveredPercentOf what the entitlement covers of a line (R6). */
export function priceQuote(
  priced: readonly PricedLine[],
  terms: QuoteTerms,
  coveredPercentOf: (line: PricedLine) => number,
): PricedQuote {
  const lines = priced.map((line) => shareOut(line, coveredPercentOf(line)));
  const totals = totalsOf(lines, terms.taxBasisPoints);
  const costShareCents = sumOf(lines, ({ costCents, coveredPercent }) =>
    percentOf(costCents, 100 - coveredPercent),
  );
  return {
    ...terms,
    lines,
    ...totals,
    costShareCents,
    marginBasisPoints: marginOf(totals.netCents, costShareCents),
  };
}

/** Nothing sold earns nothing; what costs something and is sold for nothing is sold under its cost. */
const marginOf = (netCents: number, costCents: number): number => {
  if (netCents === 0) return costCents > 0 ? -10_000 : 0;
  return scaled(netCents - costCents, 10_000, netCents);
};
