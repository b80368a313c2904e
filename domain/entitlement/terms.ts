import type { Bilingual, WarrantyState } from '../case/terms';

/** What of the work a promise can pay for, each by its own terms (R6). */
export const COVERAGE_ITEMS = ['labour', 'parts', 'travel'] as const;
export type CoverageItem = (typeof COVERAGE_ITEMS)[number];

export const WARRANTY_STARTS = ['installation', 'sale'] as const;
export type WarrantyStart = (typeof WARRANTY_STARTS)[number];

/** Percent that is covered, 0 to 100, for so many months of the calendar. */
export interface Term {
  readonly percent: number;
  readonly months: number;
}

/** A rule of the company's policy, in force from one local day to another, both included. */
export interface DatedRule {
  /** A cause code; or a part number, or a class of the part register by the beginning of its numbers (`SP-11*`). */
  readonly value: string;
  readonly from: string;
  readonly to?: string;
}

/** The warranty of one unit: its product's terms, its own dates, and what the policy excludes. Days are local (`2026-11-22`). */
export interface WarrantyTerms extends Readonly<Record<CoverageItem, Term>> {
  readonly from: WarrantyStart;
  readonly soldOn: string;
  readonly installedOn?: string;
  readonly excludedCauses: readonly DatedRule[];
  readonly wearParts: readonly DatedRule[];
}

/** A service contract on the unit: the percent it covers, from one day to another, both included. */
export interface ContractTerms extends Readonly<Record<CoverageItem, number>> {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** It also pays for parts that wear, which no warranty does. */
  readonly wearParts: boolean;
  /** Causes that the warranty excludes and it pays for all the same. */
  readonly causes: readonly string[];
}

/** What a verdict rests on; it goes with the unit into the case, so that it can be judged anew without asking a register. */
export interface EntitlementFacts {
  /** The company's own day on which the registers were read. */
  readonly readOn: string;
  readonly warranty: WarrantyTerms;
  readonly contracts: readonly ContractTerms[];
}

export const REASONS = [
  'warranty',
  'contract',
  'expired',
  'excluded-cause',
  'wear-part',
  'no-date',
  'not-in-terms',
] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_NAMES: Readonly<Record<Reason, Bilingual>> = {
  warranty: { en: 'covered by the warranty', zh: '在保修期内' },
  contract: { en: 'covered by a service contract', zh: '服务合同承担' },
  expired: { en: 'the warranty is over', zh: '保修期已过' },
  'excluded-cause': { en: 'the cause is excluded from the warranty', zh: '故障原因不属保修范围' },
  'wear-part': { en: 'a part that wears', zh: '易损件不保修' },
  'no-date': { en: 'the date that the warranty runs from is not known', zh: '保修起算日期不明' },
  'not-in-terms': { en: 'not part of the warranty', zh: '保修条款不含此项' },
};

/** The share of one thing that is covered, and why. */
export interface ItemVerdict {
  readonly percent: number;
  readonly reason: Reason;
  /** The last day of the term that it rests on, or that is over. */
  readonly until?: string;
  /** Number of the contract, or the code of the cause. */
  readonly source?: string;
}

export interface PartVerdict extends ItemVerdict {
  readonly partNumber: string;
}

/** What is asked: the day, and what is known of the fault by then. */
export interface Circumstances {
  /** The company's own day on which the customer asked. */
  readonly onDay: string;
  readonly cause?: string;
  readonly parts?: readonly string[];
}

export interface Verdict extends Readonly<Record<CoverageItem, ItemVerdict>> {
  /** In warranty where anything is covered, by warranty or contract. */
  readonly state: WarrantyState;
  /** Each part that was asked about; `parts` is the best of them, or speaks for parts in general. */
  readonly lines: readonly PartVerdict[];
  /** The dates and facts that it rests on. */
  readonly basis: Circumstances & {
    readonly from: WarrantyStart;
    readonly soldOn: string;
    readonly installedOn?: string;
    readonly contract?: Pick<ContractTerms, 'number' | 'from' | 'to'>;
  };
}
