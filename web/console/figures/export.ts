import { casesBehind, type Behind } from './queries';
import type { FigureFilters } from './filters';

const PAGE = 100;
/** Tells spreadsheets that the file is UTF-8: Chinese stays readable. */
const MARK = '\uFEFF';

/** A field of a file: one that a spreadsheet would run as a formula is led by an apostrophe. */
function field(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

const csvOf = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => row.map(field).join(',')).join('\r\n');

/** Saves every case behind a figure as a file, with the columns of the list. */
export async function exportBehind(
  filters: FigureFilters,
  head: readonly string[],
  cells: (row: Behind) => readonly string[],
): Promise<void> {
  const rows: Behind[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await casesBehind(filters, cursor, PAGE);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  const url = URL.createObjectURL(new Blob([csvOf([head, ...rows.map(cells)])], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${filters.quality ?? filters.promise ?? 'cases'}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
