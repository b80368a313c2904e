import type { Bilingual } from '../../bilingual';
import { clockNamed } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { invalid } from '../../invalid';
import { arriveByOf } from './arrivals';
import type { Arrival, TripCost, UnfinishedReason, UnfinishedVisit } from './terms';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import type { ServiceReport } from '../report/terms';
import type { Appointment, EngineerFacts } from '../facts';
import type { CaseState, RegisteredCase } from '../state';
import { reportOfTrip, tripsWithoutCost } from './trip-costs';
import { isVisiting, tripNumber } from './trip-state';
import type { Entry } from '../rule';

export const TRIP_OUTCOMES = ['under-way', 'repaired', 'unfinished', 'handed-over', 'cancelled'] as const;
export type TripOutcome = (typeof TRIP_OUTCOMES)[number];

export const TRIP_OUTCOME_NAMES: Readonly<Record<TripOutcome, Bilingual>> = {
  'under-way': { en: 'under way', zh: '进行中' },
  repaired: { en: 'repaired', zh: '已修复' },
  unfinished: { en: 'unfinished', zh: '未完成' },
  'handed-over': { en: 'taken over by another engineer', zh: '由其他工程师接手' },
  cancelled: { en: 'cancelled', zh: '已取消' },
};

/** A trip to a customer (R13): who, when promised, when it was, what came of it and what it cost. Instants are ISO-8601. */
export interface Trip extends Arrival {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly endedAt?: string;
  /** When the end was entered, where that was later. */
  readonly endEnteredAt?: string;
  /** Another engineer, who was given it, came in time. */
  readonly isKeptByAnother?: true;
  readonly outcome: TripOutcome;
  readonly reason?: UnfinishedReason;
  readonly cost?: TripCost;
}

/** Every trip of a case, in order. */
export const tripsOf = (state: CaseState): readonly Trip[] =>
  [
    ...visitsWithCosts(state),
    ...(state.handedOverTrips ?? []).map((trip): Trip => ({
      ...trip,
      outcome: trip.outcome ?? 'handed-over',
    })),
    ...latest(state),
  ]
    .toSorted((left, right) => left.number - right.number)
    .map((trip, n, all) => withPromise(state, trip, all.slice(n + 1)));

/**
 * A trip that is broken off ends at its entry; a promise passed to another engineer is kept by an arrival in
 * time.
 */
function withPromise(state: CaseState, trip: Trip, later: readonly Trip[]): Trip {
  if (trip.outcome === 'cancelled') {
    const endEnteredAt = clockNamed(state.clocks, 'arrival')?.stoppedEnteredAt;
    return endEnteredAt === undefined ? trip : { ...trip, endEnteredAt };
  }
  const by = arriveByOf(trip);
  const isKept =
    trip.outcome === 'handed-over' &&
    by !== undefined &&
    later.some((one) => arriveByOf(one) === by && one.arrivedAt !== undefined && one.arrivedAt <= by);
  return isKept ? { ...trip, isKeptByAnother: true } : trip;
}

/** The cost of a repair's trip is in its current report; a reopened case has several. */
const visitsWithCosts = (state: CaseState): readonly Trip[] =>
  (state.visits ?? []).map((visit) => {
    const filed = reportOfTrip(state, visit.number);
    return filed ? { ...visit, cost: costIn(filed) } : visit;
  });

const costIn = ({
  labourMinutes,
  travelMinutes,
  labourCostCents,
  travelCostCents,
  currency,
}: ServiceReport): TripCost => ({ labourMinutes, travelMinutes, labourCostCents, travelCostCents, currency });

/** The one under way; and one that was broken off by a cancellation of before those were kept, if somebody had set out. */
function latest(state: CaseState): Trip[] {
  const { stage, stageSince, dispatch, visit } = state;
  if (!dispatch) return [];
  const { engineer, appointment } = dispatch;
  const trip = { number: tripNumber(state), engineer, appointment, ...visit };
  if (isVisiting(state)) return [{ ...trip, outcome: 'under-way' }];
  const hasSetOut = visit?.departedAt !== undefined || visit?.arrivedAt !== undefined;
  return stage === 'cancelled' && hasSetOut ? [{ ...trip, endedAt: stageSince, outcome: 'cancelled' }] : [];
}

export const tripCostsRefusal = (state: RegisteredCase): DomainError | undefined =>
  tripsWithoutCost(state).length > 0 ? undefined : new DomainError('CASE.NO_TRIP_WITHOUT_COST');

/** A case does not close while the cost of a trip is missing (R13). */
export const missingTripCostRefusal = (state: RegisteredCase): DomainError | undefined => {
  const trips = tripsWithoutCost(state).map(({ number }) => number);
  return trips.length > 0
    ? new DomainError('CASE.TRIP_COST_MISSING', { trips: trips.join(', ') })
    : undefined;
};

/**
 * R13: cost of a trip that ended on the way; the engineer or a dispatcher reports it. @throws {DomainError}
 */
export function recordTripCost(
  state: RegisteredCase,
  data: CaseCommandData['recordTripCost'],
  { by }: Entry,
): CaseEvent[] {
  const trip = tripsWithoutCost(state).find(({ number }) => number === data.trip);
  if (!trip)
    throw invalid('data.trip', {
      en: 'no visit with this number is waiting for its cost',
      zh: '该次上门没有待登记的费用',
    });
  const isEngineerOnly = by.kind === 'staff' && by.roles.every((role) => role === 'repair-engineer');
  if (isEngineerOnly && by.id !== trip.engineer.id) throw new DomainError('CASE.NOT_ASSIGNED_TO_YOU');
  return [{ type: 'TripCostRecorded', data }];
}

/** A visit that ends without a repair leaves the case to be dispatched again. */
export const leaveUnfinished = (data: UnfinishedVisit): CaseEvent[] => [
  { type: 'VisitLeftUnfinished', data },
];
