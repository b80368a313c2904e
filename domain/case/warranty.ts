import type { WarrantyState } from './terms';

/** Warranty terms of a product and the dates of a unit, as local dates (`2026-11-22`). */
export interface WarrantyTerms {
  readonly months: number;
  readonly from: 'installation' | 'sale';
  readonly soldOn: string;
  readonly installedOn?: string;
}

/** Whether a unit is in warranty on a day (R6: two years unless the product says otherwise). */
export function warrantyOn(day: string, terms: WarrantyTerms): WarrantyState {
  const start = terms.from === 'installation' ? terms.installedOn : terms.soldOn;
  if (start === undefined) return 'unknown';
  return day < addMonths(start, terms.months) ? 'in-warranty' : 'out-of-warranty';
}

/** The same day of a later month, or that month's last day. */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  target.setUTCDate(Math.min(date.getUTCDate(), target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}
