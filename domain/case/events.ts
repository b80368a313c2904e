import type { ApprovalEvent } from '../approval/terms';
import type { OverAlready, RepeatAttribution } from './visit/terms';
import type { AcceptedInstallation, AttachmentFacts, ReportAmendment, ServiceReport } from './report/terms';
import type { ClockEvent } from '../clock/clocks';
import type { Verdict } from '../entitlement/terms';
import type { OfferRung } from '../dispatch/offer-ladder';
import type { CallOutcome } from '../process/decider';
import type { CaseCommandData } from './commands';
import { type Appointment, type CustomerFacts, type EngineerFacts, type Consent } from './facts';
import type { Diagnosis, PossibleRepeat, Repair, RepeatRepair, UnfinishedVisit } from './visit/facts';
import type { AppointmentMove, Dispatch } from './dispatch/terms';
import { type Registration, type Classification } from './intake/terms';
import type { CustomerMerging, Identified } from './intake/identification-terms';
import type { JoinEventData } from './intake/joining-terms';
import type { OfferPassing, OfferWithdrawal, Offering } from './dispatch/offer-terms';
import type { OrderRequest } from '../parts-order/commands';
import type { OrdersRedirection, Redirection } from './parts/reservation-terms';
import type { IssuedParts, PartsAccount } from './parts/account-terms';
import type { PartsNews } from './parts/order-terms';
import type { QuoteEventData } from './quote/terms';
import type { FollowUpOutcome } from './after-service/follow-up-terms';
import type { DeskFacts, HandOver } from './steering/hand-over-terms';
import type { WarrantyState } from './terms';
import type { TestOfRepair } from './visit/verification-terms';
import {
  type FollowUp,
  type RevisitOutcome,
  type RevisitReason,
  type SurveyAnswer,
} from './after-service/terms';

/** With the verdict on the unit, where its terms are known (R6). */
interface Entitled {
  readonly entitlement?: Verdict;
}

interface CaseEventData extends QuoteEventData, JoinEventData {
  readonly CaseRegistered: Registration & Entitled;
  readonly CustomerIdentified: Identified & Entitled;
  readonly CustomerMerged: CustomerMerging & { readonly previous: CustomerFacts };
  readonly CustomerUnmerged: CustomerMerging;
  readonly QuestionEscalated: { readonly question: string };
  /** `sentAt`: when the text was sent, whenever the sender is said to have been answered. */
  readonly RequestAnswered: { readonly text: string; readonly sentAt?: string };
  readonly CaseClassified: Omit<Classification, 'raiseKeeps'> &
    Entitled & { readonly warranty: WarrantyState };
  readonly EntitlementJudged: { readonly entitlement: Verdict };
  readonly EntitlementOverruled: CaseCommandData['overruleEntitlement'] & { readonly overruled?: Verdict };
  readonly OfferMade: Offering & { readonly to: OfferRung };
  readonly OfferPassedOn: OfferPassing;
  readonly OfferAccepted: { readonly by: OfferRung; readonly consent?: Consent };
  readonly OfferWithdrawn: OfferWithdrawal;
  readonly EngineerDispatched: Dispatch & OverAlready;
  readonly EngineerReassigned: CaseCommandData['reassign'] & {
    readonly previous?: EngineerFacts;
    /** Of the trip that ends on its way. */
    readonly departedAt?: string;
  };
  readonly AppointmentMoved: AppointmentMove & {
    readonly previous?: Appointment;
    /** Nobody had come by then. */
    readonly isMissed?: true;
  } & OverAlready;
  readonly EngineerAbsent: CaseCommandData['recordAbsence'];
  readonly AbsenceWithdrawn: CaseCommandData['recordAbsenceWithdrawn'];
  readonly EngineerDeparted: Record<string, never>;
  /** `enteredAt`: where that was later than it happened. */
  readonly EngineerArrived: { readonly enteredAt?: string };
  readonly FaultDiagnosed: Diagnosis;
  readonly RepeatRepairFound: RepeatRepair;
  readonly PossibleRepeatFound: PossibleRepeat;
  readonly RepeatRepairAttributed: { readonly attribution: RepeatAttribution; readonly note: string };
  readonly VisitLeftUnfinished: UnfinishedVisit;
  readonly TripCostRecorded: CaseCommandData['recordTripCost'];
  readonly PartsRedirected: Redirection;
  readonly OrdersRedirected: OrdersRedirection;
  readonly PartsOrdered: OrderRequest;
  readonly PartsAwaited: { readonly order: string };
  readonly PartsProgressed: PartsNews;
  readonly PartsArrived: Record<string, never>;
  readonly UnitRepaired: Repair & { readonly issued?: readonly IssuedParts[] };
  readonly RepairVerified: TestOfRepair;
  readonly VerificationFailed: TestOfRepair;
  readonly CaseResolvedRemotely: { readonly resolution: string };
  readonly ServiceReported: ServiceReport;
  readonly InstallationAccepted: AcceptedInstallation;
  readonly ReportAmended: ReportAmendment;
  readonly PartsAccounted: PartsAccount;
  readonly SurveyAsked: Record<string, never>;
  readonly SurveyAnswered: SurveyAnswer;
  readonly SurveyLapsed: Record<string, never>;
  readonly RevisitDecided: { readonly required: boolean; readonly reason: RevisitReason };
  /** The customer was not reached. */
  readonly RevisitAttempted: { readonly note: string; readonly nextFrom?: string };
  readonly RevisitMade: { readonly outcome: RevisitOutcome; readonly note: string };
  readonly CaseReopened: { readonly reason: string };
  readonly CaseClosed: Record<string, never>;
  readonly CaseCancelled: Omit<CaseCommandData['cancel'], 'leavesRepeatToJudge'>;
  readonly CasePaused: { readonly reason: string; readonly until?: string };
  readonly CaseResumed: {
    /** Since when its promises run again; of a pause with a stated end. */
    readonly at?: string;
    /** The stated end had come. */
    readonly byItself?: true;
  };
  readonly PriorityChanged: Omit<CaseCommandData['changePriority'], 'raiseKeeps'>;
  readonly LinkSent: Record<string, never>;
  readonly NoteAdded: { readonly text: string };
  readonly FileAttached: { readonly attachment: AttachmentFacts; readonly caption?: string };
  readonly CaseHandedOver: HandOver & { readonly previous?: DeskFacts };
  readonly CallSettled: CallOutcome;
  readonly FollowUpOpened: FollowUp;
  readonly FollowUpDone: {
    readonly key: string;
    readonly note: string;
    readonly outcome?: FollowUpOutcome;
  };
}

export type CaseEvent =
  | { [T in keyof CaseEventData]: { readonly type: T; readonly data: CaseEventData[T] } }[keyof CaseEventData]
  | ApprovalEvent
  | ClockEvent;
