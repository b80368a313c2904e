import type { ApprovalEvent } from '../approval/terms';
import type { OverAlready } from './arrivals';
import type { AcceptedInstallation } from './installation';
import type { ClockEvent } from '../clock/clocks';
import type { EntitlementFacts, Verdict } from '../entitlement/terms';
import type { OfferRung } from '../dispatch/offer-ladder';
import type { ServiceLevel } from '../identity/roles';
import type { CallOutcome } from '../process/decider';
import type { AppointmentMove, CaseCommandData, Classification, Consent, Dispatch, Repair } from './commands';
import type { CustomerMerging, Identified } from './identification-terms';
import type { JoinEventData } from './joining-terms';
import type { OfferPassing, OfferWithdrawal, Offering } from './offer-terms';
import type { OrderRequest } from '../parts-order/commands';
import type { OrdersRedirection, Redirection } from './reservation-terms';
import type { IssuedParts, PartsAccount } from './parts-account-terms';
import type { PartsNews } from './parts-terms';
import type { QuoteEventData } from './quote-terms';
import type { AttachmentFacts, ReportAmendment, ServiceReport } from './report-terms';
import type { FollowUpOutcome } from './follow-up-terms';
import type { DeskFacts, EscalationTier, HandOver } from './hand-over-terms';
import type { Bilingual, Channel, Language, SenderKind, WarrantyState } from './terms';
import type { Diagnosis, PossibleRepeat, RepeatRepair, UnfinishedVisit } from './visit-facts';
import type { RepeatAttribution } from './visit-terms';
import type { TestOfRepair } from './verification-terms';

export interface Sender {
  readonly kind: SenderKind;
  readonly name: string;
  /** E.164. */
  readonly phone?: string;
  /** Of the switchboard that the number belongs to. */
  readonly extension?: string;
  readonly email?: string;
  readonly address?: string;
}

/** What intake knows when it registers a request; the first command and the first event of a case. */
export interface Registration {
  readonly caseNumber: string;
  readonly requestNumber: string;
  readonly receivedAt: string;
  /** When it was entered, where that was later than a call takes: a letter, a call taken down on paper. */
  readonly registeredAt?: string;
  /** The company's own day of the receipt: what the customer is entitled to is judged by it (R6). */
  readonly receivedOn?: string;
  readonly channel: Channel;
  readonly sender: Sender;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly customer?: CustomerFacts;
  readonly unit?: UnitFacts;
  /** The serial number that the sender gave, and what it says of the unit. */
  readonly serial?: GivenSerial;
  /** The unit with that number, of another customer than the sender: whose it is, a person confirms. */
  readonly unitOffer?: UnitOffer;
  /** Numbers of the cases that were open for this sender. */
  readonly openCases: readonly string[];
  /** Where the request was taken in: who answers it while the customer's region is unknown. */
  readonly intakeOrganisationId: string;
  readonly regionId?: string;
  readonly serviceLevel?: ServiceLevel;
  /** The case after whose service the problem was found (R24). */
  readonly origin?: { readonly caseNumber: string; readonly requestNumber: string };
}

/** `own`: of the sender's. `offered`: of another customer. `shared`: two units have it. `unknown`: none has. */
export const SERIAL_MATCHES = ['own', 'offered', 'shared', 'unknown'] as const;
export type SerialMatch = (typeof SERIAL_MATCHES)[number];

export interface GivenSerial {
  readonly given: string;
  readonly match: SerialMatch;
}

export interface UnitOffer {
  readonly unitId: string;
  readonly serial: string;
  readonly productCode: string;
  readonly owner: { readonly id: string; readonly name: string };
  /** Open cases of its owner, where they are looked after by the same region. */
  readonly openCases: readonly string[];
}

export interface CustomerFacts {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'prospect';
}

export interface UnitFacts {
  readonly id: string;
  readonly serial: string;
  readonly productCode: string;
  readonly productNameEn: string;
  readonly productNameZh: string;
  /** Judged on the day of registration or classification (R6). */
  readonly warranty: WarrantyState;
  /** What the verdict rests on; units recorded before there were terms have none. */
  readonly entitlement?: EntitlementFacts;
}

export interface Appointment {
  readonly from: string;
  readonly to: string;
}

export interface PartLine {
  readonly partNumber: string;
  readonly quantity: number;
}

export interface EngineerFacts {
  readonly id: string;
  readonly name: string;
  readonly outletId: string;
  readonly regionId: string;
  readonly serviceLevel: ServiceLevel;
}

export type { ServiceReport } from './report-terms';

export interface SurveyAnswer {
  /** 1 (very dissatisfied) to 5 (very satisfied). */
  readonly productScore: number;
  readonly serviceScore: number;
  readonly comment?: string;
  /** How the customer said so; by whom it was taken down, the event tells. */
  readonly how?: SurveyWay;
}

/** How an answer reaches whoever takes it down for the customer. */
export const TAKEN_BY_STAFF = ['phone', 'in-person', 'letter', 'email'] as const;
export const SURVEY_WAYS = ['link', ...TAKEN_BY_STAFF] as const;
export type SurveyWay = (typeof SURVEY_WAYS)[number];

export type RevisitOutcome = 'satisfied' | 'dissatisfied' | 'new-problem' | 'not-reached';

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

/** Why a revisit is or is not owed (R23). */
export type RevisitReason = 'level-always' | 'sampled' | 'not-sampled';

export type FollowUpKind =
  | 'dissatisfied-customer'
  | 'repeat-repair'
  | 'escalation'
  | 'unit-unregistered'
  | 'installed-before'
  | 'call-failed'
  | 'undo-failed';

/** Work that arises beside the flow and waits for a person. */
export interface FollowUp {
  readonly key: string;
  readonly kind: FollowUpKind;
  /** What a person wrote; else what happened, in English. */
  readonly reason: string;
  /** What happened, in both languages, where no person wrote the reason. */
  readonly reasonNames?: Bilingual;
  /** Whom it was escalated to. */
  readonly tier?: EscalationTier;
}
