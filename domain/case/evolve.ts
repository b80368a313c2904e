import { evolveClocks, isClockEvent } from '../clock/clocks';
import type { Recorded } from '../process/decider';
import { AFTER_SERVICE_FOLD } from './after-service/fold';
import { APPROVAL_FOLD } from './approval/fold';
import { happenedAt } from './common/happened-at';
import { DISPATCH_FOLD } from './dispatch/fold';
import { ENTITLEMENT_FOLD } from './entitlement/fold';
import type { CaseEvent, CaseEventType, EventOf } from './events';
import { FLOW_FOLD } from './flows/composed';
import type { Fold } from './fold';
import { INTAKE_FOLD } from './intake/fold';
import { PARTS_FOLD } from './parts/fold';
import { withReservations } from './parts/reservations';
import { QUOTE_FOLD } from './quote/fold';
import { REPORT_FOLD } from './report/fold';
import type { CaseState } from './state';
import { STEERING_FOLD } from './steering/fold';
import { VISIT_FOLD } from './visit/fold';

/** The fold of every chapter: an event without an entry does not compile. */
const FOLD: Fold<CaseEventType> = {
  ...INTAKE_FOLD,
  ...ENTITLEMENT_FOLD,
  ...DISPATCH_FOLD,
  ...VISIT_FOLD,
  ...FLOW_FOLD,
  ...PARTS_FOLD,
  ...QUOTE_FOLD,
  ...APPROVAL_FOLD,
  ...REPORT_FOLD,
  ...AFTER_SERVICE_FOLD,
  ...STEERING_FOLD,
};

/** The case after one more event. Parts come first: what is held depends on the case as it was before the event. */
export function evolve(state: CaseState, event: Recorded<CaseEvent>): CaseState {
  const held = { ...state, ...withReservations(state, event) };
  return isClockEvent(event) ? { ...held, clocks: evolveClocks(held.clocks, event) } : advanced(held, event);
}

function advanced<T extends CaseEventType>(state: CaseState, event: EventOf<T>): CaseState {
  return FOLD[event.type](state, event, happenedAt(state, event));
}
