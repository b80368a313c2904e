import { escalateApproval } from '../approval/approval';
import { clockNamed, type ClockEvent } from '../clock/clocks';
import { putOnRecord } from '../clock/implied';
import { elapseStep } from '../clock/ladder';
import type { SystemCommand } from '../process/decider';
import { lapseSurvey } from './after-service/after-service';
import { happenedAt } from './common/happened-at';
import { ofClock, type ByClock } from './common/of-clock';
import { clocksOf } from './deadlines';
import { passOn } from './dispatch/offers';
import type { CaseEvent } from './events';
import { FLOW_CLOCKS } from './flows/composed';
import { lapseQuote } from './quote/quote';
import { isRegistered, type CaseState, type RegisteredCase } from './state';
import { endPause } from './steering/pause';

/** The events in place of the breach, for a clock whose end is no breach. @param dueAt when it ended, ISO-8601. */
const BREACHED: ByClock<(state: RegisteredCase, dueAt: string) => readonly CaseEvent[]> = {
  pause: endPause,
};

/** The events that follow from an escalation. @param to the role that it goes to. */
const ESCALATED: ByClock<(state: RegisteredCase, to: string) => readonly CaseEvent[]> = {
  approval: escalateApproval,
};

/** The events that follow when a clock runs out. @param at when that happened, ISO-8601. */
const EXPIRED: ByClock<(state: RegisteredCase, at: string) => readonly CaseEvent[]> = {
  offer: (state, at) => passOn(state, { how: 'lapsed' }, at),
  quote: lapseQuote,
  survey: lapseSurvey,
};

/** The events of a clock's step that fell due; none where the clock has changed meanwhile. */
export function elapse(
  state: CaseState,
  due: Extract<SystemCommand, { type: 'elapseClock' }>['data'],
  now: string,
): readonly CaseEvent[] {
  const record = clockNamed(clocksOf(state), due.clock);
  if (record === undefined || !isRegistered(state)) return [];
  const elapsed = elapseStep({ record, step: due.step, nowMs: Date.parse(now) });
  return elapsed ? [...putOnRecord(state.clocks, record), ...withStep(state, elapsed, now)] : [];
}

function withStep(state: RegisteredCase, event: ClockEvent, now: string): readonly CaseEvent[] {
  const { clock } = event.data;
  switch (event.type) {
    case 'ClockBreached':
      return (ofClock(BREACHED, clock) ?? FLOW_CLOCKS[clock]?.breached)?.(state, event.data.dueAt) ?? [event];
    case 'ClockEscalated':
      return [
        event,
        ...((ofClock(ESCALATED, clock) ?? FLOW_CLOCKS[clock]?.escalated)?.(state, event.data.to) ?? []),
      ];
    case 'ClockExpired':
      return [
        event,
        ...((ofClock(EXPIRED, clock) ?? FLOW_CLOCKS[clock]?.expired)?.(
          state,
          happenedAt(state, { at: now }),
        ) ?? []),
      ];
    default:
      return [event];
  }
}
