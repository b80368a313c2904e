import {
  REPLACEMENT_TERMS,
  type CoverageItem,
  type SpecialTerms,
  type Term,
} from '../../domain/entitlement/terms';
import { oneOf } from '../http/one-of';

/** A `date` column as the local day that it holds. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);

export const dayOrNull = (date: Date | null): string | null => date && dayText(date);

/** A local day as a `date` column holds it: UTC midnight. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

type Of<T> = Readonly<Record<CoverageItem, T>>;

/** Percent of each that is covered, as the rows of contracts hold it. */
export const sharesColumns = ({ labour, parts, travel }: Of<number>) => ({
  labourPercent: labour,
  partsPercent: parts,
  travelPercent: travel,
});

type SharesRow = ReturnType<typeof sharesColumns>;

export const sharesView = (row: SharesRow): Of<number> => ({
  labour: row.labourPercent,
  parts: row.partsPercent,
  travel: row.travelPercent,
});

/** Terms of a warranty, as the rows of products and of their later terms hold them. */
export const termsColumns = ({ labour, parts, travel }: Of<Term>) => ({
  ...sharesColumns({ labour: labour.percent, parts: parts.percent, travel: travel.percent }),
  labourMonths: labour.months,
  partsMonths: parts.months,
  travelMonths: travel.months,
});

interface SpecialRow extends Omit<SpecialTerms, 'replacement'> {
  readonly replacement: string;
}
type TermsRow = ReturnType<typeof termsColumns> & SpecialRow & { readonly warrantyFrom: string };

/** Special terms of a unit: without its installation day, as a replacement, or under another owner. */
export const specialView = ({
  undatedStartMonths,
  replacement,
  replacementMonths,
  transferable,
}: SpecialRow): SpecialTerms => ({
  undatedStartMonths,
  replacement: oneOf(REPLACEMENT_TERMS, replacement),
  replacementMonths,
  transferable,
});

export const termsView = (row: Omit<TermsRow, keyof SpecialRow>) => ({
  from: row.warrantyFrom === 'sale' ? ('sale' as const) : ('installation' as const),
  labour: { percent: row.labourPercent, months: row.labourMonths },
  parts: { percent: row.partsPercent, months: row.partsMonths },
  travel: { percent: row.travelPercent, months: row.travelMonths },
});
