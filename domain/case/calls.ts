import { isClockEvent } from '../clock/clocks';
import type { Recorded } from '../process/decider';
import { AFTER_SERVICE_CALLS } from './after-service/calls';
import type { CaseEffect } from './common/call-terms';
import type { Calls } from './effects';
import type { CaseEvent, CaseEventType, EventOf } from './events';
import { FLOW_CALLS } from './flows/composed';
import { INTAKE_CALLS } from './intake/calls';
import { PARTS_CALLS } from './parts/calls';
import { QUOTE_CALLS } from './quote/calls';
import { REPORT_CALLS } from './report/calls';
import type { RegisteredCase } from './state';

/** The calls of every chapter. */
const CALLS: Calls<CaseEventType> = {
  ...INTAKE_CALLS,
  ...PARTS_CALLS,
  ...FLOW_CALLS,
  ...QUOTE_CALLS,
  ...REPORT_CALLS,
  ...AFTER_SERVICE_CALLS,
};

/** The calls to parts, finance and other processes that an event makes, each with the call that takes it back. */
export const callsOf = (state: RegisteredCase, event: Recorded<CaseEvent>): readonly CaseEffect[] =>
  isClockEvent(event) ? [] : callsBecauseOf(state, event);

const callsBecauseOf = <T extends CaseEventType>(
  state: RegisteredCase,
  event: EventOf<T>,
): readonly CaseEffect[] => CALLS[event.type]?.(state, event) ?? [];
