import type { Approval } from '../approval/terms';
import type { Clocks } from '../clock/clocks';
import type { ServiceLevel } from '../identity/roles';
import type { Arrival } from './visit/terms';
import type { JoinedRequest, Joining } from './intake/joining-terms';
import type {
  Diagnosis,
  EndedVisit,
  HandedOverTrip,
  PossibleRepeat,
  Repair,
  RepeatRepair,
} from './visit/facts';
import type { Dispatch } from './dispatch/terms';
import type { CaseEntitlement } from './entitlement/terms';
import type { AttachedFile, ReportVersion, ServiceReport } from './report/terms';
import type { FollowUp, RevisitOutcome, RevisitReason, SurveyAnswer, TakenBy } from './after-service/terms';
import type { Registration } from './intake/terms';
import type { Appointment, CustomerFacts, UnitFacts } from './facts';
import type { EngineerAbsence } from './dispatch/absence-terms';
import type { DoneFollowUp } from './after-service/follow-up-terms';
import type { DeskFacts } from './steering/hand-over-terms';
import type { NewProblem } from './after-service/new-problem-terms';
import type { OpenOffer, PassedOffer } from './dispatch/offer-terms';
import type { IssuedParts, OrderedUse, PartsAccount } from './parts/account-terms';
import type { CasePartsOrder } from './parts/order-terms';
import type { CaseInvoice, CaseQuote, QuoteEventData } from './quote/terms';
import type { CaseReservation } from './parts/reservation-terms';
import type { Priority, RequestType, Stage, WarrantyState } from './terms';
import { owesTripCost } from './visit/trip-costs';
import type { FailedRepair, RecordedTest } from './visit/verification-terms';

