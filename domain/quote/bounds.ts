import { refuseTooLarge } from '../money/amount';
import { DomainError } from '../errors';
import { amountOf, priceQuote } from './price';
import type { PricedLine, QuoteTerms } from './terms';

/**
 * Refuses a quote whose lines or total no document can state, be it all the customer's to pay, and one in another currency than the
 * case's. @throws {DomainError} MONEY.TOO_LARGE, MONEY.OTHER_CURRENCY
 */
export function refuseQuote(
  { lines, terms }: { readonly lines: readonly PricedLine[]; readonly terms: QuoteTerms },
  currency: string | undefined,
  field: string,
): void {
  const given = terms.currency;
  if (currency !== undefined && given !== currency)
    throw new DomainError('MONEY.OTHER_CURRENCY', { currency, given }, field);
  lines.forEach((line, n) => {
    refuseTooLarge(amountOf(line, line.unitPriceCents), given, `${field}.lines.${n}`);
    refuseTooLarge(amountOf(line, line.unitCostCents), given, `${field}.lines.${n}`);
  });
  refuseTooLarge(priceQuote(lines, terms, () => 0).totalCents, given, `${field}.lines`);
}
