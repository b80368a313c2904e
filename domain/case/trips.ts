import { DomainError } from '../errors';
import { invalid } from '../invalid';
import type { Actor } from '../identity/actor';
import type { CaseCommandData } from './commands';
import type { Appointment, CaseEvent, EngineerFacts, ServiceReport } from './events';
import type { CaseState, RegisteredCase } from './state';
import { reportOfTrip, tripsWithoutCost } from './trip-costs';
import { isVisiting, tripNumber } from './visit';
import type { HandedOverTrip, TripCost } from './visit-facts';
import type { UnfinishedReason } from './visit-terms';

export const TRIP_OUTCOMES = ['under-way', 'repaired', 'unfinished', 'handed-over', 'cancelled'] as const;
export type TripOutcome = (typeof TRIP_OUTCOMES)[number];

/** A trip to a customer (R13): who, when promised, when it was, what came of it and what it cost. Instants are ISO-8601. */
export interface Trip {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly arrivedAt?: string;
  readonly missedAt?: string;
  readonly endedAt?: string;
  readonly outcome: TripOutcome;
  readonly reason?: UnfinishedReason;
  readonly cost?: TripCost;
}

/** The instant for which an arrival was promised first and did not come, as known at an instant (ISO-8601); undefined where it was kept, or holds. */
export function brokenArrival(trip: Trip, now: string): string | undefined {
  const { appointment, arrivedAt, endedAt = now, missedAt } = trip;
  if (missedAt !== undefined) return missedAt;
  const isBroken = arrivedAt === undefined ? endedAt >= appointment.to : arrivedAt > appointment.to;
  return isBroken ? appointment.to : undefined;
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
  ].toSorted((left, right) => left.number - right.number);

/** What the trip of a repair cost stands in its report, as it reads now; a case that was reopened has several. */
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

/** The trip of an engineer who had set out and is called back, added to those before it; nothing where nobody had. */
export function withHandedOver(
  state: CaseState,
  departedAt: string | undefined,
  endedAt: string,
): Pick<CaseState, 'handedOverTrips'> {
  const { dispatch, handedOverTrips = [] } = state;
  if (!dispatch || departedAt === undefined) return {};
  const { engineer, appointment } = dispatch;
  const trip: HandedOverTrip = { number: tripNumber(state), engineer, appointment, departedAt, endedAt };
  return { handedOverTrips: [...handedOverTrips, trip] };
}

/** The trip that a cancellation breaks off, added to those before it; nothing where nobody had set out. */
export function withBrokenOff(
  state: CaseState,
  endedAt: string,
): Pick<CaseState, 'handedOverTrips' | 'visit'> {
  const { dispatch, visit, handedOverTrips = [] } = state;
  const hasSetOut = visit?.departedAt !== undefined || visit?.arrivedAt !== undefined;
  if (!dispatch || !isVisiting(state) || !hasSetOut) return {};
  const { engineer, appointment } = dispatch;
  const number = tripNumber(state);
  const trip: HandedOverTrip = { number, engineer, appointment, ...visit, endedAt, outcome: 'cancelled' };
  return { visit: {}, handedOverTrips: [...handedOverTrips, trip] };
}

export const noTripWithoutCost = (state: RegisteredCase): DomainError | undefined =>
  tripsWithoutCost(state).length > 0 ? undefined : new DomainError('CASE.NO_TRIP_WITHOUT_COST');

/** A case does not close over a trip that cost nobody knows what (R13). */
export const tripCostMissing = (state: RegisteredCase): DomainError | undefined => {
  const trips = tripsWithoutCost(state).map(({ number }) => number);
  return trips.length > 0
    ? new DomainError('CASE.TRIP_COST_MISSING', { trips: trips.join(', ') })
    : undefined;
};

/** R13: what a trip cost that ended on the way; whoever made it tells, or a dispatcher for them. @throws {DomainError} */
export function recordTripCost(
  state: RegisteredCase,
  data: CaseCommandData['recordTripCost'],
  _at: string,
  by: Actor,
): CaseEvent[] {
  const trip = tripsWithoutCost(state).find(({ number }) => number === data.trip);
  if (!trip)
    throw invalid('data.trip', {
      en: 'no trip of this number lacks its cost',
      zh: '没有待登记费用的该次出差',
    });
  const isEngineerOnly = by.kind === 'staff' && by.roles.every((role) => role === 'repair-engineer');
  if (isEngineerOnly && by.id !== trip.engineer.id) throw new DomainError('CASE.NOT_ASSIGNED_TO_YOU');
  return [{ type: 'TripCostRecorded', data }];
}

/** The state once it is known. */
export function withTripCost(
  { handedOverTrips = [], visits }: CaseState,
  { trip: number, partsCostCents: _parts, ...cost }: CaseCommandData['recordTripCost'],
): Pick<CaseState, 'handedOverTrips' | 'visits'> {
  const costed = <T extends { readonly number: number }>(trip: T): T =>
    trip.number === number ? { ...trip, cost } : trip;
  return { handedOverTrips: handedOverTrips.map(costed), ...(visits && { visits: visits.map(costed) }) };
}
