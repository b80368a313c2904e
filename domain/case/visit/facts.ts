import type { Arrival, CauseCategory, RepeatAttribution, UnfinishedReason } from './terms';
import type { Appointment, EngineerFacts, PartLine } from '../facts';
import type { ApprovalNeed } from '../../approval/terms';

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

/** Minutes, and minor units of the currency. */
export interface TripCost {
  readonly labourMinutes: number;
  readonly travelMinutes: number;
  readonly labourCostCents: number;
  readonly travelCostCents: number;
  readonly currency: string;
}

/** Cost of a trip that ended without a report. */
export interface RecordedTripCost extends TripCost {
  readonly trip: number;
  /** Cost of parts used by a repair whose case was cancelled before its report. */
  readonly partsCostCents?: number;
}

export interface UnfinishedVisit extends TripCost {
  readonly reason: UnfinishedReason;
  readonly note: string;
}

/** A trip that has ended (R13). Instants are ISO-8601. */
export interface EndedVisit extends Arrival {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly endedAt: string;
  readonly outcome: 'repaired' | 'unfinished';
  readonly reason?: UnfinishedReason;
  /**
   * For an unfinished repair, and for one whose case was cancelled before its report; otherwise the report
   * has it.
   */
  readonly cost?: TripCost;
}

/** A trip that ended on its way or at the customer's with nothing done: another engineer was given it, or its case was cancelled (R13). */
export interface HandedOverTrip extends Arrival {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly endedAt: string;
  /** Broken off by a cancellation; else another engineer's. */
  readonly outcome?: 'cancelled';
  /** Present once recorded. */
  readonly cost?: TripCost;
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
