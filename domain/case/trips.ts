import type { Appointment, EngineerFacts } from './events';
import type { CaseState } from './state';
import { isVisiting } from './visit';
import type { EndedVisit, TripCost } from './visit-facts';
import type { UnfinishedReason } from './visit-terms';

export const TRIP_OUTCOMES = ['under-way', 'repaired', 'unfinished', 'cancelled'] as const;
export type TripOutcome = (typeof TRIP_OUTCOMES)[number];

/** A trip to a customer (R13): who, when promised, when it was, what came of it and what it cost. Instants are ISO-8601. */
export interface Trip {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly arrivedAt?: string;
  readonly endedAt?: string;
  readonly outcome: TripOutcome;
  readonly reason?: UnfinishedReason;
  readonly cost?: TripCost;
}

/** Every trip of a case, in order. */
export const tripsOf = (state: CaseState): readonly Trip[] => [
  ...(state.visits ?? []).map((visit) => ({ ...visit, ...costOf(state, visit) })),
  ...latest(state),
];

/** What the trip of the repair cost stands in the report, as it reads now. */
function costOf({ report }: CaseState, { outcome }: EndedVisit): Pick<Trip, 'cost'> {
  if (outcome !== 'repaired' || !report) return {};
  const { labourMinutes, travelMinutes, labourCostCents, travelCostCents, currency } = report;
  return { cost: { labourMinutes, travelMinutes, labourCostCents, travelCostCents, currency } };
}

/** The one under way; and one that was broken off by a cancellation, if somebody had set out. */
function latest(state: CaseState): Trip[] {
  const { stage, stageSince, dispatch, visit, visits = [] } = state;
  if (!dispatch) return [];
  const { engineer, appointment } = dispatch;
  const trip = { number: visits.length + 1, engineer, appointment, ...visit };
  if (isVisiting(state)) return [{ ...trip, outcome: 'under-way' }];
  const hasSetOut = visit?.departedAt !== undefined || visit?.arrivedAt !== undefined;
  return stage === 'cancelled' && hasSetOut ? [{ ...trip, endedAt: stageSince, outcome: 'cancelled' }] : [];
}
