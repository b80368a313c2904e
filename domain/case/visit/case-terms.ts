import type { IssuedParts } from '../parts/account-terms';
import type {
  Diagnosis,
  DiagnosisFacts,
  EndedVisit,
  HandedOverTrip,
  PossibleRepeat,
  RecordedTripCost,
  Repair,
  RepeatRepair,
  UnfinishedVisit,
} from './facts';
import type { Arrival, RepeatAttribution } from './terms';
import type { FailedRepair, RecordedTest, TestOfRepair, Verify } from './verification-terms';

interface Attribution {
  readonly attribution: RepeatAttribution;
  readonly note: string;
}

export interface VisitCommands {
  readonly depart: Record<string, never>;
  /** Whether the trip keeps when its arrival was entered. Commands of before it did so do not have it. */
  readonly arrive: { readonly keepsEntry?: true };
  readonly diagnose: DiagnosisFacts;
  readonly repair: Repair;
  /** R17: the result of the test before the customer. */
  readonly verify: Verify;
  readonly leaveUnfinished: UnfinishedVisit;
  /** R13: of a trip that another engineer was given on the way. */
  readonly recordTripCost: RecordedTripCost;
  readonly attributeRepeat: Attribution;
}

export interface VisitEvents {
  readonly EngineerDeparted: Record<string, never>;
  /** `enteredAt`: where that was later than it happened. */
  readonly EngineerArrived: { readonly enteredAt?: string };
  readonly FaultDiagnosed: Diagnosis;
  readonly RepeatRepairFound: RepeatRepair;
  readonly PossibleRepeatFound: PossibleRepeat;
  readonly RepeatRepairAttributed: Attribution;
  readonly VisitLeftUnfinished: UnfinishedVisit;
  readonly TripCostRecorded: RecordedTripCost;
  readonly UnitRepaired: Repair & { readonly issued?: readonly IssuedParts[] };
  readonly RepairVerified: TestOfRepair;
  readonly VerificationFailed: TestOfRepair;
}

export interface VisitState {
  /** The trip under way. */
  readonly visit?: Arrival & { readonly departedAt?: string };
  /** Trips that have ended, in order. */
  readonly visits?: readonly EndedVisit[];
  /** Trips that went on as another engineer's before they came to the customer. */
  readonly handedOverTrips?: readonly HandedOverTrip[];
  readonly diagnosis?: Diagnosis;
  readonly repeatRepair?: RepeatRepair;
  readonly possibleRepeat?: PossibleRepeat;
  readonly repair?: Repair;
  /** Test of the repair, when recorded separately (R17). */
  readonly verification?: RecordedTest;
  readonly failedRepairs?: readonly FailedRepair[];
}
