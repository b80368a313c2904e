import type { Bilingual } from '../bilingual';

/** Kinds of cost that a promise can cover, each by its own terms (R6). */
export const COVERAGE_ITEMS = ['labour', 'parts', 'travel'] as const;

export type CoverageItem = (typeof COVERAGE_ITEMS)[number];

export const COVERAGE_ITEM_NAMES: Readonly<Record<CoverageItem, Bilingual>> = {
  labour: { en: 'labour', zh: '人工' },
  parts: { en: 'parts', zh: '备件' },
  travel: { en: 'travel', zh: '差旅' },
};

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

/** Which term covers a unit that replaces another: the rest of the earlier one's, its own, or the longer of the two. */
export const REPLACEMENT_TERMS = ['rest', 'own', 'longer'] as const;

export type ReplacementTerm = (typeof REPLACEMENT_TERMS)[number];

/** The terms of a product that hold under circumstances of one unit. */
export interface SpecialTerms {
  /**
   * Where the warranty runs from the installation and its day is not known: it covers from the sale on, and is counted from so many
   * months after the delivery, 0 for the delivery itself.
   */
  readonly undatedStartMonths: number;
  readonly replacement: ReplacementTerm;
  /** Months of the replacement's own term, counted from the replacement. */
  readonly replacementMonths: number;
  /** True: the warranty passes to the next owner. False: it ends with the first. */
  readonly transferable: boolean;
}

/** Holds for products that say nothing else. */
export const DEFAULT_SPECIAL_TERMS: SpecialTerms = {
  undatedStartMonths: 0,
  replacement: 'rest',
  replacementMonths: 0,
  transferable: true,
};

/** The days that a warranty is counted from. */
export interface WarrantyDates {
  readonly soldOn: string;
  /** Where it differs from the day of the sale. */
  readonly deliveredOn?: string;
  readonly installedOn?: string;
}

/** The unit that another one replaced, and when. */
export interface ReplacedUnit {
  readonly serial: string;
  readonly on: string;
  /** Dates of the first unit in the chain of replacements. */
  readonly dates: WarrantyDates;
  /** The terms that the first unit was sold with. */
  readonly terms: Readonly<Record<CoverageItem, Term>> & { readonly from: WarrantyStart };
}

/** The warranty of one unit: its product's terms, its own dates, and what the policy excludes. Days are local (`2026-11-22`). */
export interface WarrantyTerms extends Readonly<Record<CoverageItem, Term>>, WarrantyDates {
  readonly from: WarrantyStart;
  /** Absent in facts recorded before products said it. */
  readonly special?: SpecialTerms;
  readonly replaces?: ReplacedUnit;
  /** When the unit first passed to another owner. */
  readonly transferredOn?: string;
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

/**
 * Facts that a verdict rests on; the case stores them with the unit, so that it can repeat the judgement
 * without reading a register.
 */
export interface EntitlementFacts {
  /** The day on which the registers were read, where the unit stands. */
  readonly readOn: string;
  /**
   * The day of the customer's request, in the unit's time zone. Absent in facts recorded before this was
   * stored separately.
   */
  readonly askedOn?: string;
  /** IANA zone of the place where the unit stands. */
  readonly timeZone?: string;
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
  'not-begun',
  'transferred',
  'not-in-terms',
] as const;

export type Reason = (typeof REASONS)[number];

export const REASON_NAMES: Readonly<Record<Reason, Bilingual>> = {
  warranty: { en: 'covered by the warranty', zh: '在保修期内' },
  contract: { en: 'covered by a service contract', zh: '服务合同承担' },
  expired: { en: 'the warranty is over', zh: '保修期已过' },
  'excluded-cause': { en: 'the cause is excluded from the warranty', zh: '故障原因不属保修范围' },
  'wear-part': { en: 'wear parts are not covered', zh: '易损件不保修' },
  'no-date': { en: 'the start date of the warranty is not known', zh: '保修起算日期不明' },
  'not-begun': {
    en: 'before the warranty begins; a supervisor has to decide',
    zh: '早于保修起始日，待人工判定',
  },
  transferred: { en: 'the warranty ended when the unit changed owner', zh: '设备易主，保修终止' },
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

/** Input of a judgement: the day, and the known facts of the fault. */
export interface Circumstances {
  /** The day on which the customer asked, where the unit stands. */
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
  readonly basis: Circumstances &
    WarrantyDates & {
      readonly from: WarrantyStart;
      readonly replaces?: { readonly serial: string; readonly on: string };
      readonly transferredOn?: string;
      readonly contract?: Pick<ContractTerms, 'number' | 'from' | 'to'>;
    };
}

export const WARRANTY_STATES = ['in-warranty', 'out-of-warranty', 'unknown'] as const;

export type WarrantyState = (typeof WARRANTY_STATES)[number];

export const WARRANTY_STATE_NAMES: Readonly<Record<WarrantyState, Bilingual>> = {
  'in-warranty': { en: 'in warranty', zh: '保修期内' },
  'out-of-warranty': { en: 'out of warranty', zh: '保修期外' },
  unknown: { en: 'unknown', zh: '未知' },
};