/** A service case, folded from its events. Plain JSON: PostgreSQL keeps it as it is. */
export interface CaseState {
  readonly stage: Stage;
  /** When the stage was entered, or its job changed hands by an offer, as it happened for whoever did it. */
  readonly stageSince: string;
  readonly registration?: Registration;
  readonly customer?: CustomerFacts;
  /** The merge of a prospect by which the case came to its customer. */
  readonly customerMerge?: { readonly id: string; readonly previous: CustomerFacts };
  readonly unit?: UnitFacts;
  readonly regionId?: string;
  /** Level of whoever serves the case: the region's centre, then the outlet that was dispatched (R11). */
  readonly serviceLevel?: ServiceLevel;
  readonly requestType?: RequestType;
  readonly priority: Priority;
  readonly warranty: WarrantyState;
  /** By when the customer was told that a request which was joined is resolved; and since when that holds here. */
  readonly resolutionBy?: { readonly dueAt: string; readonly at: string };
  /** What the customer is entitled to, and by whose word (R6). */
  readonly entitlement?: CaseEntitlement;
  readonly symptom?: string;
  readonly escalatedQuestion?: string;
  /** Whom the case was handed over to. */
  readonly desk?: DeskFacts;
  /** The job, while it is offered and not taken (R11). */
  readonly offer?: OpenOffer;
  /** When the customer wants the engineer, once it was put on record by an offer, until one is sent (R4). */
  readonly wanted?: Appointment;
  /** Who had it and did not take it, since the last dispatch. */
  readonly passedOffers?: readonly PassedOffer[];
  readonly dispatch?: Dispatch;
  /** Of engineers who were sent (R12). */
  readonly absences?: readonly (EngineerAbsence & { readonly toldAt: string })[];
  /** The trip under way. */
  readonly visit?: Arrival & { readonly departedAt?: string };
  /** Trips that have ended, in order. */
  readonly visits?: readonly EndedVisit[];
  /** Trips that went on as another engineer's before they came to the customer. */
  readonly handedOverTrips?: readonly HandedOverTrip[];
  readonly diagnosis?: Diagnosis;
  readonly repeatRepair?: RepeatRepair;
  readonly possibleRepeat?: PossibleRepeat;
  /** The approval that was asked for what is planned by now; where it is left out, the diagnosis names it. */
  readonly planApprovalId?: string;
  /** Every approval that was asked for, the latest last. */
  readonly approvals?: readonly Approval[];
  /** Parts asked for and not issued yet. */
  readonly reservations?: readonly CaseReservation[];
  /** The parts are reserved under these ids. */
  readonly reservationIds?: readonly string[];
  /** Sequence numbers of the events that asked for parts which a repair used before they were reserved. */
  readonly usedUnreserved?: readonly number[];
  /** Handed out for the repair that was made (R20), once that was kept. */
  readonly issued?: readonly IssuedParts[];
  /** What its report says of them, and the number of the event that had the parts system follow. */
  readonly partsAccount?: PartsAccount & { readonly postedBy: number };
  /** Handed out for a service before the case was reopened and not used, where the parts system has not answered yet. */
  readonly owedBack?: readonly Omit<IssuedParts, 'reservationId'>[];
  /** Delivered to the user, and fitted by the services before the case was reopened. */
  readonly fittedBefore?: readonly OrderedUse[];
  /** Parts on order, in the order in which they were ordered (R19). */
  readonly partsOrders?: readonly CasePartsOrder[];
  /** The latest version of the quote (R7), and those before it. */
  readonly quote?: CaseQuote;
  readonly earlierQuotes?: readonly CaseQuote[];
  readonly invoices?: readonly CaseInvoice[];
  readonly unrepaired?: QuoteEventData['CaseLeftUnrepaired'];
  readonly repair?: Repair;
  /** Of the repair, where it was not told with it (R17). */
  readonly verification?: RecordedTest;
  readonly failedRepairs?: readonly FailedRepair[];
  readonly resolution?: string;
  readonly report?: ServiceReport;
  /** Every version of the report, the latest last (R18). */
  readonly reportVersions?: readonly ReportVersion[];
  /** Reports of services before the case was reopened, each with its versions. */
  readonly earlierReports?: readonly (readonly ReportVersion[])[];
  readonly attachments?: readonly AttachedFile[];
  readonly surveyAskedAt?: string;
  readonly survey?: (SurveyAnswer & { readonly takenBy?: TakenBy }) | 'lapsed';
  readonly revisit?: {
    readonly required: boolean;
    /** Attempts in vain so far. */
    readonly attempts?: number;
    /** The next attempt counts from then on. */
    readonly nextAttemptFrom?: string;
    readonly reason: RevisitReason;
    readonly outcome?: RevisitOutcome;
  };
  /** Cancelled, and what had happened by then stands: trips, work, pieces used. Cases cancelled before this was so took all of it back. */
  readonly keepsWhatHappened?: true;
  readonly paused?: { readonly reason: string; readonly since: string; readonly until?: string };
  /** The end of the last pause that had a stated one. */
  readonly resumedAt?: string;
  /** While the case that it is to be joined to has not answered. */
  readonly joining?: Joining;
  readonly joinedInto?: string;
  readonly joinedRequests: readonly JoinedRequest[];
  readonly followUps: readonly (FollowUp & { readonly openedAt: string })[];
  /** What was done for a customer who was not satisfied, in order (R22). */
  readonly doneFollowUps?: readonly DoneFollowUp[];
  /** What was found on contact after the service, each a case of its own (R24). */
  readonly newProblems?: readonly NewProblem[];
  readonly clocks: Clocks;
}

/** A case after its first event. */
export type RegisteredCase = CaseState & { readonly registration: Registration };

export const UNREGISTERED: CaseState = {
  stage: 'unregistered',
  stageSince: '1970-01-01T00:00:00.000Z',
  priority: 'normal',
  warranty: 'unknown',
  joinedRequests: [],
  followUps: [],
  clocks: {},
};

export const isRegistered = (state: CaseState): state is RegisteredCase => state.registration !== undefined;

const TERMINAL = ['closed', 'cancelled', 'joined'] as const satisfies readonly Stage[];
export const isTerminal = (stage: Stage): boolean => TERMINAL.some((terminal) => terminal === stage);

/** A closed case with a follow-up open still waits for a person (R24), a cancelled one until what its trips cost is known (R13). */
export const isEnded = (state: CaseState): boolean =>
  isTerminal(state.stage) && state.followUps.length === 0 && !owesTripCost(state);
