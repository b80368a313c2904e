import type { Effect, Recorded } from '../process/decider';
import { callsOf } from './calls';
import type { CaseEvent } from './events';
import { correctionsOf, messagesOf } from './messages';
import { isRegistered, type CaseState } from './state';

/**
 * What the world is asked to do because of an event: messages, calls to parts and finance with their undo, other processes. The order
 * is part of each effect's key.
 */
export function react(state: CaseState, event: Recorded<CaseEvent>): readonly Effect[] {
  if (!isRegistered(state)) return [];
  return [
    // A cancelled case takes back all that it asked for (design decision 7).
    ...(event.type === 'CaseCancelled' ? [{ kind: 'undo' } as const] : []),
    ...messagesOf(state, event),
    ...callsOf(state, event),
    // Told last: the calls of an amendment keep the keys that they have had since before it was told.
    ...correctionsOf(state, event),
  ];
}
