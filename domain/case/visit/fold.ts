import type { EventOf } from '../events';
import { entering, type Fold } from '../fold';
import type { CaseState } from '../state';
import type { VisitEvents } from './case-terms';
import { withEndedVisit } from './trip-state';

export const VISIT_FOLD: Fold<keyof VisitEvents> = {
  EngineerDeparted: (state, _event, at) => ({ ...state, visit: { ...state.visit, departedAt: at } }),
  EngineerArrived: (state, { data: { enteredAt } }, at) => {
    const entered = enteredAt === undefined ? {} : { arrivalEnteredAt: enteredAt };
    return entering(state, 'on-site', at, { visit: { ...state.visit, arrivedAt: at, ...entered } });
  },
  VisitLeftUnfinished: (state, { data: { reason, note: _note, ...cost } }, at) =>
    entering(
      state,
      'classified',
      at,
      withEndedVisit(state, { endedAt: at, outcome: 'unfinished', reason, cost }),
    ),
  TripCostRecorded: withTripCost,
};

/** The state once the cost of a trip that ended on the way is known. */
function withTripCost(state: CaseState, { data }: EventOf<'TripCostRecorded'>): CaseState {
  const { trip: number, partsCostCents: _parts, ...cost } = data;
  const { handedOverTrips = [], visits } = state;
  const costed = <T extends { readonly number: number }>(trip: T): T =>
    trip.number === number ? { ...trip, cost } : trip;
  return {
    ...state,
    handedOverTrips: handedOverTrips.map(costed),
    ...(visits && { visits: visits.map(costed) }),
  };
}
