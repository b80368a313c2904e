import { startClock, type ClockFacts } from '../../clock/clocks';
import { judgedUnit } from '../entitlement/entitlement';
import type { CaseEvent } from '../events';
import type { Registration } from './terms';
import type { RegisteredCase } from '../state';

/** Facts that select the policies of a case's clocks, including changes that a command is about to make. */
export const factsOf = (state: RegisteredCase, more: ClockFacts = {}): ClockFacts => ({
  priority: state.priority,
  warranty: state.warranty,
  ...(state.serviceLevel && { serviceLevel: state.serviceLevel }),
  ...(state.requestType && { requestType: state.requestType }),
  ...more,
});

/** The first events of a case: the 24-hour promise runs from receipt, whatever the request turns out to be (R4). */
export const registration = (data: Registration): readonly CaseEvent[] => [
  { type: 'CaseRegistered', data: { ...data, ...judgedUnit(data, data.unit) } },
  startClock(
    'answer',
    data.receivedAt,
    data.serviceLevel ? { serviceLevel: data.serviceLevel } : {},
    undefined,
    data.registeredAt,
  ),
];
