import { isClockEvent } from '../clock/clocks';
import type { Effect, Recorded } from '../process/decider';
import { AFTER_SERVICE_MESSAGES } from './after-service/messages';
import { APPROVAL_MESSAGES } from './approval/messages';
import { clockMessages } from './clock-notices';
import { DISPATCH_MESSAGES } from './dispatch/messages';
import type { Messages } from './effects';
import type { CaseEvent, CaseEventType, EventOf } from './events';
import { FLOW_MESSAGES } from './flows/composed';
import { INTAKE_MESSAGES } from './intake/messages';
import { PARTS_MESSAGES } from './parts/messages';
import { QUOTE_MESSAGES } from './quote/messages';
import type { RegisteredCase } from './state';
import { STEERING_MESSAGES } from './steering/messages';
import { VISIT_MESSAGES } from './visit/messages';

/** The messages of every chapter. */
const MESSAGES: Messages<CaseEventType> = {
  ...INTAKE_MESSAGES,
  ...DISPATCH_MESSAGES,
  ...VISIT_MESSAGES,
  ...FLOW_MESSAGES,
  ...PARTS_MESSAGES,
  ...QUOTE_MESSAGES,
  ...APPROVAL_MESSAGES,
  ...AFTER_SERVICE_MESSAGES,
  ...STEERING_MESSAGES,
};

/** The messages that an event sends, to customers and staff. */
export const messagesOf = (state: RegisteredCase, event: Recorded<CaseEvent>): readonly Effect[] =>
  isClockEvent(event) ? clockMessages(state, event) : messagesAbout(state, event);

const messagesAbout = <T extends CaseEventType>(
  state: RegisteredCase,
  event: EventOf<T>,
): readonly Effect[] => MESSAGES[event.type]?.(state, event) ?? [];
