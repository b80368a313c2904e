import { query, type Transaction } from './database';

/** Series of running numbers: requests, cases, parts orders. */
export type Series = 'RQ' | 'AS' | 'PO';

/**
 * The next number of each series, such as `AS-2026-000001`, with the company's own year. Taken inside the transaction that uses them, so
 * that no number is lost or given twice.
 */
export async function nextNumbers<S extends Series>(
  tx: Transaction,
  series: readonly S[],
  at: Date,
  timeZone: string,
): Promise<(series: S) => string> {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(at));
  const { rows } = await query<{ readonly series: S; readonly last: number }>(
    tx,
    `INSERT INTO number_series (series, year, last) SELECT series, $2::int, 1 FROM unnest($1::text[]) AS series ORDER BY series
     ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1 RETURNING series, last`,
    [series, year],
  );
  return (wanted) => {
    const last = rows.find((row) => row.series === wanted)?.last;
    if (last === undefined) throw new Error(`PostgreSQL gave no number of the series ${wanted}`);
    return `${wanted}-${year}-${String(last).padStart(6, '0')}`;
  };
}
