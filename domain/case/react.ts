import type { Effect, Recorded } from '../process/decider';
import { callsOf } from './calls';
import type { Cancellation } from './steering/terms';
import type { CaseEvent } from './events';
import { messagesOf } from './messages';
import { correctionsOf } from './report/messages';
import { isRegistered, type CaseState } from './state';

/**
 * What the world is asked to do because of an event: messages, calls to parts and finance with their undo, other processes. The order
 * is part of each effect's key.
 */
export function react(state: CaseState, event: Recorded<CaseEvent>): readonly Effect[] {
  if (!isRegistered(state)) return [];
  return [
    // A cancelled case takes back what it asked for and has not happened yet (design decision 7).
    ...(event.type === 'CaseCancelled' ? [undoOf(state, event.data)] : []),
    ...messagesOf(state, event),
    ...callsOf(state, event),
    // Told last: the calls of an amendment keep the keys that they have had since before it was told.
    ...correctionsOf(state, event),
  ];
}

/** What was driven, done and used, and what was charged for it, stays: no cancellation makes it not have happened (R10, R13). */
const undoOf = (
  { usedUnreserved = [] }: CaseState,
  { keepsWhatHappened }: Cancellation,
): Extract<Effect, { kind: 'undo' }> =>
  keepsWhatHappened === true
    ? {
        kind: 'undo',
        // What is issued no system takes back; what a repair used before it was reserved is issued once it is.
        keeps: { calls: ['reverseCost', 'creditInvoice', 'reverseSlip'], seqs: usedUnreserved },
      }
    : { kind: 'undo' };
