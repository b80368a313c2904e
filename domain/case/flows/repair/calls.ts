import type { Calls } from '../../effects';
import { givenUpBy, issueParts, reserveParts } from '../../parts/reservations';
import type { RepairEvents } from './case-terms';

/** Another plan needs other parts; a repair uses those that are held, and an end without one needs none. */
export const REPAIR_CALLS: Calls<keyof RepairEvents> = {
  FaultDiagnosed: (state, { data, seq }) => [
    ...givenUpBy(state, seq),
    ...(state.dispatch && data.parts.length > 0
      ? [reserveParts(state, state.dispatch.engineer, data.parts)]
      : []),
  ],
  UnitRepaired: (state) => (state.reservationIds ?? []).map(issueParts),
  CaseLeftUnrepaired: (state, { seq }) => givenUpBy(state, seq),
};
