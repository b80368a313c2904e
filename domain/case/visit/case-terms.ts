import type { Arrival, EndedVisit, HandedOverTrip, RecordedTripCost, UnfinishedVisit } from './terms';

export interface VisitCommands {
  readonly depart: Record<string, never>;
  /** Whether the trip keeps when its arrival was entered. Commands of before it did so do not have it. */
  readonly arrive: { readonly keepsEntry?: true };
  readonly leaveUnfinished: UnfinishedVisit;
  /** R13: of a trip that another engineer was given on the way. */
  readonly recordTripCost: RecordedTripCost;
}

export interface VisitEvents {
  readonly EngineerDeparted: Record<string, never>;
  /** `enteredAt`: where that was later than it happened. */
  readonly EngineerArrived: { readonly enteredAt?: string };
  readonly VisitLeftUnfinished: UnfinishedVisit;
  readonly TripCostRecorded: RecordedTripCost;
}

export interface VisitState {
  /** The trip under way. */
  readonly visit?: Arrival & { readonly departedAt?: string };
  /** Trips that have ended, in order. */
  readonly visits?: readonly EndedVisit[];
  /** Trips that went on as another engineer's before they came to the customer. */
  readonly handedOverTrips?: readonly HandedOverTrip[];
}
