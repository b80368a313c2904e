import type { Bilingual } from '../../../bilingual';
import type { ApprovalNeed } from '../../../approval/terms';
import type { PartLine } from '../../facts';

export interface FaultFacts {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
}

export interface CauseFacts extends FaultFacts {
  readonly category: CauseCategory;
}

/** Findings of the engineer, and the repair plan (R17). */
export interface Diagnosis {
  readonly fault: FaultFacts;
  readonly cause: CauseFacts;
  readonly finding: string;
  readonly plan: string;
  /** Parts the plan needs beyond those that were dispatched with the engineer. */
  readonly parts: readonly PartLine[];
  /** The plan is to exchange the whole unit. */
  readonly replacesUnit?: boolean;
  /** Known cost of the plan's parts. */
  readonly cost?: PlanCost;
  /** Id of the approval that the company's rules require for the plan. */
  readonly approvalId?: string;
}

/** Minor units of `currency`; by the registers' costs, where one of the parts is in none as the engineer estimates it. */
export interface PlanCost {
  readonly amountCents: number;
  readonly currency: string;
  readonly source: 'standard' | 'estimate';
  /** Further amounts, in other currencies. */
  readonly beside?: readonly { readonly amountCents: number; readonly currency: string }[];
  /** By the engineer, of what no register knows. */
  readonly estimate?: { readonly amountCents: number; readonly currency: string };
  /** Parts with neither a register price nor an estimate. */
  readonly unpriced?: readonly string[];
}

/** An earlier repair of the same fault on the same unit. */
export interface EarlierRepair {
  readonly caseNumber: string;
  readonly repairedAt: string;
  readonly engineerId?: string;
  /** Where it was another fault. */
  readonly fault?: FaultFacts;
}

/** The register's answer to a diagnosis: earlier repairs, and within how many days a second one is a repeat (R14). */
export interface RepairHistory {
  readonly earlier: readonly EarlierRepair[];
  /** Repairs of other faults of the same unit. */
  readonly otherFaults?: readonly EarlierRepair[];
  readonly repeatWithinDays: number;
}

/** Another fault on a unit repaired not long ago: it may be the first one, named otherwise. A supervisor judges. */
export interface PossibleRepeat extends EarlierRepair {
  /** Whole days since that repair. */
  readonly days: number;
  /** Once a supervisor has found the two unrelated; what they find related is a repeat repair. */
  readonly attribution?: 'unrelated';
}

export interface RepeatRepair extends EarlierRepair {
  /** Whole days since that repair. */
  readonly days: number;
  readonly attribution?: RepeatAttribution;
}

export interface DiagnosisFacts extends Omit<Diagnosis, 'approvalId'> {
  readonly history: RepairHistory;
  /** The rule by which this plan has to be approved, where there is one. */
  readonly approval?: ApprovalNeed;
}

export interface Repair {
  readonly fault: string;
  readonly cause: string;
  readonly work: string;
  /** How it was tested, where it was at once and passed; else `verify` tells. */
  readonly verification?: string;
  /** The customer's witness. */
  readonly witnessedBy?: string;
}

/** Where the cause of a fault lies; the first three are the maker's (R6). */
export const CAUSE_CATEGORIES = [
  'manufacture',
  'assembly',
  'material',
  'wear',
  'environment',
  'misuse',
  'accident',
  'unauthorised-repair',
  'force-majeure',
  'unknown',
] as const;

export type CauseCategory = (typeof CAUSE_CATEGORIES)[number];

export const CAUSE_CATEGORY_NAMES: Readonly<Record<CauseCategory, Bilingual>> = {
  manufacture: { en: 'manufacturing defect', zh: '制造缺陷' },
  assembly: { en: 'assembly defect', zh: '装配缺陷' },
  material: { en: 'material defect', zh: '材料缺陷' },
  wear: { en: 'normal wear', zh: '正常磨损' },
  environment: { en: 'operating environment', zh: '使用环境' },
  misuse: { en: 'improper use', zh: '使用不当' },
  accident: { en: 'accident', zh: '意外事故' },
  'unauthorised-repair': { en: 'unauthorised repair', zh: '擅自拆修' },
  'force-majeure': { en: 'force majeure', zh: '不可抗力' },
  unknown: { en: 'unknown', zh: '原因不明' },
};

/** Causes of a repeat repair, found on examination (R14, R25). */
export const REPEAT_ATTRIBUTIONS = [
  'workmanship',
  'misdiagnosis',
  'part-quality',
  'product-quality',
  'customer-use',
  'personal-reasons',
  'unrelated',
] as const;

export type RepeatAttribution = (typeof REPEAT_ATTRIBUTIONS)[number];

export const REPEAT_ATTRIBUTION_NAMES: Readonly<Record<RepeatAttribution, Bilingual>> = {
  workmanship: { en: 'workmanship', zh: '维修质量' },
  misdiagnosis: { en: 'wrong diagnosis', zh: '误诊' },
  'part-quality': { en: 'quality of the part', zh: '备件质量' },
  'product-quality': { en: 'quality of the product', zh: '产品质量' },
  'customer-use': { en: 'use by the customer', zh: '客户使用' },
  'personal-reasons': { en: 'personal reasons of the engineer', zh: '工程师个人原因' },
  unrelated: { en: 'unrelated to the earlier repair', zh: '与上次维修无关' },
};

/**
 * Part of a command that ends the case: an unjudged repeat waits for a supervisor. Absent in older commands.
 */
export interface LeavingRepeat {
  readonly leavesRepeatToJudge?: true;
}
/** Outcome for a unit whose owner declined the quote. */
export const UNREPAIRED_OUTCOMES = ['left-as-it-is', 'returned'] as const;
export type UnrepairedOutcome = (typeof UNREPAIRED_OUTCOMES)[number];

export const UNREPAIRED_OUTCOME_NAMES: Readonly<Record<UnrepairedOutcome, Bilingual>> = {
  'left-as-it-is': { en: 'left as it is', zh: '保持原状' },
  returned: { en: 'returned to the customer', zh: '退还客户' },
};
