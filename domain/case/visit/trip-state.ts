import type { CaseState } from '../state';
import { visitHandedOver } from './arrivals';
import type { EndedVisit, HandedOverTrip } from './terms';

/** An engineer is expected, at work, or has yet to show that it works. */
export const isVisiting = (state: CaseState): boolean =>
  state.stage === 'dispatched' ||
  state.stage === 'on-site' ||
  (state.stage === 'repaired' && state.visit?.arrivedAt !== undefined);

/** Which trip of the case the one under way is, or the next. */
export const tripNumber = ({ visits = [], handedOverTrips = [] }: CaseState): number =>
  visits.length + handedOverTrips.length + 1;

/** The trip that ends now, added to those before it (R13). */
export function withEndedVisit(
  state: CaseState,
  ended: Pick<EndedVisit, 'endedAt' | 'outcome' | 'reason' | 'cost'>,
): Pick<CaseState, 'visits' | 'visit'> {
  const { dispatch, visit, visits = [] } = state;
  if (!dispatch) return { visits };
  const { engineer, appointment } = dispatch;
  return {
    visit: {},
    visits: [...visits, { number: tripNumber(state), engineer, appointment, ...visit, ...ended }],
  };
}

/**
 * Appends the trip of an engineer who had set out and is called back; unchanged when the engineer had not set
 * out.
 */
export function withHandedOver(
  state: CaseState,
  departedAt: string | undefined,
  endedAt: string,
): Pick<CaseState, 'handedOverTrips'> {
  const { dispatch, handedOverTrips = [] } = state;
  if (!dispatch || departedAt === undefined) return {};
  const { engineer, appointment } = dispatch;
  const { arriveBy } = visitHandedOver(state);
  const promise = arriveBy === undefined ? {} : { arriveBy };
  const number = tripNumber(state);
  const trip: HandedOverTrip = { number, engineer, appointment, ...promise, departedAt, endedAt };
  return { handedOverTrips: [...handedOverTrips, trip] };
}

/** Appends the trip that a cancellation breaks off; unchanged when the engineer had not set out. */
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
