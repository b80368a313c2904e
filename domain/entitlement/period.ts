import { lastDayOf } from './months';
import {
  DEFAULT_SPECIAL_TERMS,
  type CoverageItem,
  type Term,
  type WarrantyDates,
  type WarrantyStart,
  type WarrantyTerms,
} from './terms';

/** The first and the last day of a warranty, both included. */
interface Period {
  readonly begins: string;
  readonly until: string;
}

interface Dated {
  readonly from: WarrantyStart;
  readonly dates: WarrantyDates;
  readonly undatedStartMonths: number;
}

/** The days during which the warranty covers one thing (R6). A unit that replaces another has that one's rest, a term of its own, or the longer. */
export function periodOf(terms: WarrantyTerms, item: CoverageItem): Period {
  const { undatedStartMonths, replacement, replacementMonths } = terms.special ?? DEFAULT_SPECIAL_TERMS;
  const { replaces } = terms;
  if (!replaces) return counted({ from: terms.from, dates: terms, undatedStartMonths }, terms[item]);
  const { from, [item]: term } = replaces.terms;
  const rest = counted({ from, dates: replaces.dates, undatedStartMonths }, term).until;
  const own = lastDayOf(replaces.on, replacementMonths);
  const longer = own > rest ? own : rest;
  return { begins: replaces.on, until: { rest, own, longer }[replacement] };
}

function counted({ from, dates, undatedStartMonths }: Dated, { months }: Term): Period {
  const { soldOn, deliveredOn, installedOn } = dates;
  if (from === 'sale') return { begins: soldOn, until: lastDayOf(soldOn, months) };
  if (installedOn !== undefined) return { begins: installedOn, until: lastDayOf(installedOn, months) };
  return { begins: soldOn, until: lastDayOf(deliveredOn ?? soldOn, undatedStartMonths + months) };
}

/** The last day of a warranty that does not pass to another owner; undefined where it has no such end. */
export const lastDayAsOwned = ({ special, transferredOn }: WarrantyTerms): string | undefined =>
  (special ?? DEFAULT_SPECIAL_TERMS).transferable ? undefined : transferredOn;

/** The days alone, as a verdict names them. */
export const datesOf = ({ soldOn, deliveredOn, installedOn }: WarrantyDates): WarrantyDates => ({
  soldOn,
  ...(deliveredOn !== undefined && { deliveredOn }),
  ...(installedOn !== undefined && { installedOn }),
});
