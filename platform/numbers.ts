import { query, type Database, type Transaction } from './database';
import { dayIn } from './wall-clock';

/** Series of running numbers: requests, cases, parts orders. */
export type Series = 'RQ' | 'AS' | 'PO';

/**
 * Takes the next number of each series in $1 (`text[]`) of the year $2, such as `AS-2026-000001`: part of the statement, or of the
 * transaction, that uses them, so that no number is lost or given twice.
 */
export const TAKE_NUMBERS = `INSERT INTO number_series (series, year, last)
  SELECT series, $2::int, 1 FROM unnest($1::text[]) AS series ORDER BY series
  ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1
  RETURNING series, series || '-' || year || '-' || lpad(last::text, greatest(6, length(last::text)), '0') AS number`;

/** The company's own year. */
export const numberYear = (timeZone: string, at: Date): number => Number(dayIn(timeZone, at).slice(0, 4));

/** Takes so many numbers of each series at once. Gives the last number of each that was taken before. */
export async function takeNumbers<S extends Series>(
  database: Database,
  series: readonly S[],
  { year, count }: { readonly year: number; readonly count: number },
): Promise<(series: S) => number> {
  const { rows } = await query<{ readonly series: S; readonly last: number }>(
    database,
    `INSERT INTO number_series (series, year, last) SELECT series, $2::int, $3::int FROM unnest($1::text[]) AS series ORDER BY series
      ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + EXCLUDED.last RETURNING series, last`,
    [series, year, count],
  );
  return (wanted) => (rows.find((row) => row.series === wanted)?.last ?? count) - count;
}

/** A number as people read it, such as `AS-2026-000001`. */
export const numberText = (series: Series, year: number, n: number): string =>
  `${series}-${year}-${String(n).padStart(6, '0')}`;

/** The next number of each series. Taken inside the transaction that uses them. */
export async function nextNumbers<S extends Series>(
  tx: Transaction,
  series: readonly S[],
  at: Date,
  timeZone: string,
): Promise<(series: S) => string> {
  const { rows } = await query<{ readonly series: S; readonly number: string }>(tx, TAKE_NUMBERS, [
    series,
    numberYear(timeZone, at),
  ]);
  return (wanted) => {
    const number = rows.find((row) => row.series === wanted)?.number;
    if (number === undefined) throw new Error(`PostgreSQL returned no number for the series ${wanted}`);
    return number;
  };
}
