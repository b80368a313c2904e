import { DomainError } from '../../errors';
import { refuseTooLarge, sumOf } from '../../money/amount';
import { liveQuote } from '../quote/quote';
import type { CaseState } from '../state';
import { tripsOf } from '../visit/trips';

/** Amounts that a command would record in a case: its currency, and the amounts that one document adds up. */
export interface StatedAmounts {
  readonly currency: string;
  readonly cents: readonly number[];
}

/**
 * The case's only currency, ISO 4217: that of its effective amounts, on an invoice, a current quote, a report
 * or the cost of a trip. Undefined without any; a quote that was void before it had an effect does not count.
 */
export function caseCurrency(state: CaseState): string | undefined {
  const { invoices = [], earlierReports = [], report } = state;
  const quote = liveQuote(state);
  const standing = [
    ...invoices.filter(({ creditedAt }) => creditedAt === undefined),
    ...(quote ? [quote] : []),
    ...(report ? [report] : []),
    ...earlierReports.flatMap((versions) => versions.at(-1)?.report ?? []),
    ...tripsOf(state).flatMap(({ cost }) => cost ?? []),
  ];
  return standing[0]?.currency;
}

/** The case without its quote: another takes its place. */
export function beforeQuote({ quote: _quote, ...rest }: CaseState): CaseState {
  return rest;
}

/** The case without its latest report: a currency that was mistyped there can be corrected. */
export function beforeReport(state: CaseState): CaseState {
  const { report, reportVersions: _versions, visits = [], ...rest } = state;
  return report ? { ...rest, visits: visits.filter(({ outcome }) => outcome !== 'repaired') } : state;
}

/** @throws {DomainError} MONEY.OTHER_CURRENCY, MONEY.TOO_LARGE */
export function refuseAmounts(
  { currency: given, cents }: StatedAmounts,
  currency: string | undefined,
  field: string,
): void {
  if (currency !== undefined && given !== currency)
    throw new DomainError('MONEY.OTHER_CURRENCY', { currency, given }, `${field}.currency`);
  refuseTooLarge(
    sumOf(cents, (one) => one),
    given,
    field,
  );
}
