import type { ClockEvent } from '../clock/clocks';
import type { JsonObject } from '../json';
import type { Effect } from '../process/decider';
import { APPROVAL_NOTICES } from './approval/messages';
import { lateness } from './common/lateness';
import { ofClock, type ByClock } from './common/of-clock';
import { clockRecipient, escalationTarget, tell, notifyCustomer } from './common/recipients';
import { quoteReminder } from './quote/messages';
import { FLOW_CLOCKS } from './flows/composed';
import type { ClockNotices } from './effects';
import type { RegisteredCase } from './state';

/** The messages of a clock that has none of its own. */
const OF_ANY_CLOCK: ClockNotices = {
  // R4, design decision 5: a warning can wait for the recipient's working hours; a breach cannot.
  ClockWarned: (state, { data }) => [
    {
      ...tell(state, clockRecipient(state, data.clock), 'clock-warned', paramsOf(state, data)),
      urgency: 'working-hours',
    },
  ],
  ClockBreached: (state, { data }) => [
    tell(state, clockRecipient(state, data.clock), 'clock-breached', paramsOf(state, data)),
  ],
  ClockEscalated: (state, { data }) => [
    tell(state, escalationTarget(state, data.to, data.clock), 'clock-escalated', paramsOf(state, data)),
  ],
};

const CLOCK_NOTICES: ByClock<Partial<ClockNotices>> = {
  approval: APPROVAL_NOTICES,
  quote: {
    ClockWarned: quoteReminder,
    // A quote that ends undecided lapses at once, and that has a message of its own.
    ClockBreached: () => [],
  },
  survey: { ClockWarned: (state) => notifyCustomer(state, 'survey-reminder') },
};

/** The messages that a step of a clock sends. */
export function clockMessages(state: RegisteredCase, event: ClockEvent): readonly Effect[] {
  switch (event.type) {
    case 'ClockWarned':
      return noticesOf(event.data.clock).ClockWarned(state, event);
    case 'ClockBreached':
      return noticesOf(event.data.clock).ClockBreached(state, event);
    case 'ClockEscalated':
      return noticesOf(event.data.clock).ClockEscalated(state, event);
    default:
      return [];
  }
}

const noticesOf = (clock: string): ClockNotices => ({
  ...OF_ANY_CLOCK,
  ...(ofClock(CLOCK_NOTICES, clock) ?? FLOW_CLOCKS[clock]?.notices),
});

const paramsOf = (
  state: RegisteredCase,
  data: Parameters<typeof lateness>[1] & { readonly clock: string; readonly dueAt: string },
): JsonObject => ({ clock: data.clock, dueAt: data.dueAt, late: lateness(state, data) });
