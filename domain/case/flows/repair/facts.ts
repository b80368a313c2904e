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

/**
 * Part of a command that ends the case: an unjudged repeat waits for a supervisor. Absent in older commands.
 */
export interface LeavingRepeat {
  readonly leavesRepeatToJudge?: true;
}
/** Outcome for a unit whose owner declined the quote. */
export const UNREPAIRED_OUTCOMES = ['left-as-it-is', 'returned'] as const;
export type UnrepairedOutcome = (typeof UNREPAIRED_OUTCOMES)[number];
