import type { PlanJudging } from './approval/plan-judging-terms';
import type { IntakeCommands } from './intake/case-terms';
import type { EntitlementCommands } from './entitlement/case-terms';
import type { DispatchCommands } from './dispatch/case-terms';
import type { FlowCommands, InternalWith } from './flows/all-terms';
import type { VisitCommands } from './visit/case-terms';
import type { PartsCommands } from './parts/case-terms';
import type { QuoteCommands } from './quote/case-terms';
import type { ApprovalCommands } from './approval/case-terms';
import type { ReportCommands } from './report/case-terms';
import type { AfterServiceCommands } from './after-service/case-terms';
import type { SteeringCommands } from './steering/case-terms';

/**
 * Commands of a service case with their data: the union of the chapters' commands. The API has already looked
 * up register data (customer, unit, engineer): the rules see facts, not ids.
 */
export interface CaseCommandData
  extends
    IntakeCommands,
    EntitlementCommands,
    DispatchCommands,
    VisitCommands,
    FlowCommands,
    PartsCommands,
    QuoteCommands,
    ApprovalCommands,
    ReportCommands,
    AfterServiceCommands,
    SteeringCommands {}

export type CaseCommandType = keyof CaseCommandData;
export type CaseCommand = {
  [T in CaseCommandType]: {
    readonly type: T;
    readonly data: CaseCommandData[T];
    /** By which what it adds to the repair is judged (R9). */
    readonly judging?: PlanJudging;
  };
}[CaseCommandType];

/** The commands that only Aftercare itself gives; their rules say so. */
export type InternalCommandType = InternalWith<
  | 'register'
  | 'recordJoinedRequest'
  | 'takeJoined'
  | 'recordMerged'
  | 'recordUnmerged'
  | 'recordPartsProgress'
  | 'recordAbsence'
  | 'recordAbsenceWithdrawn'
>;

/** The commands that people give. */
export type PersonCommandType = Exclude<CaseCommandType, InternalCommandType>;
