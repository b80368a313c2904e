import type { Colleague, Decision, ReminderAsk } from '../approval/terms';
import {
  type AppointmentMove,
  type Dispatch,
  type OfferAcceptance,
  type AppointmentFacts,
} from './dispatch/terms';
import type { Shares } from './entitlement/terms';
import type { Accounting, AttachmentFacts, ReportChanges, ServiceReport } from './report/terms';
import type { RevisitOutcome, SurveyAnswer } from './after-service/terms';
import type { Classification, Registration } from './intake/terms';
import type { EngineerFacts } from './facts';
import type { EngineerAbsence } from './dispatch/absence-terms';
import type { Agreed, Raising } from './common/consent-terms';
import type { CustomerIdentification, CustomerMerging } from './intake/identification-terms';
import type { JoinOffer, JoinOrder, JoinedRequest } from './intake/joining-terms';
import type { FollowUpOutcome } from './after-service/follow-up-terms';
import type { HandOver } from './steering/hand-over-terms';
import type { Offering } from './dispatch/offer-terms';
import type { PartsNews, PartsRequest } from './parts/order-terms';
import type { PlanJudging } from './approval/plan-judging-terms';
import type { QuoteCommandData } from './quote/terms';
import type { Priority } from './terms';
import type { DiagnosisFacts, RecordedTripCost, Repair, UnfinishedVisit } from './visit/facts';
import type { LeavingRepeat, RepeatAttribution } from './visit/terms';
import type { Verify } from './visit/verification-terms';
import { type Cancellation } from './steering/terms';

/**
 * What can be asked of a service case, and with which data. Data that comes from the registers (customer, unit, engineer) has been
 * looked up by the API: the rules see facts, not ids.
 */
export interface CaseCommandData extends QuoteCommandData {
  readonly register: Registration;
  readonly identifyCustomer: CustomerIdentification;
  readonly recordMerged: CustomerMerging;
  readonly recordUnmerged: { readonly mergeId: string };
  readonly escalateQuestion: { readonly question: string };
  readonly answer: { readonly text: string };
  readonly classify: Classification;
  readonly dispatch: Dispatch & AppointmentFacts;
  readonly offer: Offering & AppointmentFacts;
  readonly acceptOffer: OfferAcceptance & AppointmentFacts;
  readonly declineOffer: { readonly reason: string };
  readonly withdrawOffer: { readonly reason: string };
  readonly reassign: { readonly engineer: EngineerFacts; readonly reason: string } & Agreed;
  readonly moveAppointment: AppointmentMove & AppointmentFacts;
  readonly depart: Record<string, never>;
  /** Whether the trip keeps when its arrival was entered. Commands of before it did so do not have it. */
  readonly arrive: { readonly keepsEntry?: true };
  readonly diagnose: DiagnosisFacts;
  readonly repair: Repair;
  /** R17: whether the repair did, tested before the customer. */
  readonly verify: Verify;
  readonly leaveUnfinished: UnfinishedVisit;
  /** R13: of a trip that another engineer was given on the way. */
  readonly recordTripCost: RecordedTripCost;
  readonly orderParts: PartsRequest;
  readonly recordPartsProgress: PartsNews;
  /** R12: the engineer of the case is away in some time. */
  readonly recordAbsence: EngineerAbsence;
  readonly recordAbsenceWithdrawn: { readonly absenceId: string };
  readonly attributeRepeat: { readonly attribution: RepeatAttribution; readonly note: string };
  readonly decideApproval: {
    readonly approvalId: string;
    readonly decision: Decision;
    readonly reason: string;
  };
  readonly delegateApproval: {
    readonly approvalId: string;
    readonly to: Colleague;
    readonly reason: string;
  };
  readonly remindApproval: ReminderAsk;
  readonly resolveRemotely: { readonly resolution: string };
  /** `acceptedOn` of an installation: the day on which the customer accepted it, where the unit stands. */
  readonly report: ServiceReport & Accounting & { readonly acceptedOn?: string };
  readonly amendReport: {
    readonly changes: ReportChanges;
    readonly reason: string;
    /** Of an installation: the day on which it was accepted after all. */
    readonly acceptedOn?: string;
  } & Accounting;
  readonly recordSurvey: SurveyAnswer;
  readonly recordRevisit: { readonly outcome: RevisitOutcome; readonly note: string };
  /** R22: what was done did not satisfy; the case is served once more. */
  readonly reopen: { readonly reason: string };
  readonly close: LeavingRepeat;
  readonly cancel: Cancellation;
  readonly pause: {
    readonly reason: string;
    /** When it ends; the API states the policy's longest where nothing was said. */
    readonly until?: string;
    /** By the policy of the clock `pause`. */
    readonly longestUntil?: string;
  };
  readonly resume: Record<string, never>;
  readonly handOver: HandOver;
  readonly escalate: { readonly reason: string };
  readonly changePriority: { readonly priority: Priority; readonly reason: string } & Raising;
  readonly overruleEntitlement: { readonly verdict: Shares; readonly reason: string } & Agreed;
  /** R36: the customer gets the link to their case by the way they are written to. */
  readonly sendLink: Record<string, never>;
  readonly addNote: { readonly text: string };
  readonly attach: { readonly attachment: AttachmentFacts; readonly caption?: string };
  readonly join: JoinOrder;
  /** Another case asks to be joined to this one. */
  readonly takeJoined: JoinOffer;
  readonly recordJoinedRequest: JoinedRequest;
  readonly completeFollowUp: {
    readonly key: string;
    readonly note: string;
    /** Of a dissatisfied customer's alone, and always there. */
    readonly outcome?: FollowUpOutcome;
  };
}

export type CaseCommandType = keyof CaseCommandData;
export type CaseCommand = {
  [T in CaseCommandType]: {
    readonly type: T;
    readonly data: CaseCommandData[T];
    /** By which what it adds to the repair is judged (R9). */
    readonly judging?: PlanJudging;
  };
}[CaseCommandType];

/** The commands that only Aftercare itself gives. */
export const INTERNAL_COMMANDS = [
  'register',
  'recordJoinedRequest',
  'takeJoined',
  'recordMerged',
  'recordUnmerged',
  'recordPartsProgress',
  'recordAbsence',
  'recordAbsenceWithdrawn',
] as const satisfies readonly CaseCommandType[];
export type InternalCommandType = (typeof INTERNAL_COMMANDS)[number];

/** The commands that people give. */
export type PersonCommandType = Exclude<CaseCommandType, InternalCommandType>;
