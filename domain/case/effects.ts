import type { ClockEvent } from '../clock/clocks';
import type { Effect } from '../process/decider';
import type { CaseEffect } from './common/call-terms';
import type { CaseEventType, EventOf } from './events';
import type { RegisteredCase } from './state';

/** Messages about some events; the state is the one after the event. An event without an entry sends no message. */
export type Messages<T extends CaseEventType> = {
  readonly [K in T]?: (state: RegisteredCase, event: EventOf<K>) => readonly Effect[];
};

/** Calls to parts, finance and other processes because of some events, each with the call that takes it back. */
export type Calls<T extends CaseEventType> = {
  readonly [K in T]?: (state: RegisteredCase, event: EventOf<K>) => readonly CaseEffect[];
};

type Step = Extract<ClockEvent, { type: 'ClockWarned' | 'ClockBreached' | 'ClockEscalated' }>;

/** The messages about each step of a clock; the state is the one after it. */
export type ClockNotices = {
  readonly [K in Step['type']]: (
    state: RegisteredCase,
    event: Extract<Step, { type: K }>,
  ) => readonly Effect[];
};
