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
