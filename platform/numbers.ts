import type { Transaction } from './database';

/** Series of running numbers: requests, cases, parts orders. */
export type Series = 'RQ' | 'AS' | 'PO';

/**
 * The next number of a series, such as `AS-2026-000001`, with the company's own year. Taken inside the transaction that uses it, so
 * that no number is lost or given twice.
 */
export async function nextNumber(
  tx: Transaction,
  series: Series,
  at: Date,
  timeZone: string,
): Promise<string> {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(at));
  const { last } = await tx.numberSeries.upsert({
    where: { series_year: { series, year } },
    create: { series, year, last: 1 },
    update: { last: { increment: 1 } },
  });
  return `${series}-${year}-${String(last).padStart(6, '0')}`;
}
